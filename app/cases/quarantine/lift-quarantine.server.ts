import { eq } from "drizzle-orm";
import { cases, evidence } from "#db/schema";
import type { Member } from "../../accounts/viewer";
import { type Conduct, severityOf } from "../../agreements/conducts";
import { putWordsBack } from "../../discussion/posts/post-words.server";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import { giveCopiesBack, isCopyOf } from "../../reports/evidence.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { isActive } from "../case-states";
import { dealCase } from "../deal-case.server";
import { onCase } from "../work-on-case.server";
import type { LiftInput } from "./forms";

/**
 * Says that what was set aside isn't child material, but `conduct`. The copies go to those who decide, the words back into
 * the post, which stays hidden until it is decided, and the case is dealt like any other. What was sealed for the offline
 * key must be opened by it and brought along (`opened`). Refuses "not-found", "already-decided" and "invalid" (a copy
 * that the post's words are only in was not among what was brought).
 */
export const liftQuarantine = (
  site: Site,
  viewer: Member,
  { caseId, conduct, opened }: LiftInput & { caseId: number },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, caseId, now, async (tx, { found, pseudonymId, office }) => {
    if (found.quarantine !== "standing") return refused("not-found");
    if (!isActive(found.state) || found.state === "waiting-for-second") return refused("already-decided");
    const rows = await tx.select().from(evidence).where(eq(evidence.caseId, caseId));
    const brought = rows.every(
      (row) => !row.only || row.recipient === "server" || opened.some((one) => isCopyOf(row, one)),
    );
    if (!brought) return refused("invalid");
    const { only } = await giveCopiesBack(tx, rows, opened);
    for (const { text, contentNotes, place } of only)
      await putWordsBack(tx, site, found.subjectId, { body: text, contentNotes, title: place });
    await tx
      .update(cases)
      .set({ quarantine: "lifted", conduct: conduct satisfies Conduct, severity: severityOf(conduct) })
      .where(eq(cases.id, caseId));
    await appendCaseEntry(tx, caseId, { kind: "quarantine-lifted", actorPseudonymId: pseudonymId }, now);
    await dealCase(tx, caseId, now);
    await appendToLog(tx, { act: "quarantine-lifted", office }, now);
    return { ok: true };
  });
