import { and, eq, inArray, isNull } from "drizzle-orm";
import { circleMembers, follows, notifications, posts, pseudonyms } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { type News, notify } from "../../notifications/notify.server";
import { deafTo } from "../../relations/relation-queries.server";
import { holdBack, shelteredFrom } from "../../safety/shelter/hold-back.server";

type Written = {
  postId: number;
  topicId: number;
  space: { id: number; kind: "open" | "members" | "circle" };
  /** Who speaks. */
  pseudonymId: number;
  /** Opens a topic. */
  opens: boolean;
  replyTo: number | null;
  /** Whose topic it is said in; null for whoever opens it. */
  host: number | null;
  mentioned: number[];
};

const AT_ONCE = 500;

const inParts = <T>(all: T[]) =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));

/**
 * Tells whom a new post concerns, each name at most once: who is answered, who is called, who follows. From those who are
 * in shelter from its author it's held back: what answers or calls them, and what is said in their topic to nobody else.
 */
export async function tellReaders(tx: Tx, written: Written, now: Date): Promise<void> {
  const told = new Map<number, News["kind"]>();
  const followers = await followersOf(tx, written);
  for (const pseudonymId of followers) told.set(pseudonymId, written.opens ? "followed-space" : "followed-topic");
  const called = new Set(written.mentioned);
  for (const pseudonymId of called) told.set(pseudonymId, "mention");
  const answered = written.replyTo === null ? null : await authorOf(tx, written.replyTo);
  if (answered !== null) told.set(answered, "reply");
  const aimed = [...called, answered ?? written.host].filter((name) => name !== null);
  if (!told.size && !aimed.length) return;

  const { of, calls } = await deafTo(tx, written.pseudonymId);
  const here = await thoseWhoMaySee(tx, written.space, [...new Set([...told.keys(), ...aimed])]);
  const { postId, topicId, space } = written;
  const within = aimed.filter((name) => here.has(name) && !of.has(name));
  const sheltered = await shelteredFrom(tx, written.pseudonymId, within, now);
  // What a block drops without a sign is held like anything else: missing here, it would tell whose sibling wrote it.
  const held = [...sheltered].map((pseudonymId) => {
    told.delete(pseudonymId);
    return { pseudonymId, kind: called.has(pseudonymId) ? "mention" : "reply", postId, spaceId: space.id } as const;
  });
  await holdBack(tx, held, now);
  const news = [...told].flatMap(([pseudonymId, kind]): News[] => {
    if (!here.has(pseudonymId) || of.has(pseudonymId)) return [];
    // Whoever blocked a sibling of this name hears neither its call nor, instead of it, that the topic goes on.
    if ((kind === "reply" || kind === "mention") && calls.has(pseudonymId)) return [];
    return [{ pseudonymId, kind, postId, topicId, spaceId: space.id }];
  });
  await notify(tx, news, now);
}

async function authorOf(read: Reader, postId: number) {
  const [post] = await read.select({ pseudonymId: posts.pseudonymId }).from(posts).where(eq(posts.id, postId));
  return post?.pseudonymId ?? null;
}

/** Followers of the topic, or of the space when a topic opens. Whoever has news of the topic waiting isn't told again. */
async function followersOf(read: Reader, { opens, space, topicId }: Written): Promise<number[]> {
  const rows = await read
    .select({ pseudonymId: follows.pseudonymId })
    .from(follows)
    .where(opens ? and(eq(follows.spaceId, space.id), isNull(follows.topicId)) : eq(follows.topicId, topicId));
  const all = rows.map((row) => row.pseudonymId);
  if (opens || !all.length) return all;
  const waiting = new Set<number>();
  for (const part of inParts(all)) {
    const found = await read
      .select({ pseudonymId: notifications.pseudonymId })
      .from(notifications)
      .where(
        and(
          inArray(notifications.pseudonymId, part),
          eq(notifications.topicId, topicId),
          eq(notifications.kind, "followed-topic"),
          eq(notifications.seen, false),
        ),
      );
    for (const { pseudonymId } of found) waiting.add(pseudonymId!);
  }
  return all.filter((pseudonymId) => !waiting.has(pseudonymId));
}

/** Of these names, those that are in use and, in a circle, belong to it. */
async function thoseWhoMaySee(read: Reader, space: Written["space"], pseudonymIds: number[]): Promise<Set<number>> {
  const here = new Set<number>();
  for (const part of inParts(pseudonymIds)) {
    const rows =
      space.kind === "circle"
        ? await read
            .select({ id: circleMembers.pseudonymId })
            .from(circleMembers)
            .innerJoin(pseudonyms, eq(pseudonyms.id, circleMembers.pseudonymId))
            .where(
              and(
                eq(pseudonyms.state, "active"),
                eq(circleMembers.spaceId, space.id),
                eq(circleMembers.state, "in"),
                inArray(circleMembers.pseudonymId, part),
              ),
            )
        : await read
            .select({ id: pseudonyms.id })
            .from(pseudonyms)
            .where(and(inArray(pseudonyms.id, part), eq(pseudonyms.state, "active")));
    for (const { id } of rows) here.add(id);
  }
  return here;
}
