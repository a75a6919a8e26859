import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Viewer } from "../../accounts/viewer";
import { fromLink } from "../../platform/ids";
import { type FoundPost, findPost } from "./post-queries.server";

/** The post that an address `/t/:topic/:position/…` names, or a 404 answer when the viewer can't see its topic. */
export async function requirePost({ params, context }: LoaderFunctionArgs, viewer: Viewer): Promise<FoundPost> {
  const topicId = fromLink(params.topic);
  const position = /^[1-9]\d{0,5}$/.test(params.position ?? "") ? Number(params.position) : null;
  const post =
    topicId === null || position === null
      ? null
      : await findPost(context.site.database.read, viewer, { topicId, position });
  if (!post || post.topic.state === "removed") throw new Response(null, { status: 404 });
  return post;
}
