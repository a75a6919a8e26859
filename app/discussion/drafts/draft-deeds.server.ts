import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import type { Member } from "../../accounts/viewer";
import { refuse, sendBack } from "../../platform/refuse.server";
import { draftForm } from "../forms";
import type { DraftPlace } from "./draft-place";
import { dropDraft } from "./drop-draft.server";
import { keepDraft } from "./keep-draft.server";

/** What a composer's two buttons about drafts do, answered with its own page again; null when another button was pressed. */
export async function doDraftDeed(args: ActionFunctionArgs, viewer: Member, form: FormData, place: DraftPlace) {
  const deed = form.get("deed");
  const { site, now } = args.context;
  if (deed === "drop-draft") {
    const dropped = await dropDraft(site, viewer, { place }, now);
    return dropped.ok || dropped.reason === "not-found" ? redirect(composerOf(args, form), 303) : refuse(dropped);
  }
  if (deed !== "keep-draft") return null;
  const submission = parseWithZod(form, { schema: draftForm });
  if (submission.status !== "success") return sendBack(submission);
  const kept = await keepDraft(site, viewer, { ...submission.value, place }, now);
  return kept.ok ? redirect(composerOf(args, form), 303) : refuse(kept, submission);
}

/** The composer's address, still answering the same post. What was quoted stands in the draft by now. */
function composerOf({ request }: ActionFunctionArgs, form: FormData): string {
  const { pathname, searchParams } = new URL(request.url);
  const to = String(form.get("to") ?? searchParams.get("to") ?? "");
  return /^[1-9]\d{0,5}$/.test(to) ? `${pathname}?to=${to}` : pathname;
}
