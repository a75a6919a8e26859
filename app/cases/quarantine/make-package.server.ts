import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { evidence, posts, pseudonyms, publicLog } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { sha256Of } from "../../platform/keys.server";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import { encryptTo, readOfflineKey } from "../../safety/quarantine/stewards-seal.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import type { Case } from "../find-handler.server";
import { onCase } from "../work-on-case.server";

/**
 * Puts what the law asks to be kept into one file that only the stewards' offline key opens: the sealed copies as they are,
 * their digests, when they were taken and of what, and the head of the public log. Nothing of those who reported. Refuses
 * "not-found" (also for a case that isn't set aside) and "no-offline-key".
 */
export const makePackage = (
  site: Site,
  viewer: Member,
  caseId: number,
  now: Date,
): Promise<Outcome<{ bytes: Uint8Array }>> =>
  onCase(site, viewer, caseId, now, async (tx, { found, pseudonymId, office }) => {
    if (found.quarantine !== "standing") return refused("not-found");
    const offlineKey = await readOfflineKey(tx);
    if (!offlineKey) return refused("no-offline-key");
    const bytes = await encryptTo(offlineKey, JSON.stringify(await contents(tx, found, now), null, 1));
    await appendCaseEntry(tx, caseId, { kind: "package-taken", actorPseudonymId: pseudonymId }, now);
    await appendToLog(tx, { act: "preservation-package-made", office }, now);
    return { ok: true, bytes };
  });

async function contents(tx: Tx, found: Case, now: Date) {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.caseId, found.id), isNotNull(evidence.recipient)))
    .orderBy(asc(evidence.taken), asc(evidence.id));
  const [head] = await tx
    .select({ position: publicLog.position, digest: publicLog.digest })
    .from(publicLog)
    .orderBy(desc(publicLog.position))
    .limit(1);
  return {
    what: "preservation package",
    version: 1,
    made: now.toISOString().slice(0, 10),
    case: toLink(found.id),
    about: await aboutWhat(tx, found),
    conduct: found.conduct,
    writtenInHour: found.conductHour.toISOString(),
    reportedInHour: found.opened.toISOString(),
    digests: "SHA-256 of the copy's id, a colon and the opened copy, in hexadecimal digits",
    copies: rows.map((row) => ({
      id: String(row.id),
      takenInHour: row.taken.toISOString(),
      digest: row.digest,
      sealedFor: row.recipient,
      sealedDigest: sha256Of(row.sealed),
      sealed: Buffer.from(row.sealed).toString("base64"),
    })),
    publicLog: head ?? null,
  };
}

/** Which thing it is, as far as anybody could see it here: never the account behind it. */
async function aboutWhat(tx: Tx, { subjectKind, subjectId, respondentPseudonymId }: Case) {
  const [author] = await tx
    .select({ name: pseudonyms.name })
    .from(pseudonyms)
    .where(eq(pseudonyms.id, respondentPseudonymId ?? 0));
  const [post] = await tx
    .select({ topicId: posts.topicId, position: posts.position, state: posts.state })
    .from(posts)
    .where(eq(posts.id, subjectKind === "post" ? subjectId : 0));
  return {
    kind: subjectKind,
    id: toLink(subjectId),
    // Of a message under a mask only the mask is in the copy.
    author: subjectKind === "gathering-message" ? null : (author?.name ?? null),
    address: post ? `/t/${toLink(post.topicId)}/${post.position}` : null,
    state: post?.state ?? null,
  };
}
