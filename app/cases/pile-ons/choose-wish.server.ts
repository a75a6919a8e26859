import { eq, inArray } from "drizzle-orm";
import { cases, pileOnParts, pileOns, reports } from "#db/schema";
import { type Member, owns } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { turn } from "../../relations/turn-away.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { isActive } from "../case-states";
import { changeWish } from "./change-wish.server";
import { endPileOn } from "./end-pile-on.server";
import type { PileOnChoice } from "./forms";

/**
 * What the member at whom many come wants: strangers slowed, only gathered, or nothing at all because it's kind; `mute-all`
 * mutes everybody who took part, for them alone. Refuses "not-found" for anybody else, "closed" when it is over.
 */
export async function choosePileOnWish(
  site: Site,
  viewer: Member,
  { caseId, choice }: { caseId: number; choice: PileOnChoice },
  now: Date,
): Promise<Outcome> {
  const [before] = await site.database.read.select().from(pileOns).where(eq(pileOns.caseId, caseId));
  if (!before || !owns(viewer, before.targetPseudonymId)) return refused("not-found");
  const pace = await site.limits.take("relate", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx): Promise<Outcome> => {
    if (choice === "mute-all") {
      const names = await tx
        .selectDistinct({ id: pileOnParts.pseudonymId })
        .from(pileOnParts)
        .where(eq(pileOnParts.caseId, caseId));
      for (const { id } of names)
        if (!owns(viewer, id)) await turn(tx, viewer.accountId, { deed: "mute", pseudonymId: id }, now);
      return { ok: true };
    }
    const [found] = await tx.select().from(pileOns).where(eq(pileOns.caseId, caseId));
    if (!found || found.ended !== null) return refused("closed");
    await changeWish(tx, caseId, choice, now);
    if (choice === "kind") {
      await endPileOn(tx, caseId, now);
      await appendCaseEntry(tx, caseId, { kind: "pile-on-kind" }, now);
      await closeUnlessReported();
    }
    tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
    return { ok: true };

    /** With reports in it the case stays: nobody else's report is dropped by a word. */
    async function closeUnlessReported() {
      const told = await tx.$count(reports, inArray(reports.caseId, [caseId]));
      const [one] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.id, caseId));
      if (told > 0 || !one || !isActive(one.state)) return;
      const over = { state: "closed" as const, closed: now, holderPseudonymId: null, leaseUntil: null };
      await tx
        .update(cases)
        .set({ ...over, acknowledgeBy: null, decideBy: null })
        .where(eq(cases.id, caseId));
      await appendCaseEntry(tx, caseId, { kind: "closed" }, now);
    }
  });
}
