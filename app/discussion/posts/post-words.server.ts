import { and, eq } from "drizzle-orm";
import { posts, topics } from "#db/schema";
import type { Tx } from "#db/types";
import type { Site } from "../../site/site";
import { prepareText } from "./prepare-text.server";

type Words = { body: string; contentNotes: string[]; title: string };

/** Takes the words of a hidden post out of it, with the title it gave its topic, and (by the triggers) out of the search. */
export async function takeWordsOut(tx: Tx, site: Site, postId: number): Promise<void> {
  const where = await write(tx, site, postId, { body: "", html: "", contentNotes: [] });
  if (where?.position === 1)
    await tx.update(topics).set({ title: "", contentNotes: [] }).where(eq(topics.id, where.topicId));
}

/** Puts them back. The post stays hidden. False when it isn't there any more, or has words. */
export async function putWordsBack(tx: Tx, site: Site, postId: number, words: Words): Promise<boolean> {
  const [post] = await tx
    .select({ topicId: posts.topicId })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.body, "")));
  if (!post) return false;
  const { body, contentNotes, title } = words;
  const { html, renderer } = await prepareText(tx, body, post.topicId);
  const where = await write(tx, site, postId, { body, html, renderer, contentNotes });
  if (where?.position === 1) await tx.update(topics).set({ title }).where(eq(topics.id, where.topicId));
  return where !== undefined;
}

async function write(tx: Tx, site: Site, postId: number, words: Partial<typeof posts.$inferInsert>) {
  const [written] = await tx
    .update(posts)
    .set(words)
    .where(and(eq(posts.id, postId), eq(posts.state, "hidden")))
    .returning({ topicId: posts.topicId, position: posts.position });
  if (written) tx.afterCommit(() => site.events.publish({ kind: "post-changed", ...written }));
  return written;
}
