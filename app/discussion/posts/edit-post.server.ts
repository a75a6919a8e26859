import { eq } from "drizzle-orm";
import { posts } from "#db/schema";
import { asName, type Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { type EditInput, editForm, notesOf } from "../forms";
import { mayEdit } from "../permissions";
import { findPost } from "./post-queries.server";
import { prepareText } from "./prepare-text.server";
import { postsAt, unwantedQuote } from "./write-post.server";

/** Changes one's own post: words, content notes, story label. What stood there before is kept nowhere. */
export async function editPost(
  site: Site,
  viewer: Viewer,
  input: EditInput & { post: number },
  now: Date,
): Promise<Outcome<{ topicId: number; position: number }>> {
  const { read } = site.database;
  const post = await findPost(read, viewer, input.post);
  if (!post) return refused("not-found");
  const allowed = mayEdit(viewer, post, post.topic);
  if (!allowed.ok) return allowed;
  const parsed = editForm.safeParse(input);
  if (!parsed.success) return refused("invalid");
  const { body, storyLabel, asked } = parsed.data;
  const author = asName(allowed.viewer, post.pseudonymId);
  const { html, renderer, quoted } = await prepareText(read, body, post.topicId);
  const unwanted = unwantedQuote(author, await postsAt(read, post.topicId, quoted), quoted, asked);
  if (unwanted) return unwanted;
  const pace = await site.limits.take("edit-post", { account: allowed.viewer.accountId }, now);
  if (!pace.ok) return pace;

  const { topicId, position } = post;
  const outcome = await site.database.transaction(
    async (tx): Promise<Outcome<{ topicId: number; position: number }>> => {
      const [fresh] = await tx
        .select({ state: posts.state, body: posts.body })
        .from(posts)
        .where(eq(posts.id, post.id));
      if (fresh?.state !== "visible") return refused("closed");
      const edited = post.edited || fresh.body !== body;
      await tx
        .update(posts)
        .set({ body, html, renderer, storyLabel, contentNotes: notesOf(parsed.data), edited })
        .where(eq(posts.id, post.id));
      tx.afterCommit(() => site.events.publish({ kind: "post-changed", topicId, position }));
      return { ok: true, topicId, position };
    },
  );
  if (outcome.ok) await site.database.scrub();
  return outcome;
}
