import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import {
  blocks,
  circleMembers,
  follows,
  hiddenPosts,
  notifications,
  offices,
  posts,
  pseudonyms,
  readMarks,
  spaces,
  spaceVoices,
  ties,
  topicMutes,
} from "#db/schema";
import { dayOf, NOWHERE, placesFor, source, spacesFor, type Taker } from "./taker.server";

/** Others' names by id; a burned one isn't said again. */
async function othersNames({ read }: Taker, ids: number[]): Promise<Map<number, string>> {
  if (!ids.length) return new Map();
  const rows = await read
    .select({ id: pseudonyms.id, name: pseudonyms.name })
    .from(pseudonyms)
    .where(and(inArray(pseudonyms.id, [...new Set(ids)]), ne(pseudonyms.state, "burned")));
  return new Map(rows.map((row) => [row.id, row.name]));
}

export const nameSource = source<"names">()(
  async ({ viewer }) => viewer.pseudonyms,
  async (_, own) => own.map(({ name, state }) => ({ name, state: state === "retired" ? "retired" : "active" })),
);

export const officeSource = source<"offices">()(
  ({ read, ids }) => read.select().from(offices).where(inArray(offices.pseudonymId, ids)).orderBy(asc(offices.id)),
  async ({ names }, rows) =>
    rows.map(({ pseudonymId, office, since, until }) => ({
      name: names.get(pseudonymId)!,
      office,
      since: dayOf(since),
      ends: until && dayOf(until),
    })),
);

export const circleSource = source<"circles">()(
  async ({ read, ids, viewer }) =>
    viewer.younger
      ? []
      : read
          .select({ member: circleMembers, space: spaces.name })
          .from(circleMembers)
          .innerJoin(spaces, eq(spaces.id, circleMembers.spaceId))
          .where(inArray(circleMembers.pseudonymId, ids))
          .orderBy(asc(circleMembers.spaceId), asc(circleMembers.pseudonymId)),
  async ({ names }, rows) =>
    rows.map(({ member: { pseudonymId, state, host }, space }) => ({
      name: names.get(pseudonymId)!,
      space,
      state,
      host,
    })),
);

export const voiceSource = source<"voices">()(
  ({ read, viewer }) =>
    read
      .select()
      .from(spaceVoices)
      .where(eq(spaceVoices.accountId, viewer.accountId))
      .orderBy(asc(spaceVoices.spaceId)),
  async (taker, rows) => {
    const seen = await spacesFor(
      taker,
      rows.map((row) => row.spaceId),
    );
    return rows.flatMap(({ spaceId, slot }) => {
      const name = taker.viewer.pseudonyms.find((own) => own.slot === slot)?.name;
      const space = seen.get(spaceId);
      return name && space ? [{ space, name }] : [];
    });
  },
);

export const followSource = source<"follows">()(
  ({ read, ids }) => read.select().from(follows).where(inArray(follows.pseudonymId, ids)).orderBy(asc(follows.id)),
  async (taker, rows) => {
    const places = await placesFor(
      taker,
      rows.flatMap((row) => row.topicId ?? []),
    );
    const seen = await spacesFor(
      taker,
      rows.flatMap((row) => row.spaceId ?? []),
    );
    return rows.map(({ pseudonymId, topicId, spaceId }) => {
      const at = places.get(topicId ?? -1) ?? NOWHERE;
      return {
        name: taker.names.get(pseudonymId)!,
        topic: at.topic,
        space: spaceId === null ? at.space : (seen.get(spaceId) ?? null),
      };
    });
  },
);

export const notificationSource = source<"notifications">()(
  ({ read, ids, viewer, whole }) => {
    const named = inArray(notifications.pseudonymId, ids);
    return read
      .select()
      .from(notifications)
      .where(whole ? or(named, eq(notifications.accountId, viewer.accountId)) : named)
      .orderBy(asc(notifications.bump));
  },
  async (taker, rows) => {
    const places = await placesFor(
      taker,
      rows.flatMap((row) => row.topicId ?? []),
    );
    return rows.map(({ kind, pseudonymId, topicId, created, seen }) => ({
      kind,
      name: pseudonymId === null ? null : taker.names.get(pseudonymId)!,
      topic: places.get(topicId ?? -1)?.topic ?? null,
      day: dayOf(created),
      seen,
    }));
  },
);

export const blockSource = source<"blocks">()(
  ({ read, viewer }) =>
    read
      .select()
      .from(blocks)
      .where(eq(blocks.ownerAccountId, viewer.accountId))
      .orderBy(asc(blocks.since), asc(blocks.id)),
  async (taker, rows) => {
    const names = await othersNames(
      taker,
      rows.map((row) => row.pseudonymId),
    );
    return rows.map(({ pseudonymId, kind, since }) => ({
      name: names.get(pseudonymId) ?? null,
      kind,
      since: dayOf(since),
    }));
  },
);

export const tieSource = source<"ties">()(
  ({ read, ids }) =>
    read
      .select()
      .from(ties)
      .where(inArray(ties.moderatorPseudonymId, ids))
      .orderBy(asc(ties.moderatorPseudonymId), asc(ties.pseudonymId)),
  async (taker, rows) => {
    const names = await othersNames(
      taker,
      rows.map((row) => row.pseudonymId),
    );
    return rows.map(({ moderatorPseudonymId, pseudonymId, declared }) => ({
      name: taker.names.get(moderatorPseudonymId)!,
      whom: names.get(pseudonymId) ?? null,
      declared: dayOf(declared),
    }));
  },
);

/** What of a topic stands on the account's side: its title and its space, where the taker can still enter. */
async function placed<Row extends { topicId: number }>(taker: Taker, rows: Row[]) {
  const places = await placesFor(
    taker,
    rows.map((row) => row.topicId),
  );
  return rows.map((row) => {
    const { topic, space } = places.get(row.topicId) ?? NOWHERE;
    return { topic, space, row };
  });
}

export const readingSource = source<"reading">()(
  ({ read, viewer }) =>
    read.select().from(readMarks).where(eq(readMarks.accountId, viewer.accountId)).orderBy(asc(readMarks.topicId)),
  async (taker, rows) =>
    (await placed(taker, rows)).map(({ topic, space, row }) => ({ topic, space, position: row.position })),
);

export const mutedTopicSource = source<"mutedTopics">()(
  ({ read, viewer }) =>
    read.select().from(topicMutes).where(eq(topicMutes.accountId, viewer.accountId)).orderBy(asc(topicMutes.topicId)),
  async (taker, rows) => (await placed(taker, rows)).map(({ topic, space }) => ({ topic, space })),
);

export const hiddenPostSource = source<"hiddenPosts">()(
  ({ read, viewer }) =>
    read
      .select({ postId: hiddenPosts.postId, topicId: posts.topicId, position: posts.position })
      .from(hiddenPosts)
      .leftJoin(posts, eq(posts.id, hiddenPosts.postId))
      .where(eq(hiddenPosts.accountId, viewer.accountId))
      .orderBy(asc(hiddenPosts.postId)),
  async (taker, rows) =>
    (
      await placed(
        taker,
        rows.map((row) => ({ ...row, topicId: row.topicId ?? -1 })),
      )
    ).map(({ topic, space, row }) => ({ topic, space, position: space === null ? null : row.position })),
);
