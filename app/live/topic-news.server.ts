import { and, eq, ne } from "drizzle-orm";
import { spaces, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { spaceFor } from "../spaces/space-queries.server";

/** How many posts were ever written in a topic that the viewer may see; null when it isn't there for them. */
export async function postsInTopic(read: Reader, viewer: Viewer, topicId: number): Promise<number | null> {
  const [found] = await read
    .select({ posts: topics.posts, space: { id: spaces.id, kind: spaces.kind } })
    .from(topics)
    .innerJoin(spaces, eq(spaces.id, topics.spaceId))
    .where(and(eq(topics.id, topicId), ne(topics.state, "removed")));
  if (!found) return null;
  return (await spaceFor(read, viewer, found.space)) ? found.posts : null;
}
