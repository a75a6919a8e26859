import { and, eq, isNull, max } from "drizzle-orm";
import { cases, evidence, pileOnParts } from "#db/schema";
import type { Member } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { seal, sha256, unseal } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { deadlinesFrom } from "../deadlines";
import { dealCase } from "../deal-case.server";
import { holding, onCase } from "../work-on-case.server";

/**
 * Makes a case of its own of one part of a pile-on, about whoever wrote it: a pattern is decided as a whole, what somebody
 * did in it is decided on its own. The sealed copy goes along. Refuses "not-found" and, for one taken out before, "already-done".
 */
export const takeOut = (
  site: Site,
  viewer: Member,
  input: { caseId: number; leaseNumber: number; partId: number },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const held = holding(acting, input.leaseNumber, now);
    if (!held.ok) return held;
    const [part] = await tx
      .select()
      .from(pileOnParts)
      .where(and(eq(pileOnParts.id, input.partId), eq(pileOnParts.caseId, input.caseId)));
    if (!part) return refused("not-found");
    if (part.takenOutTo !== null) return refused("already-done");
    const [last] = await tx.select({ bump: max(cases.bump) }).from(cases);
    const caseId = newId();
    await tx.insert(cases).values({
      id: caseId,
      respondentPseudonymId: part.pseudonymId,
      subjectKind: "post",
      subjectId: part.postId,
      conduct: "pile-on",
      severity: "ordinary",
      state: "open",
      bump: (last?.bump ?? 0) + 1,
      conductHour: part.written,
      opened: now,
      ...deadlinesFrom("ordinary", now),
    });
    const plain = unseal("evidence", part.sealed, String(part.id));
    const id = newId();
    const copy = { id, caseId, sealed: seal("evidence", plain, String(id)), digest: sha256(`${id}:${plain}`) };
    await tx.insert(evidence).values({ ...copy, reportId: null, taken: now });
    await tx
      .update(pileOnParts)
      .set({ takenOutTo: caseId })
      .where(and(eq(pileOnParts.id, part.id), isNull(pileOnParts.takenOutTo)));
    await appendCaseEntry(tx, caseId, { kind: "taken-out", actorPseudonymId: acting.pseudonymId }, now);
    await appendCaseEntry(tx, input.caseId, { kind: "taken-out", actorPseudonymId: acting.pseudonymId }, now);
    await dealCase(tx, caseId, now);
    tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
    return { ok: true };
  });
