import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { before } from "#db/portable";
import { posts, pseudonyms, readMarks, spaces, topicMutes, topics } from "#db/schema";
import type { Reader } from "#db/types";
import { owns, type Viewer } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { type Space, spaceColumns, spaceFor } from "../../spaces/space-queries.server";
import { viewOf } from "../permissions";

const NOBODY = -1;
/** The account whose marks are looked up; a guest has none. */
const accountOf = (viewer: Viewer) => (viewer.kind === "member" ? viewer.accountId : NOBODY);

const columns = {
  id: topics.id,
  pseudonymId: topics.pseudonymId,
  title: topics.title,
  language: topics.language,
  state: topics.state,
  contentNotes: topics.contentNotes,
  posts: topics.posts,
  bump: topics.bump,
  lastPost: topics.lastPost,
  slowSeconds: topics.slowSeconds,
  writers: topics.writers,
  calmReason: topics.calmReason,
  calmUntil: topics.calmUntil,
  calmByPseudonymId: topics.calmByPseudonymId,
};

/** The post that opened a topic, and its author: what they keep back, the title keeps back. */
const opening = { state: posts.state, storyLabel: posts.storyLabel };
const author = { name: pseudonyms.name, leaf: pseudonyms.leaf, state: pseudonyms.state };
const opens = and(eq(posts.topicId, topics.id), eq(posts.position, 1));

type Opened = {
  topic: { pseudonymId: number; title: string };
  opening: Pick<Parameters<typeof viewOf>[1], "state" | "storyLabel"> | null;
  author: { name: string; leaf: number; state: "active" | "retired" | "burned" } | null;
};

/** The title and author of a topic, as far as the viewer may know them. */
function headOf(viewer: Viewer, { topic, opening, author }: Opened) {
  const { pseudonymId } = topic;
  const view = opening && viewOf(viewer, { ...opening, pseudonymId, authorState: author?.state ?? null });
  const known = view === "shown" || view === "shown-to-author";
  const named = author && view !== "not-for-guests" && (author.state !== "burned" || owns(viewer, pseudonymId));
  return { title: known ? topic.title : "", author: named ? { name: author.name, leaf: author.leaf } : null };
}

/** A topic with its space, how far the viewer has read (0: nothing yet) and whether they muted it; null when it isn't there for them. */
export async function findTopic(read: Reader, viewer: Viewer, id: number) {
  const account = accountOf(viewer);
  const [row] = await read
    .select({
      topic: columns,
      space: spaceColumns,
      opening,
      author,
      read: readMarks.position,
      muted: topicMutes.topicId,
    })
    .from(topics)
    .innerJoin(spaces, eq(spaces.id, topics.spaceId))
    .leftJoin(posts, opens)
    .leftJoin(pseudonyms, eq(pseudonyms.id, topics.pseudonymId))
    .leftJoin(readMarks, and(eq(readMarks.accountId, account), eq(readMarks.topicId, topics.id)))
    .leftJoin(topicMutes, and(eq(topicMutes.accountId, account), eq(topicMutes.topicId, topics.id)))
    .where(eq(topics.id, id));
  const space: Space | null = row ? await spaceFor(read, viewer, row.space) : null;
  if (!row || !space) return null;
  return { ...row.topic, ...headOf(viewer, row), space, read: row.read ?? 0, muted: row.muted !== null };
}

export type Topic = NonNullable<Awaited<ReturnType<typeof findTopic>>>;

/** Of some topics the titles, as far as the viewer may know them; empty where they may not. */
export async function titlesFor(read: Reader, viewer: Viewer, topicIds: number[]): Promise<Map<number, string>> {
  if (!topicIds.length) return new Map();
  const rows = await read
    .select({ topic: { id: topics.id, pseudonymId: topics.pseudonymId, title: topics.title }, opening, author })
    .from(topics)
    .leftJoin(posts, opens)
    .leftJoin(pseudonyms, eq(pseudonyms.id, topics.pseudonymId))
    .where(inArray(topics.id, [...new Set(topicIds)]));
  return new Map(rows.map((row) => [row.topic.id, headOf(viewer, row).title]));
}

/** Topics on one page of a space. */
export const TOPICS_A_PAGE = 30;

/** A space's topics, the liveliest first. `under`: the last bump of the page before. */
export async function listTopics(
  read: Reader,
  viewer: Viewer,
  spaceId: number,
  { under, most = TOPICS_A_PAGE }: { under?: number; most?: number } = {},
) {
  const account = accountOf(viewer);
  const rows = await read
    .select({
      topic: columns,
      opening,
      author,
      read: readMarks.position,
      muted: topicMutes.topicId,
    })
    .from(topics)
    .leftJoin(posts, opens)
    .leftJoin(pseudonyms, eq(pseudonyms.id, topics.pseudonymId))
    .leftJoin(readMarks, and(eq(readMarks.accountId, account), eq(readMarks.topicId, topics.id)))
    .leftJoin(topicMutes, and(eq(topicMutes.accountId, account), eq(topicMutes.topicId, topics.id)))
    .where(
      and(
        eq(topics.spaceId, spaceId),
        under === undefined ? undefined : before([topics.bump], [under]),
        ne(topics.state, "removed"),
      ),
    )
    .orderBy(desc(topics.bump))
    .limit(most + 1);
  return {
    more: rows.length > most,
    topics: rows.slice(0, most).map((row) => ({
      ...row.topic,
      link: toLink(row.topic.id),
      ...headOf(viewer, row),
      read: row.read ?? 0,
      muted: row.muted !== null,
    })),
  };
}

export type ListedTopic = Awaited<ReturnType<typeof listTopics>>["topics"][number];
