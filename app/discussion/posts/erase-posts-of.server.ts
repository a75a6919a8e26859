import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import { posts, pseudonyms, topics } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Site } from "../../site/site";

/** So many posts are erased in one transaction; between two of them others write. */
const AT_ONCE = 200;

/** Posts that open a topic, with its title; or those that answer in one. */
export type PostKind = "topics" | "answers";

/** The posts of some names, of one kind, whose words can still be read (by moderators at least). */
const standing = (pseudonymIds: number[], kind: PostKind) =>
  and(
    inArray(posts.pseudonymId, pseudonymIds),
    inArray(posts.state, ["visible", "hidden"]),
    kind === "topics" ? eq(posts.position, 1) : gt(posts.position, 1),
  );

/** Of these names those that have written posts of this kind. One that was burned before counts as one that wrote nothing. */
export async function namesThatWrote(read: Reader, pseudonymIds: number[], kind: PostKind): Promise<number[]> {
  const rows = await read
    .selectDistinct({ id: posts.pseudonymId })
    .from(posts)
    .innerJoin(pseudonyms, and(eq(pseudonyms.id, posts.pseudonymId), ne(pseudonyms.state, "burned")))
    .where(standing(pseudonymIds, kind));
  return rows.map((row) => row.id);
}

/**
 * Takes all posts of one kind back in the name of their author: nobody sees them from this commit on. Their words are
 * still in the table; `erasePostsOf` overwrites them.
 */
export async function withdrawPosts(tx: Tx, pseudonymIds: number[], kind: PostKind): Promise<void> {
  await tx.update(posts).set({ state: "removed-by-author" }).where(standing(pseudonymIds, kind));
}

/**
 * Erases every post of some names as if their author had removed each: the words, their place in the search, and the
 * titles of topics. With `withdrawnOnly`, those that were withdrawn before. A few at a time; when it's cut off, calling it
 * again goes on. Answers with how many there were, once nothing of them is readable in the files either.
 */
export async function erasePostsOf(
  site: Site,
  pseudonymIds: number[],
  { withdrawnOnly = false } = {},
): Promise<number> {
  let erased = 0;
  for (const pseudonymId of pseudonymIds) {
    for (let after: number | null = -1; after !== null; ) {
      const from: number = after;
      const done = await site.database.transaction((tx) => eraseSome(tx, site, pseudonymId, from, withdrawnOnly));
      erased += done.length;
      after = done.at(-1) ?? null;
    }
  }
  if (erased) await site.database.scrub();
  return erased;
}

async function eraseSome(tx: Tx, site: Site, pseudonymId: number, after: number, withdrawnOnly: boolean) {
  const some = await tx
    .select({ id: posts.id, topicId: posts.topicId, position: posts.position })
    .from(posts)
    .where(
      and(
        eq(posts.pseudonymId, pseudonymId),
        gt(posts.id, after),
        ne(posts.body, ""),
        withdrawnOnly ? eq(posts.state, "removed-by-author") : undefined,
      ),
    )
    .orderBy(asc(posts.id))
    .limit(AT_ONCE);
  if (!some.length) return [];
  const ids = some.map((post) => post.id);
  await tx
    .update(posts)
    .set({ body: "", html: "", contentNotes: [], state: "removed-by-author" })
    .where(inArray(posts.id, ids));
  await eraseTitles(tx, some);
  tx.afterCommit(() => {
    for (const { topicId, position } of some) site.events.publish({ kind: "post-changed", topicId, position });
  });
  return ids;
}

/** A title was written with the first post and goes with it. A topic in which no words are left goes altogether. */
async function eraseTitles(tx: Tx, erased: { topicId: number; position: number }[]): Promise<void> {
  const untitled = { title: "", contentNotes: [] };
  const opened = erased.filter((post) => post.position === 1).map((post) => post.topicId);
  if (opened.length) await tx.update(topics).set(untitled).where(inArray(topics.id, opened));
  const touched = [...new Set(erased.map((post) => post.topicId))];
  const alive = await tx
    .selectDistinct({ id: posts.topicId })
    .from(posts)
    .where(and(inArray(posts.topicId, touched), inArray(posts.state, ["visible", "hidden"])));
  const left = new Set(alive.map((topic) => topic.id));
  const empty = touched.filter((id) => !left.has(id));
  if (empty.length)
    await tx
      .update(topics)
      .set({ ...untitled, state: "removed" })
      .where(inArray(topics.id, empty));
}
