import { and, eq } from "drizzle-orm";
import { blocks, cases, posts, reports, topicMutes } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { type TurnAway, turn } from "../relations/turn-away.server";
import type { Site } from "../site/site";
import type { Relief } from "./forms";
import type { SubjectKind } from "./item";

type Target = { postId?: number; pseudonymId?: number; topicId?: number };
type Subject = { kind: SubjectKind; subjectId: number };

/** Hides the reported post from its reporter, and does what else they asked for. */
export async function giveRelief(tx: Tx, viewer: Member, subject: Subject, asked: Relief[], now: Date): Promise<void> {
  const { postId, pseudonymId, topicId } = await targetOf(tx, subject);
  const deeds: TurnAway[] = postId === undefined ? [] : [{ deed: "hide-post", postId }];
  for (const deed of asked) {
    // Begun on its own page, with the codename.
    if (deed === "shelter") continue;
    if (deed !== "mute-topic" && pseudonymId !== undefined) deeds.push({ deed, pseudonymId });
    if (deed === "mute-topic" && topicId !== undefined) deeds.push({ deed, topicId });
  }
  for (const deed of deeds) await turn(tx, viewer.accountId, deed, now);
}

/** The same from the page of a report that was filed before. Refuses "not-found" for anybody else's. */
export async function takeRelief(
  site: Site,
  viewer: Member,
  { reportId, relief }: { reportId: number; relief: Relief[] },
  now: Date,
): Promise<Outcome> {
  const [report] = await site.database.read
    .select({ kind: reports.kind, subjectId: reports.subjectId })
    .from(reports)
    .where(and(eq(reports.id, reportId), eq(reports.reporterAccountId, viewer.accountId)));
  if (!report) return refused("not-found");
  const pace = await site.limits.take("relate", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  await site.database.transaction((tx) => giveRelief(tx, viewer, report, relief, now));
  return { ok: true };
}

/** Which reliefs against this the viewer has taken already. */
export async function reliefHeld(read: Reader, { accountId }: Member, subject: Subject): Promise<Set<Relief>> {
  const { pseudonymId, topicId } = await targetOf(read, subject);
  const [turned, muted] = await Promise.all([
    pseudonymId === undefined
      ? []
      : read
          .select({ kind: blocks.kind })
          .from(blocks)
          .where(and(eq(blocks.ownerAccountId, accountId), eq(blocks.pseudonymId, pseudonymId))),
    topicId === undefined
      ? 0
      : read.$count(topicMutes, and(eq(topicMutes.accountId, accountId), eq(topicMutes.topicId, topicId))),
  ]);
  const held = new Set<Relief>(turned.map((row) => row.kind));
  // Whoever is blocked can't be heard anyway.
  if (held.has("block")) held.add("mute");
  if (muted) held.add("mute-topic");
  return held;
}

/** Whom and what a relief is against. In a gathering nothing: a mask's pseudonym must not show in a list of blocks. */
async function targetOf(read: Reader, { kind, subjectId }: Subject): Promise<Target> {
  if (kind === "pseudonym") return { pseudonymId: subjectId };
  if (kind === "elsewhere") return namedIn(read, subjectId);
  if (kind !== "post") return {};
  const [post] = await read
    .select({ postId: posts.id, pseudonymId: posts.pseudonymId, topicId: posts.topicId })
    .from(posts)
    .where(eq(posts.id, subjectId));
  return post ?? {};
}

/** Whom a report of something elsewhere named. */
async function namedIn(read: Reader, subjectId: number): Promise<Target> {
  const [found] = await read
    .select({ pseudonymId: cases.respondentPseudonymId })
    .from(cases)
    .where(and(eq(cases.subjectKind, "elsewhere"), eq(cases.subjectId, subjectId)));
  return found?.pseudonymId ? { pseudonymId: found.pseudonymId } : {};
}
