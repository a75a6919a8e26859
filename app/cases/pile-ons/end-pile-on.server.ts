import { and, eq, inArray, isNull } from "drizzle-orm";
import { pileOns } from "#db/schema";
import type { Tx } from "#db/types";
import { appendToLog } from "../../public-log/append-entry.server";
import { slows } from "../../safety/pile-on/slow-strangers.server";

/** Ends it: strangers aren't slowed at that name any more. Its case stays with those who handle it. Twice is once. */
export async function endPileOn(tx: Tx, caseId: number, now: Date): Promise<void> {
  const ended = await tx
    .update(pileOns)
    .set({ ended: now })
    .where(and(eq(pileOns.caseId, caseId), isNull(pileOns.ended)))
    .returning();
  if (ended.some(({ wish }) => slows(wish))) await appendToLog(tx, { act: "pile-on-over", office: "software" }, now);
}

/** Forgets who these names were that many came at: whoever left needs nobody slowed. What was gathered stays with the case. */
export const forgetPileOnsAt = (tx: Tx, pseudonymIds: number[]) =>
  tx.delete(pileOns).where(inArray(pileOns.targetPseudonymId, pseudonymIds));
