import type { Member } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { moveCase, unheld } from "./move-case.server";
import { holding, onCase } from "./work-on-case.server";

/** Gives a claimed case back to all it was dealt to; `note` tells them how far it came. */
export const releaseCase = (
  site: Site,
  viewer: Member,
  input: { caseId: number; leaseNumber: number; note: string },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const held = holding(acting, input.leaseNumber, now);
    if (!held.ok) return held;
    await moveCase(tx, acting.found, "open", unheld);
    const entry = { kind: "released", actorPseudonymId: acting.pseudonymId, words: input.note } as const;
    await appendCaseEntry(tx, input.caseId, entry, now);
    return { ok: true };
  });
