import type { Member } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { extendLease, holding, onCase } from "./work-on-case.server";

/** Writes a note for those who handle the case, and keeps the claim alive. */
export const addNote = (
  site: Site,
  viewer: Member,
  input: { caseId: number; leaseNumber: number; note: string },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const held = holding(acting, input.leaseNumber, now);
    if (!held.ok) return held;
    await extendLease(tx, input.caseId, now);
    const entry = { kind: "note", actorPseudonymId: acting.pseudonymId, words: input.note } as const;
    await appendCaseEntry(tx, input.caseId, entry, now);
    return { ok: true };
  });
