import { eq } from "drizzle-orm";
import { posts } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../../accounts/viewer";
import { viewOf } from "../permissions";
import { findPost } from "./post-queries.server";

/** What a sealed copy of a post holds. `written`: the hour. */
export type PostCopy = {
  postId: number;
  author: { id: number; name: string | null };
  body: string;
  contentNotes: string[];
  topic: { id: number; title: string };
  space: { id: number; slug: string; name: string; kind: "open" | "members" | "circle" };
  position: number;
  written: Date;
  /** The post that is answered, as far as the viewer may see it. */
  replyTo: { position: number; excerpt: string } | null;
};

const EXCERPT = 500;

/** A post as the viewer sees it now, to be sealed into a case; null when they can't see it or its words are gone. */
export async function copyForReport(read: Reader, viewer: Viewer, postId: number): Promise<PostCopy | null> {
  const post = await findPost(read, viewer, postId);
  if (!post || (post.view !== "shown" && post.view !== "shown-to-author")) return null;
  const { topic } = post;
  const [answered] = post.replyTo === null ? [] : await read.select().from(posts).where(eq(posts.id, post.replyTo));
  const seen = answered && viewOf(viewer, { ...answered, authorState: null }) === "shown";
  return {
    postId,
    author: { id: post.pseudonymId, name: post.author?.name ?? null },
    body: post.body,
    contentNotes: post.contentNotes,
    topic: { id: topic.id, title: topic.title },
    space: { id: topic.space.id, slug: topic.space.slug, name: topic.space.name, kind: topic.space.kind },
    position: post.position,
    written: post.written,
    replyTo: answered ? { position: answered.position, excerpt: seen ? answered.body.slice(0, EXCERPT) : "" } : null,
  };
}
