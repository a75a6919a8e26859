import type { Submission, SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import { type Pace, type Refused, statusOf } from "./outcome";

/** What every action that doesn't redirect answers: what to fill the form with again, and what stands in the way. */
export type SentBack = { lastResult: SubmissionResult<string[]> | null; refusal: Refused | null };

type AnySubmission = Pick<Submission<unknown, string[]>, "reply">;

/**
 * Turns a command's refusal into the action's answer: its status, for a limit the `Retry-After` and `RateLimit` fields,
 * and the form as it was sent, so that no text is lost. `<RefusalNotice>` shows it.
 */
export function refuse(refusal: Refused, submission?: AnySubmission) {
  const sentBack: SentBack = { lastResult: submission?.reply() ?? null, refusal };
  return data(sentBack, { status: statusOf(refusal), headers: refusal.pace ? paceFields(refusal.pace) : undefined });
}

/** The answer to a form whose fields aren't right: 422, each field's errors beside it. */
export function sendBack(submission: AnySubmission) {
  const sentBack: SentBack = { lastResult: submission.reply(), refusal: null };
  return data(sentBack, { status: 422 });
}

/** `Retry-After` (RFC 9110) and the `RateLimit` fields of draft-ietf-httpapi-ratelimit-headers. */
export function paceFields(pace: Pace): Record<string, string> {
  return {
    "Retry-After": String(pace.retryAfterSeconds),
    "RateLimit-Policy": `"${pace.deed}";q=${pace.limit};w=${pace.windowSeconds}`,
    RateLimit: `"${pace.deed}";r=${pace.remaining};t=${pace.retryAfterSeconds}`,
  };
}
