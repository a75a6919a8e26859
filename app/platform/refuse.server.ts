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
  return data(sentBack, initOf(refusal));
}

/** Who meets a full queue of hashes finds room again after a few. */
const BUSY_SECONDS = 3;

/** A refusal's status, and for a limit or an overload the header fields that say when to come again. */
export function initOf(refusal: Refused): { status: number; headers?: Record<string, string> } {
  const status = statusOf(refusal);
  if (refusal.pace) return { status, headers: paceFields(refusal.pace) };
  return status === 503 ? { status, headers: { "Retry-After": String(BUSY_SECONDS) } } : { status };
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
