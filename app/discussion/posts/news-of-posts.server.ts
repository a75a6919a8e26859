import { eq, inArray } from "drizzle-orm";
import { posts, pseudonyms, spaces, topics } from "#db/schema";
import type { Reader } from "#db/types";
import { owns, type Viewer } from "../../accounts/viewer";
import { canSee } from "../../spaces/permissions";
import { membershipsOf } from "../../spaces/space-queries.server";
import { viewOf } from "../permissions";
import { titlesFor } from "../topics/topic-queries.server";
import { topicAddress } from "./prepare-text.server";

export type PostNews = { href: string; title: string; author: string | null; space: string };

/** Where posts stand, for a list of news about them. What the viewer can't see (any more) isn't in it. */
export async function newsOfPosts(read: Reader, viewer: Viewer, postIds: number[]): Promise<Map<number, PostNews>> {
  if (!postIds.length) return new Map();
  const [rows, memberships] = await Promise.all([
    read
      .select({ post: posts, author: pseudonyms, topic: topics, space: spaces })
      .from(posts)
      .innerJoin(topics, eq(topics.id, posts.topicId))
      .innerJoin(spaces, eq(spaces.id, topics.spaceId))
      .leftJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
      .where(inArray(posts.id, postIds)),
    membershipsOf(read, viewer),
  ]);
  const seen = rows.filter(({ post, author, topic, space }) => {
    const view = viewOf(viewer, { ...post, authorState: author?.state ?? null });
    return canSee(viewer, space, memberships) && topic.state !== "removed" && view.startsWith("shown");
  });
  const titles = await titlesFor(
    read,
    viewer,
    seen.map(({ topic }) => topic.id),
  );
  return new Map(
    seen.map(({ post, author, topic, space }) => {
      const named = author && (author.state !== "burned" || owns(viewer, author.id));
      const href = `${topicAddress(topic.id)}/${post.position}`;
      return [
        post.id,
        { href, title: titles.get(topic.id) ?? "", author: named ? author.name : null, space: space.name },
      ];
    }),
  );
}
