import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { turnAwayForm } from "~/discussion/posts/deed-forms";
import { findPost } from "~/discussion/posts/post-queries.server";
import { nameAddress, topicAddress } from "~/discussion/posts/prepare-text.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { publicDoor, requireMember } from "~/pseudonyms/door.server";
import { findName } from "~/pseudonyms/find-name.server";
import { turnAway } from "~/relations/turn-away.server";

/** The deeds beside a post have no page of their own. */
export function loader(args: LoaderFunctionArgs): never {
  publicDoor(args);
  throw new Response(null, { status: 404 });
}

/** Block, mute, hide: one press beside a post or on a name's page, and back to where it was pressed. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const submission = parseWithZod(await args.request.formData(), { schema: turnAwayForm });
  if (submission.status !== "success") return sendBack(submission);
  const { deed, undo } = submission.value;
  const postId = fromLink(submission.value.post);
  const post = postId === null ? null : await findPost(read, viewer, postId);
  const nameId = post ? post.pseudonymId : fromLink(submission.value.name);
  const name = nameId === null ? null : await findName(read, nameId);
  // A name that isn't shown with its post can't be turned away from through it.
  if (deed === "hide-post" ? !post : !name || (post && !post.author)) throw new Response(null, { status: 404 });
  const input = deed === "hide-post" ? { deed, postId: post!.id, undo } : { deed, pseudonymId: name!.id, undo };
  const turned = await turnAway(site, viewer, input, now);
  if (!turned.ok) return refuse(turned);
  const back = post ? `${topicAddress(post.topicId)}/${post.position}` : undo ? "/me/blocks" : nameAddress(name!.id);
  return redirect(back, 303);
}

export default function TurnAway() {
  return <RefusalNotice refusal={useActionData<typeof action>()?.refusal} />;
}
