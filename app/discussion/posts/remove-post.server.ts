import type { Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { mayRemove } from "../permissions";
import { findPost } from "./post-queries.server";
import { eraseOwnPost } from "./post-states.server";

/** Erases one's own post at once, for good. Only a sealed copy in a case and what others copied is left. */
export async function removePost(
  site: Site,
  viewer: Viewer,
  input: { post: number },
  now: Date,
): Promise<Outcome<{ topicId: number; position: number }>> {
  const post = await findPost(site.database.read, viewer, input.post);
  if (!post) return refused("not-found");
  const allowed = mayRemove(viewer, post);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("remove-post", { account: allowed.viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx): Promise<Outcome<{ topicId: number; position: number }>> => {
    const gone = await eraseOwnPost(tx, site, post.id);
    return gone ? { ok: true, ...gone } : refused("already-done");
  });
}
