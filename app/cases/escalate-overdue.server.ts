import { and, eq, gt, inArray, lte, or } from "drizzle-orm";
import { caseEntries, cases } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { plus } from "../platform/time";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { activeStates } from "./case-states";
import { leaseHolds, mendedDeadlines, SECOND_CHANCE } from "./deadlines";
import { dealCase, dealToOneMore } from "./deal-case.server";
import type { Case } from "./find-handler.server";
import { moveCase, unheld } from "./move-case.server";

/**
 * Gives every case whose deadline has passed to a fresh pair of eyes, with 24 hours: an unconflicted moderator who didn't
 * have it, then a steward. The case and the public log say so; nothing is ever dropped. Answers with how many there were.
 */
export async function escalateOverdue(site: Site, now: Date): Promise<number> {
  await mendDeadlines(site, now);
  const overdue = await site.database.read
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.state, [...activeStates]), or(lte(cases.decideBy, now), lte(cases.acknowledgeBy, now))));
  for (const { id } of overdue) await site.database.transaction((tx) => passOn(site, tx, id, now));
  return overdue.length;
}

/** How often a case has been passed on. */
export const timesPassedOn = (read: Reader, caseId: number) =>
  read.$count(caseEntries, and(eq(caseEntries.caseId, caseId), eq(caseEntries.kind, "escalated")));

async function passOn(site: Site, tx: Tx, caseId: number, now: Date): Promise<void> {
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  const missed = found && missedBy(found, now);
  if (!found || !missed) return;
  const times = await timesPassedOn(tx, caseId);
  // Offices may have changed since the case was dealt.
  const dealt = await dealCase(tx, caseId, now);
  const fresh = await dealToOneMore(tx, found, now);
  await tx
    .update(cases)
    .set({
      acknowledgeBy: found.acknowledgeBy && plus(now, SECOND_CHANCE),
      decideBy: missed === "decision" ? plus(now, SECOND_CHANCE) : found.decideBy,
      remindedOf: null,
    })
    .where(eq(cases.id, caseId));
  tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
  if (dealt.escalated) return;
  await settleState(tx, caseId, { missed, again: times > 0 && found.state === "open" }, now);
  await appendCaseEntry(tx, caseId, { kind: "escalated" }, now);
  const details = { missed, to: fresh ?? "nobody new" };
  await appendToLog(tx, { act: "case-escalated", office: "software", details }, now);
}

/** Whoever has let the time pass, or is waited for, no longer keeps the fresh pair of eyes from it. */
async function settleState(tx: Tx, caseId: number, { missed, again }: { missed: Missed; again: boolean }, now: Date) {
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!found) return;
  const lapsed = found.state === "claimed" && !leaseHolds(found.leaseUntil, now);
  const waited = found.state === "waiting-for-reporter" && missed === "decision";
  if (lapsed || waited) await moveCase(tx, found, "open", unheld);
  else if (again && found.state === "open") await moveCase(tx, found, "escalated");
}

type Missed = "decision" | "acknowledgement";

/** Which promise was missed, the graver first. */
function missedBy(found: Case, now: Date): Missed | null {
  if (found.decideBy !== null && found.decideBy <= now) return "decision";
  if (found.acknowledgeBy !== null && found.acknowledgeBy <= now) return "acknowledgement";
  return null;
}

/** Deadlines that a wrong clock set far ahead begin anew: no case waits for a month because of an hour of a wrong date. */
async function mendDeadlines(site: Site, now: Date): Promise<void> {
  const ahead = await site.database.read
    .select()
    .from(cases)
    .where(and(inArray(cases.state, [...activeStates]), gt(cases.decideBy, now)));
  for (const found of ahead) {
    const mended = mendedDeadlines(found, now);
    if (mended) await site.database.transaction((tx) => tx.update(cases).set(mended).where(eq(cases.id, found.id)));
  }
}
