import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { heldBy } from "./deal-case.server";
import { leaseFrom, moveCase } from "./move-case.server";
import { tellHandlers } from "./tell.server";
import { holding, onCase } from "./work-on-case.server";

/** Hands a claimed case to another of those it was dealt to, with a note. Refuses "invalid" for anybody else. */
export const handOverCase = (
  site: Site,
  viewer: Member,
  input: { caseId: number; leaseNumber: number; to: number; note: string },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const held = holding(acting, input.leaseNumber, now);
    if (!held.ok) return held;
    if (input.to === acting.pseudonymId || !(await heldBy(tx, input.caseId)).includes(input.to))
      return refused("invalid");
    const leaseNumber = acting.found.leaseNumber + 1;
    await moveCase(tx, acting.found, "claimed", { holderPseudonymId: input.to, ...leaseFrom(now), leaseNumber });
    const entry = { kind: "handed-over", actorPseudonymId: acting.pseudonymId, words: input.note } as const;
    await appendCaseEntry(tx, input.caseId, entry, now);
    await tellHandlers(tx, input.caseId, [input.to], now);
    return { ok: true };
  });
