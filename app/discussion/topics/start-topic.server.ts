import { desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { follows, posts, readMarks, topics } from "#db/schema";
import type { Reader } from "#db/types";
import { accountIsThere } from "../../accounts/erase-account.server";
import { type Member, slowedStanding, type Viewer } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { chooseSpeaker, rememberVoice } from "../../pseudonyms/voice-guard.server";
import { slowStrangers } from "../../safety/pile-on/slow-strangers.server";
import type { Site } from "../../site/site";
import { findSpace, type Space } from "../../spaces/space-queries.server";
import { forgetPosted } from "../drafts/keep-draft.server";
import { notesOf, type TopicInput, topicForm } from "../forms";
import { mayStartTopic } from "../permissions";
import { noteFirstPost } from "../posts/note-first-post.server";
import { prepareText } from "../posts/prepare-text.server";
import { asOnePress, earlierPress } from "../posts/speaking.server";
import { tellReaders } from "../posts/tell-readers.server";

export type WrittenPost = { topicId: number; postId: number; position: number };

/** Opens a topic with its first post. A second press of one form (`once`) answers with what the first wrote. */
export async function startTopic(
  site: Site,
  viewer: Viewer,
  input: TopicInput & { space: number | string },
  now: Date,
): Promise<Outcome<WrittenPost>> {
  const { read } = site.database;
  const space = await findSpace(read, viewer, input.space);
  if (!space) return refused("not-found");
  const allowed = mayStartTopic(viewer, space);
  if (!allowed.ok) return allowed;
  const parsed = topicForm.safeParse(input);
  if (!parsed.success) return refused("invalid");
  return asOnePress(site, allowed.viewer, parsed.data, () => open(site, allowed.viewer, space, parsed.data, now));
}

async function open(
  site: Site,
  viewer: Member,
  space: Space,
  sent: z.output<typeof topicForm>,
  now: Date,
): Promise<Outcome<WrittenPost>> {
  const { read } = site.database;
  const { accountId } = viewer;
  const { title, body, storyLabel, language, once } = sent;
  const contentNotes = notesOf(sent);
  const press = await earlierPress(read, viewer, once, body);
  if ("written" in press) return { ok: true, ...press.written };
  const chosen = await chooseSpeaker(read, viewer, space, sent);
  if (!chosen.ok) return chosen;
  const pace = await site.limits.take("start-topic", { account: accountId, standing: slowedStanding(viewer) }, now);
  if (!pace.ok) return pace;

  const pseudonymId = chosen.speaker.id;
  const topicId = newId();
  const { html, renderer, mentioned } = await prepareText(read, body, topicId);
  const slowed = await slowStrangers(site, viewer, { speaker: pseudonymId, pointed: mentioned }, now);
  if (!slowed.ok) return slowed;
  return site.database.transaction(async (tx): Promise<Outcome<WrittenPost>> => {
    // Two presses at once: the second waits for its turn and finds what the first wrote.
    const again = await earlierPress(tx, viewer, once, body);
    if ("written" in again) return { ok: true, ...again.written };
    if (!(await accountIsThere(tx, accountId))) return refused("sign-in-first");
    const bump = (await liveliest(tx, space.id)) + 1;
    const position = 1;
    await tx.insert(topics).values({
      id: topicId,
      spaceId: space.id,
      pseudonymId,
      title,
      language: language ?? null,
      contentNotes,
      posts: position,
      bump,
      started: now,
      lastPost: now,
    });
    const postId = again.id;
    await tx.insert(posts).values({
      id: postId,
      topicId,
      position,
      pseudonymId,
      body,
      html,
      renderer,
      contentNotes,
      storyLabel,
      written: now,
    });
    await tx.insert(follows).values({ pseudonymId, topicId }).onConflictDoNothing();
    await tx.insert(readMarks).values({ accountId, topicId, position });
    await rememberVoice(tx, accountId, space.id, chosen.speaker.slot);
    await forgetPosted(tx, site, accountId, { kind: "topic", id: space.id }, sent);
    const about = { postId, topicId, space, pseudonymId, opens: true, replyTo: null, host: null, mentioned };
    await tellReaders(tx, about, now);
    await noteFirstPost(site, tx, viewer, pseudonymId, now);
    tx.afterCommit(() => site.events.publish({ kind: "post-written", topicId, spaceId: space.id, position }));
    return { ok: true, topicId, postId, position };
  });
}

/** The highest bump of a space's topics; 0 in an empty space. */
export async function liveliest(read: Reader, spaceId: number): Promise<number> {
  const [topic] = await read
    .select({ bump: topics.bump })
    .from(topics)
    .where(eq(topics.spaceId, spaceId))
    .orderBy(desc(topics.bump))
    .limit(1);
  return topic?.bump ?? 0;
}
