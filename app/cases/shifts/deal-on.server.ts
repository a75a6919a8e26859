import { and, eq, inArray } from "drizzle-orm";
import { caseDeals, cases } from "#db/schema";
import type { Tx } from "#db/types";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { activeStates } from "../case-states";
import { dealCase, heldBy } from "../deal-case.server";

/**
 * Deals anew every active case that a name has (`only`: those of such conduct), after what it wishes has changed. A case
 * that it was working on and loses says that it was given back, with the note.
 */
export async function dealOn(
  site: Site,
  tx: Tx,
  pseudonymId: number,
  { only, note = "" }: { only?: string[]; note?: string },
  now: Date,
): Promise<void> {
  const dealt = await tx
    .select({ id: cases.id, conduct: cases.conduct, state: cases.state, holder: cases.holderPseudonymId })
    .from(cases)
    .innerJoin(caseDeals, eq(caseDeals.caseId, cases.id))
    .where(and(eq(caseDeals.moderatorPseudonymId, pseudonymId), inArray(cases.state, [...activeStates])));
  for (const { id, conduct, holder } of dealt) {
    if (only && !only.includes(conduct)) continue;
    await dealCase(tx, id, now);
    if ((await heldBy(tx, id)).includes(pseudonymId)) continue;
    if (holder === pseudonymId) {
      await tx
        .update(cases)
        .set({ holderPseudonymId: null, leaseUntil: null })
        .where(and(eq(cases.id, id), eq(cases.holderPseudonymId, pseudonymId)));
      await appendCaseEntry(tx, id, { kind: "released", actorPseudonymId: pseudonymId, words: note }, now);
    }
    tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId: id }));
  }
}
