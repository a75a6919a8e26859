import { eq, inArray } from "drizzle-orm";
import { posts, pseudonyms, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../../accounts/viewer";
import { createTurns } from "../../platform/in-turn";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { listSpaces } from "../../spaces/space-queries.server";
import { topicAddress } from "../posts/prepare-text.server";
import { takenBackIn } from "../posts/taken-back.server";
import { takeBackInText } from "../text/taken-back";
import { titlesFor } from "../topics/topic-queries.server";
import { excerptOf } from "./excerpt";
import { type Match, NEWEST, searchIndex } from "./search-index.server";
import { searchWords } from "./search-words";

/** Results on the page; there is one page. */
const SHOWN = 40;
/** A word in the title tells more than one in a long text. */
const TITLE_COUNTS = 2;

/** So many searches at once leave the database time for everybody who reads. */
const inTurn = createTurns({ atOnce: 3, waiting: 30 });

export type Found = {
  href: string;
  title: string;
  space: string;
  author: { name: string; leaf: number };
  written: Date;
  /** Empty where a content note folds the post. */
  excerpt: string;
  contentNotes: string[];
};

export type SearchAnswer = { words: string[]; found: Found[]; many: boolean };

/** Posts that hold all the words asked for, best first, among what the viewer may see. `space`: the name in its address. */
export async function searchPosts(
  site: Site,
  viewer: Viewer,
  input: { words: string; space?: string; network: string },
  now: Date,
): Promise<Outcome<SearchAnswer>> {
  const words = searchWords(input.words);
  if (!words.length) return { ok: true, words, found: [], many: false };
  const who = viewer.kind === "member" ? { account: viewer.accountId } : { network: input.network };
  const pace = await site.limits.take("search", who, now);
  if (!pace.ok) return pace;
  const { read } = site.database;
  const spaces = await listSpaces(read, viewer);
  const within = input.space ? spaces.filter((space) => space.slug === input.space) : spaces;
  if (input.space && !within.length) return refused("not-found");
  const spaceIds = within.map((space) => space.id);
  const matches = await inTurn(() => searchIndex(read, { viewer, words, spaceIds }));
  if (!matches) return refused("overloaded");
  const { bodies, titles } = matches;
  const best = ranked(bodies, titles).slice(0, SHOWN);
  const names = new Map(spaces.map((space) => [space.id, space.name]));
  return { ok: true, words, found: await shown(read, viewer, best, words, names), many: bodies.length === NEWEST };
}

/** Post ids, best first. Each list's weights are measured by its own best, since engines count differently. */
export function ranked(bodies: Match[], titles: Match[]): number[] {
  const weights = new Map<number, number>();
  for (const [list, counts] of [
    [bodies, 1],
    [titles, TITLE_COUNTS],
  ] as const) {
    const top = Math.max(...list.map((match) => match.weight), Number.MIN_VALUE);
    for (const { postId, weight } of list)
      weights.set(postId, (weights.get(postId) ?? 0) + counts * Math.max(0, weight / top));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([postId]) => postId);
}

async function shown(
  read: Reader,
  viewer: Viewer,
  ids: number[],
  words: string[],
  spaces: Map<number, string>,
): Promise<Found[]> {
  if (!ids.length) return [];
  const rows = await read
    .select({ post: posts, topic: topics, author: pseudonyms })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .innerJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(inArray(posts.id, ids));
  const [titles, takenBack] = await Promise.all([
    titlesFor(
      read,
      viewer,
      rows.map((row) => row.topic.id),
    ),
    takenBackIn(
      read,
      rows.map((row) => row.post),
    ),
  ]);
  const byId = new Map(rows.map((row) => [row.post.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { post, topic, author } = row;
    const contentNotes = post.contentNotes;
    return [
      {
        href: `${topicAddress(topic.id)}/${post.position}`,
        title: titles.get(topic.id) ?? "",
        space: spaces.get(topic.spaceId) ?? "",
        author: { name: author.name, leaf: author.leaf },
        written: post.written,
        excerpt: contentNotes.length ? "" : excerptOf(takeBackInText(post.body, takenBack), words),
        contentNotes,
      },
    ];
  });
}
