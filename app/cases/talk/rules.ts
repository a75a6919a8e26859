import type { Severity } from "../../agreements/conducts";
import { HOUR, plus } from "../../platform/time";

/** The longest question, answer or statement, in characters. */
export const TALK_MOST = 6_000;

/** How long a question waits for its answer, where the deadline leaves as much. */
export const ANSWER_WITHIN = 48 * HOUR;

/** By how much the first question of a case that isn't urgent moves its deadline; no further one does. */
export const MOVES_BY = 24 * HOUR;

/** How often one side of one case can be asked: more would be questioning and not asking. */
export const QUESTIONS_MOST = 5;

/** When a case is to be decided after somebody is asked: urgent conduct doesn't wait, other waits a day longer, once. */
export function deadlineAfterAsking(
  { severity, decideBy }: { severity: Severity; decideBy: Date | null },
  askedBefore: boolean,
): Date | null {
  if (decideBy === null || severity === "urgent" || askedBefore) return decideBy;
  return plus(decideBy, MOVES_BY);
}

/** Until when an answer is waited for: 48 hours, and never beyond the deadline while that lies ahead. */
export function answerUntil(decideBy: Date | null, now: Date): Date {
  const longest = plus(now, ANSWER_WITHIN);
  return decideBy !== null && decideBy > now && decideBy < longest ? decideBy : longest;
}
