import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { posts, pseudonyms, topics } from "#db/schema";
import { listDrafts } from "../../discussion/drafts/draft-queries.server";
import { takenBackIn } from "../../discussion/posts/taken-back.server";
import { takeBackInText } from "../../discussion/text/taken-back";
import { dayOf, NOWHERE, placesFor, source, type Taker } from "./taker.server";

/** Own words that are still there for their author. */
const standing = inArray(posts.state, ["visible", "hidden"]);

/** The names to whose posts these answer; a burned one, or a post in a place that the taker can't enter, isn't named. */
async function answeredBy({ read }: Taker, ids: number[]): Promise<Map<number, string>> {
  if (!ids.length) return new Map();
  const rows = await read
    .select({ id: posts.id, name: pseudonyms.name })
    .from(posts)
    .innerJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(and(inArray(posts.id, ids), ne(pseudonyms.state, "burned")));
  return new Map(rows.map((row) => [row.id, row.name]));
}

export const postSource = source<"posts">()(
  ({ read, ids }) =>
    read
      .select({ id: posts.id })
      .from(posts)
      .where(and(inArray(posts.pseudonymId, ids), standing))
      .orderBy(asc(posts.written), asc(posts.topicId), asc(posts.position)),
  async (taker, keys) => {
    const rows = await taker.read
      .select()
      .from(posts)
      .where(
        and(
          inArray(
            posts.id,
            keys.map((key) => key.id),
          ),
          standing,
        ),
      );
    const [places, answered] = await Promise.all([
      placesFor(
        taker,
        rows.map((row) => row.topicId),
      ),
      answeredBy(
        taker,
        rows.flatMap((row) => row.replyTo ?? []),
      ),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const told = [];
    for (const { id } of keys) {
      const row = byId.get(id);
      if (!row) continue;
      const place = places.get(row.topicId) ?? NOWHERE;
      told.push({
        topic: place.topic,
        name: taker.names.get(row.pseudonymId)!,
        space: place.space,
        address: place.address && `${place.address}/${row.position}`,
        written: dayOf(row.written),
        answers: place.address === null || row.replyTo === null ? null : (answered.get(row.replyTo) ?? null),
        body: takeBackInText(row.body, await takenBackIn(taker.read, [row])),
        contentNotes: row.contentNotes,
        storyLabel: row.storyLabel,
        state: row.state === "hidden" ? ("hidden" as const) : ("visible" as const),
        edited: row.edited,
      });
    }
    return told;
  },
);

export const topicSource = source<"topics">()(
  ({ read, ids }) =>
    read
      .select({ topic: topics })
      .from(topics)
      .innerJoin(posts, and(eq(posts.topicId, topics.id), eq(posts.position, 1)))
      .where(and(inArray(topics.pseudonymId, ids), standing))
      .orderBy(asc(topics.started), asc(topics.id)),
  async (taker, rows) => {
    const places = await placesFor(
      taker,
      rows.map(({ topic }) => topic.id),
    );
    return rows.map(({ topic }) => ({
      title: topic.title,
      name: taker.names.get(topic.pseudonymId)!,
      space: places.get(topic.id)?.space ?? null,
      address: places.get(topic.id)?.address ?? null,
      started: dayOf(topic.started),
      state: topic.state,
      language: topic.language,
      contentNotes: topic.contentNotes,
      calmReason: topic.calmReason,
    }));
  },
);

export const draftSource = source<"drafts">()(
  ({ read, viewer }) => listDrafts(read, viewer),
  async (_, rows) =>
    rows.map(({ title, where, kind, kept, body }) => ({ title, where, kind, kept: dayOf(kept), body })),
);
