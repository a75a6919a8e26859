import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import { posts, topics } from "#db/schema";
import type { Tx } from "#db/types";
import type { Site } from "../../site/site";

type Where = { topicId: number; position: number };

/** Nothing of what was written stays in the row, nor (through the triggers and generated columns) in the search index. */
const erased = { body: "", html: "", contentNotes: [] as string[] };

/** Hides a post from all but its author, while a case looks at it. Null when there is nothing to hide. */
export const hidePost = (tx: Tx, site: Site, postId: number) =>
  move(tx, site, postId, ["visible"], { state: "hidden" });

/** Shows a hidden post again. Null when it isn't hidden (its author may have removed it meanwhile), or its words were set aside. */
export const showPost = (tx: Tx, site: Site, postId: number) =>
  move(tx, site, postId, ["hidden"], { state: "visible" }, ne(posts.body, ""));

/** Removes a post as a decision says. Its words are erased: what a case still needs lies in its sealed copies. Null when it's gone already. */
export const removePostByDecision = (tx: Tx, site: Site, postId: number) =>
  erase(tx, site, postId, "removed-by-decision");

/** Erases a post in its author's name. Null when it's gone already. */
export const eraseOwnPost = (tx: Tx, site: Site, postId: number) => erase(tx, site, postId, "removed-by-author");

async function erase(tx: Tx, site: Site, postId: number, state: "removed-by-author" | "removed-by-decision") {
  const gone = await move(tx, site, postId, ["visible", "hidden"], { ...erased, state });
  if (gone) await eraseTopicWith(tx, gone);
  // On SQLite the write-ahead log still holds the words until it is emptied.
  if (gone) tx.afterCommit(() => site.database.scrub());
  return gone;
}

/** A title was written with the first post and goes with it. A topic in which no words are left goes altogether. */
async function eraseTopicWith(tx: Tx, { topicId, position }: Where) {
  const left = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.topicId, topicId), inArray(posts.state, ["visible", "hidden"])))
    .limit(1);
  if (left.length && position !== 1) return;
  const untitled = { title: "", contentNotes: [] };
  await tx
    .update(topics)
    .set(left.length ? untitled : { ...untitled, state: "removed" })
    .where(eq(topics.id, topicId));
}

async function move(
  tx: Tx,
  site: Site,
  postId: number,
  from: ("visible" | "hidden")[],
  to: Partial<typeof posts.$inferInsert>,
  also?: SQL,
): Promise<Where | null> {
  const [moved] = await tx
    .update(posts)
    .set(to)
    .where(and(eq(posts.id, postId), inArray(posts.state, from), also))
    .returning({ topicId: posts.topicId, position: posts.position });
  if (!moved) return null;
  tx.afterCommit(() => site.events.publish({ kind: "post-changed", ...moved }));
  return moved;
}
