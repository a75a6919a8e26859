import { and, eq, gt, lte } from "drizzle-orm";
import { outsideReports } from "#db/schema";
import type { Tx } from "#db/types";
import { isConduct } from "../../agreements/conducts";
import { notify } from "../../notifications/notify.server";
import { MINUTE, plus } from "../../platform/time";
import { appendToLog } from "../../public-log/append-entry.server";
import type { OutsideReport } from "../../reports/outside/file-outside.server";
import { answerBy, isForStewards, kindOf, LONGEST } from "../../reports/outside/rules";
import type { Site } from "../../site/site";
import { candidatesFor } from "../conflict-queries.server";
import { SECOND_CHANCE } from "../deadlines";
import { drawOne } from "../deal-case.server";
import { isInConflict } from "./find-outside.server";

/**
 * Gives every report from outside that nobody answered in time to one more person, by name and with 24 hours: an unconflicted
 * moderator, after that a steward. The public log says so, and whoever follows it with their code reads it. Answers
 * with how many there were.
 */
export async function escalateOutside(site: Site, now: Date): Promise<number> {
  await mendDeadlines(site, now);
  const overdue = await site.database.read.select({ id: outsideReports.id }).from(outsideReports).where(isOverdue(now));
  for (const { id } of overdue) await site.database.transaction((tx) => passOn(tx, id, now));
  return overdue.length;
}

const isOverdue = (now: Date) => and(eq(outsideReports.state, "open"), lte(outsideReports.decideBy, now));

async function passOn(tx: Tx, id: number, now: Date): Promise<void> {
  const [found] = await tx
    .select()
    .from(outsideReports)
    .where(and(eq(outsideReports.id, id), isOverdue(now)));
  if (!found) return;
  const fresh = await somebodyFresh(tx, found, now);
  await tx
    .update(outsideReports)
    .set({
      decideBy: plus(now, SECOND_CHANCE),
      timesPassed: found.timesPassed + 1,
      passedToPseudonymId: fresh?.pseudonymId ?? found.passedToPseudonymId,
    })
    .where(eq(outsideReports.id, id));
  if (fresh) await notify(tx, [{ kind: "outside-late", pseudonymId: fresh.pseudonymId }], now);
  const details = { kind: kindOf(found.conduct), to: fresh?.office ?? "nobody new" };
  await appendToLog(tx, { act: "outside-escalated", office: "software", details }, now);
}

/** Moderators come first and stewards after the first miss; of child material stewards alone. Never whoever has it already. */
async function somebodyFresh(tx: Tx, found: OutsideReport, now: Date) {
  const stewards = isForStewards(found.conduct);
  const offices = stewards
    ? (["steward"] as const)
    : ([found.timesPassed ? "steward" : "moderator", "steward"] as const);
  for (const office of offices) {
    const free = [];
    for (const candidate of await candidatesFor(tx, office, now))
      if (candidate.pseudonymId !== found.passedToPseudonymId && !(await isInConflict(tx, found, candidate)))
        free.push(candidate);
    const pseudonymId = await drawOne(tx, found.conduct, free, now);
    if (pseudonymId !== undefined) return { office, pseudonymId };
  }
  return null;
}

/** Deadlines that a clock set which was ahead and has been set back begin anew. */
async function mendDeadlines(site: Site, now: Date): Promise<void> {
  const ahead = await site.database.read
    .select({ id: outsideReports.id, conduct: outsideReports.conduct })
    .from(outsideReports)
    .where(and(eq(outsideReports.state, "open"), gt(outsideReports.decideBy, plus(now, LONGEST + MINUTE))));
  for (const { id, conduct } of ahead)
    if (isConduct(conduct))
      await site.database.transaction((tx) =>
        tx
          .update(outsideReports)
          .set({ decideBy: answerBy(conduct, now) })
          .where(eq(outsideReports.id, id)),
      );
}
