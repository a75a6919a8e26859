import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { pageOf } from "~/discussion/posts/post-queries.server";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { fromLink } from "~/platform/ids";
import { findViewer } from "~/pseudonyms/door.server";

/** A post's own address: the page of its topic on which it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { topic: link, position: digits = "" } = args.params;
  const id = fromLink(link);
  const topic = id === null ? null : await findTopic(args.context.site.database.read, viewer, id);
  const position = /^[1-9]\d{0,5}$/.test(digits) ? Number(digits) : 0;
  if (!topic || topic.state === "removed" || position < 1 || position > topic.posts)
    throw new Response(null, { status: 404 });
  const page = pageOf(position);
  return redirect(`${topicAddress(topic.id)}${page > 1 ? `?page=${page}` : ""}#post-${position}`);
}

/** Never seen, but without it an address that leads nowhere would be answered with an empty page. */
export default function Position() {
  return null;
}
