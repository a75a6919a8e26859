import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { followForm } from "~/discussion/posts/deed-forms";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { follow } from "~/discussion/topics/follow.server";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { publicDoor, requireMember } from "~/pseudonyms/door.server";
import { turnAway } from "~/relations/turn-away.server";
import { findSpace } from "~/spaces/space-queries.server";

/** Following has no page of its own. */
export function loader(args: LoaderFunctionArgs): never {
  publicDoor(args);
  throw new Response(null, { status: 404 });
}

/** Follow a topic or a space, mute a topic, and the ways back. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const submission = parseWithZod(await args.request.formData(), { schema: followForm });
  if (submission.status !== "success") return sendBack(submission);
  const { deed } = submission.value;
  const topicId = fromLink(submission.value.topic);
  const spaceId = fromLink(submission.value.space);
  const topic = topicId === null ? null : await findTopic(read, viewer, topicId);
  const space = topic || spaceId === null ? null : await findSpace(read, viewer, spaceId);
  const muting = deed === "mute" || deed === "unmute";
  if (muting ? !topic : !topic && !space) throw new Response(null, { status: 404 });
  const undo = deed === "unfollow" || deed === "unmute";
  const what = topic ? { topicId: topic.id } : { spaceId: space!.id };
  const done = muting
    ? await turnAway(site, viewer, { deed: "mute-topic", topicId: topic!.id, undo }, now)
    : await follow(site, viewer, { ...what, undo }, now);
  if (!done.ok) return refuse(done);
  return redirect(topic ? topicAddress(topic.id) : `/s/${space!.slug}`, 303);
}

export default function Follow() {
  return <RefusalNotice refusal={useActionData<typeof action>()?.refusal} />;
}
