import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { Refused } from "../../platform/outcome";
import { initOf, type SentBack } from "../../platform/refuse.server";
import type { CleanImage, ImageFlaw } from "./image-kinds";
import type { ImageForm } from "./read-image-form.server";

type Answer = ReturnType<typeof back>;
type Taken<Input> = { ok: true; input: Input & { image: CleanImage | null } } | { ok: false; answer: Answer };

/** What was typed and chosen; or the answer that gives all words back, and says what is wrong beside each field. */
export function takeImageForm<Schema extends z.ZodType>(
  { form, image, flaw }: ImageForm,
  schema: Schema,
): Taken<z.output<Schema>> & { again: (refusal: Refused) => Answer; wrong: (field: string, error: string) => Answer } {
  const submission = parseWithZod(form, { schema });
  const again = (refusal: Refused) => back(submission.reply(), refusal, initOf(refusal));
  const withErrors = (errors: Record<string, string[]>, status: number) => {
    const reply = submission.reply();
    return back({ ...reply, status: "error", error: { ...reply.error, ...errors } }, null, { status });
  };
  const wrong = (field: string, error: string) => withErrors({ [field]: [error] }, 422);
  if (submission.status === "success" && flaw === null)
    return { ok: true, input: { ...(submission.value as z.output<Schema> & object), image }, again, wrong };
  return { ok: false, answer: withErrors(flaw ? { image: [flaw] } : {}, statusOf(flaw)), again, wrong };
}

const statusOf = (flaw: ImageFlaw | null) => (flaw === "large" ? 413 : 422);

const back = (lastResult: SubmissionResult<string[]>, refusal: Refused | null, init: ResponseInit) =>
  data({ lastResult, refusal } satisfies SentBack, init);
