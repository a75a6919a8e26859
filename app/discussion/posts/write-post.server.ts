import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { posts, pseudonyms, readMarks, topics } from "#db/schema";
import type { Reader } from "#db/types";
import { accountIsThere } from "../../accounts/erase-account.server";
import { asName, type Member, slowedStanding, type Viewer } from "../../accounts/viewer";
import { type Outcome, type Refused, refused } from "../../platform/outcome";
import { chooseSpeaker, rememberVoice } from "../../pseudonyms/voice-guard.server";
import { slowStrangers } from "../../safety/pile-on/slow-strangers.server";
import type { Site } from "../../site/site";
import { forgetPosted } from "../drafts/keep-draft.server";
import { notesOf, type PostInput, postForm } from "../forms";
import { mayQuote, mayReply, viewOf } from "../permissions";
import { pauseIn } from "../topics/calm/rules";
import { liveliest, type WrittenPost } from "../topics/start-topic.server";
import { findTopic, type Topic } from "../topics/topic-queries.server";
import { noteFirstPost } from "./note-first-post.server";
import { prepareText } from "./prepare-text.server";
import { asOnePress, earlierPress } from "./speaking.server";
import { tellReaders } from "./tell-readers.server";

/**
 * Answers in a topic, or (with `to`) one post of it. Refuses quotes that the quoted author doesn't want; a sibling of
 * the author's name may quote and answer no more than anybody else, or it would be known by it. A second
 * press of one form (`once`) answers with what the first wrote.
 */
export async function writePost(
  site: Site,
  viewer: Viewer,
  input: PostInput & { topic: number },
  now: Date,
): Promise<Outcome<WrittenPost>> {
  const { read } = site.database;
  const topic = await findTopic(read, viewer, input.topic);
  if (!topic) return refused("not-found");
  const allowed = mayReply(viewer, topic.space, topic, now);
  if (!allowed.ok) return allowed;
  const parsed = postForm.safeParse(input);
  if (!parsed.success) return refused("invalid");
  return asOnePress(site, allowed.viewer, parsed.data, () => write(site, allowed.viewer, topic, parsed.data, now));
}

async function write(
  site: Site,
  viewer: Member,
  topic: Topic,
  sent: z.output<typeof postForm>,
  now: Date,
): Promise<Outcome<WrittenPost>> {
  const { read } = site.database;
  const { accountId } = viewer;
  const { body, storyLabel, to, asked, once } = sent;

  const press = await earlierPress(read, viewer, once, body);
  if ("written" in press) return { ok: true, ...press.written };
  const chosen = await chooseSpeaker(read, viewer, topic.space, sent);
  if (!chosen.ok) return chosen;
  const speaker = asName(viewer, chosen.speaker.id);
  const { html, renderer, mentioned, quoted } = await prepareText(read, body, topic.id);
  const pointedAt = await postsAt(read, topic.id, [...quoted, ...(to ? [to] : [])]);
  const unwanted = unwantedQuote(speaker, pointedAt, quoted, asked);
  if (unwanted) return unwanted;
  const answered = pointedAt.find((post) => post.position === to);
  if (to && (!answered || !viewOf(speaker, answered).startsWith("shown"))) return refused("not-found");
  const standing = slowedStanding(viewer);
  const inTopic = { topic: topic.id, "account-in-topic": `${accountId}:${topic.id}`, pause: pauseIn(topic, now) };
  const who = { account: accountId, standing, ...inTopic };
  const at = {
    pointed: [...(answered ? [answered.pseudonymId] : []), ...mentioned],
    host: answered ? [] : [topic.pseudonymId],
  };
  const slowed = await slowStrangers(site, viewer, { speaker: chosen.speaker.id, ...at }, now);
  if (!slowed.ok) return slowed;
  const pace = await site.limits.take("write-post", who, now);
  if (!pace.ok) return pace;

  const pseudonymId = chosen.speaker.id;
  return site.database.transaction(async (tx): Promise<Outcome<WrittenPost>> => {
    const again = await earlierPress(tx, viewer, once, body);
    if ("written" in again) return { ok: true, ...again.written };
    if (!(await accountIsThere(tx, accountId))) return refused("sign-in-first");
    const [fresh] = await tx
      .select({ state: topics.state, posts: topics.posts })
      .from(topics)
      .where(eq(topics.id, topic.id));
    if (fresh?.state !== "open") return refused(fresh ? "closed" : "not-found");
    const position = fresh.posts + 1;
    const bump = (await liveliest(tx, topic.space.id)) + 1;
    const postId = again.id;
    const replyTo = answered?.id ?? null;
    await tx.insert(posts).values({
      id: postId,
      topicId: topic.id,
      position,
      pseudonymId,
      replyTo,
      body,
      html,
      renderer,
      contentNotes: notesOf(sent),
      storyLabel,
      written: now,
    });
    await tx.update(topics).set({ posts: position, bump, lastPost: now }).where(eq(topics.id, topic.id));
    await rememberVoice(tx, accountId, topic.space.id, chosen.speaker.slot);
    await forgetPosted(tx, site, accountId, { kind: "reply", id: topic.id }, sent);
    // Whoever had read everything has read their own words, too; others still find where they stopped.
    await tx
      .update(readMarks)
      .set({ position })
      .where(
        and(eq(readMarks.accountId, accountId), eq(readMarks.topicId, topic.id), eq(readMarks.position, fresh.posts)),
      );
    const about = { postId, topicId: topic.id, space: topic.space, pseudonymId, opens: false, replyTo, mentioned };
    await tellReaders(tx, { ...about, host: topic.pseudonymId }, now);
    await noteFirstPost(site, tx, viewer, pseudonymId, now);
    tx.afterCommit(() =>
      site.events.publish({ kind: "post-written", topicId: topic.id, spaceId: topic.space.id, position }),
    );
    return { ok: true, topicId: topic.id, postId, position };
  });
}

type PostPointedAt = Awaited<ReturnType<typeof postsAt>>[number];

/** Posts of a topic by position, with what decides about them. */
export async function postsAt(read: Reader, topicId: number, positions: number[]) {
  if (!positions.length) return [];
  return read
    .select({
      id: posts.id,
      position: posts.position,
      state: posts.state,
      storyLabel: posts.storyLabel,
      pseudonymId: posts.pseudonymId,
      authorState: pseudonyms.state,
    })
    .from(posts)
    .leftJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(and(eq(posts.topicId, topicId), inArray(posts.position, positions.slice(0, MOST_QUOTED))));
}

/** A text quotes a few posts, not a whole topic. */
const MOST_QUOTED = 50;

/** The first reason, if any, why one of the quoted posts may not be quoted. */
export function unwantedQuote(
  viewer: Viewer,
  pointedAt: PostPointedAt[],
  quoted: number[],
  asked: boolean,
): Refused | null {
  if (quoted.length > MOST_QUOTED) return refused("invalid");
  for (const post of pointedAt) {
    const allowed = quoted.includes(post.position) ? mayQuote(viewer, post, asked) : null;
    if (allowed && !allowed.ok && allowed.reason !== "not-found") return allowed;
  }
  return null;
}
