import { and, eq, inArray } from "drizzle-orm";
import { cases, evidence, posts, reports } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Conduct } from "../agreements/conducts";
import { takeWordsOut } from "../discussion/posts/post-words.server";
import type { Site } from "../site/site";
import { forgetAnswered, holdsText, sealCopy, setCopiesAside } from "./evidence.server";
import { postItem } from "./find-item.server";
import type { ReportedItem, SubjectKind } from "./item";

type Subject = { kind: SubjectKind; subjectId: number };

const aboutSame = async (read: Reader, { kind, subjectId }: Subject) =>
  read
    .select({ id: cases.id, quarantine: cases.quarantine })
    .from(cases)
    .where(and(eq(cases.subjectKind, kind), eq(cases.subjectId, subjectId)));

type Sealing = { caseId: number; reportId: number; conduct: Conduct; item: ReportedItem };

/** Seals what a report is about into its case: for those who decide, or for stewards alone. Answers whether the case is set aside by this. */
export async function sealInCase(tx: Tx, site: Site, sealing: Sealing, now: Date): Promise<boolean> {
  const { caseId, reportId, conduct, item } = sealing;
  const forStewards = await goesToStewards(tx, caseId, conduct, item);
  await sealCopy(tx, { caseId, reportId, copy: item.copy, forStewards }, now);
  return forStewards && (await setAside(tx, site, { caseId, reportId, subject: item }, now));
}

/** Seals the posts that show what somebody does, also into a report that was there before: for whom its case is. */
export async function sealFurther(tx: Tx, { further = [] }: ReportedItem, reportId: number, now: Date): Promise<void> {
  if (!further.length) return;
  const [found] = await tx
    .select({ id: cases.id, quarantine: cases.quarantine })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.id, reportId));
  if (!found) return;
  const forStewards = found.quarantine === "standing";
  for (const copy of further) await sealCopy(tx, { caseId: found.id, reportId, copy, forStewards }, now);
}

/**
 * Whether a report that is being written belongs to stewards alone: it says child material, or its case was set aside
 * before. Not when they have looked at this very text and found that it isn't that.
 */
async function goesToStewards(tx: Tx, caseId: number, conduct: Conduct, item: ReportedItem): Promise<boolean> {
  const same = await aboutSame(tx, item);
  if (same.find(({ id }) => id === caseId)?.quarantine === "standing") return true;
  if (conduct !== "child-material") return false;
  const lifted = same.filter(({ quarantine }) => quarantine === "lifted").map(({ id }) => id);
  return !(await holdsText(tx, lifted, item.copy.text));
}

/**
 * Sets a case aside for stewards: every copy of the thing, in whichever case, is sealed for them alone, and where it is
 * hidden its words are taken out of the post. Answers whether it hadn't been before.
 */
export async function setAside(
  tx: Tx,
  site: Site,
  { caseId, reportId, subject }: { caseId: number; reportId: number; subject: Subject },
  now: Date,
): Promise<boolean> {
  const same = await aboutSame(tx, subject);
  const before = same.find(({ id }) => id === caseId)?.quarantine;
  await tx.update(cases).set({ quarantine: "standing" }).where(eq(cases.id, caseId));
  await setCopiesAside(
    tx,
    same.map(({ id }) => id),
  );
  if (subject.kind === "post") await takePostAside(tx, site, { caseId, reportId, postId: subject.subjectId }, now);
  // On SQLite the write-ahead log still holds what lay under the server's key.
  tx.afterCommit(() => site.database.scrub());
  return before !== "standing";
}

/** Of a hidden post: seals its words as they are now, and takes them out of the post and of what was copied with its answers. */
async function takePostAside(
  tx: Tx,
  site: Site,
  { caseId, reportId, postId }: { caseId: number; reportId: number; postId: number },
  now: Date,
): Promise<void> {
  const found = await postItem(tx, postId);
  if (found?.item.copy.state !== "hidden" || !found.item.copy.text) return;
  const copyId = await sealCopy(tx, { caseId, reportId, copy: found.item.copy, forStewards: true }, now);
  await tx.update(evidence).set({ only: true }).where(eq(evidence.id, copyId));
  await takeWordsOut(tx, site, postId);
  const answers = tx.select({ id: posts.id }).from(posts).where(eq(posts.replyTo, postId));
  const elsewhere = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.subjectKind, "post"), inArray(cases.subjectId, answers)));
  await forgetAnswered(
    tx,
    elsewhere.map(({ id }) => id),
  );
}
