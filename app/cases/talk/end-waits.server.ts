import { and, eq, gt, lte, or } from "drizzle-orm";
import { caseMessages, cases } from "#db/schema";
import type { Tx } from "#db/types";
import { MINUTE, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { tellHandlersNow } from "../handlers-now.server";
import { moveCase } from "../move-case.server";
import { waitsForReporter } from "./messages.server";
import { ANSWER_WITHIN } from "./rules";

/** Past its time, or further ahead than any wait can be: the clock was set back since. */
const isOver = (now: Date) =>
  or(lte(caseMessages.answerBy, now), gt(caseMessages.answerBy, plus(now, ANSWER_WITHIN + MINUTE)));

/**
 * Stops waiting for answers whose time is over: the case is open again, to be decided with what is there. They can still
 * answer until it is. Answers with how many cases there were.
 */
export async function endWaits(site: Site, now: Date): Promise<number> {
  const over = await site.database.read
    .selectDistinct({ caseId: caseMessages.caseId })
    .from(caseMessages)
    .where(isOver(now));
  for (const { caseId } of over)
    await site.database.transaction(async (tx) => {
      await endWait(tx, caseId, now);
      tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
    });
  return over.length;
}

async function endWait(tx: Tx, caseId: number, now: Date): Promise<void> {
  const ended = await tx
    .update(caseMessages)
    .set({ answerBy: null })
    .where(and(eq(caseMessages.caseId, caseId), isOver(now)))
    .returning({ id: caseMessages.id });
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!found || !ended.length) return;
  if (found.state !== "waiting-for-reporter" || (await waitsForReporter(tx, caseId))) return;
  await moveCase(tx, found, "open");
  await appendCaseEntry(tx, caseId, { kind: "wait-over" }, now);
  await tellHandlersNow(tx, found, "case-dealt", now);
}
