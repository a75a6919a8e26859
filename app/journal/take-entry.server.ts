import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { Refused } from "../platform/outcome";
import { initOf, type SentBack } from "../platform/refuse.server";
import type { CleanImage, ImageFlaw } from "../safety/images/image-kinds";
import type { ImageForm } from "../safety/images/read-image-form.server";
import { type EntryInput, entryForm } from "./forms";

type Taken =
  | { ok: true; input: EntryInput & { image: CleanImage | null } }
  | { ok: false; answer: ReturnType<typeof back> };

/** What was typed and chosen; or the answer that gives all words back, and says what is wrong beside each field. */
export function takeEntry({
  form,
  image,
  flaw,
}: ImageForm): Taken & { again: (refusal: Refused) => ReturnType<typeof back> } {
  const submission = parseWithZod(form, { schema: entryForm });
  const again = (refusal: Refused) => back(submission.reply(), refusal, initOf(refusal));
  if (submission.status === "success" && flaw === null)
    return { ok: true, input: { ...submission.value, image }, again };
  const reply = submission.reply();
  const error = { ...reply.error, ...(flaw ? { image: [flaw] } : {}) };
  return { ok: false, answer: back({ ...reply, status: "error", error }, null, { status: statusOf(flaw) }), again };
}

const statusOf = (flaw: ImageFlaw | null) => (flaw === "large" ? 413 : 422);

const back = (lastResult: SubmissionResult<string[]>, refusal: Refused | null, init: ResponseInit) =>
  data({ lastResult, refusal } satisfies SentBack, init);
