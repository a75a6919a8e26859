import type { Severity } from "../../agreements/conducts";
import type { Reason } from "../../platform/outcome";
import { type CaseState, isActive } from "../case-states";
import { canWork, type Standing } from "../permissions";
import { QUESTIONS_MOST } from "./rules";

type Answer = { ok: true } | { ok: false; reason: Reason };
const yes: Answer = { ok: true };
const no = (reason: Reason): Answer => ({ ok: false, reason });

/** What has passed between the handlers and one side of a case. */
export type Exchange = {
  /** Somebody is there who can answer: not once they have left. */
  here: boolean;
  asked: number;
  answered: boolean;
  /** A question waits for its answer. */
  waiting: boolean;
};

/** Whether the holder of a case can ask one side: one question at a time, five in all. */
export function canAsk(standing: Standing, { here, asked, waiting }: Exchange): Answer {
  const working = canWork(standing);
  if (!working.ok) return working;
  if (!here) return no("they-left");
  if (waiting) return no("asked-already");
  return asked >= QUESTIONS_MOST ? no("asked-enough") : yes;
}

/** What the holder answered to "Could asking put somebody at risk?", and why they ask in spite of the conduct. */
export type Safety = { risk: "no" | "could"; why: string };

/**
 * Whether the one it is about can be asked for a statement. Never where the holder says that it could put somebody at
 * risk; where the conduct is urgent (outing, threats, danger) only with a reason that is kept in the case.
 */
export function canAskForStatement(
  standing: Standing,
  exchange: Exchange,
  { severity, risk, why }: Safety & { severity: Severity },
): Answer {
  const asking = canAsk(standing, exchange);
  if (!asking.ok) return asking;
  if (risk === "could") return no("not-safe");
  return severity === "urgent" && why === "" ? no("say-why") : yes;
}

/** Whether a reporter can write to those who decide: until it is decided, asked or not. */
export const canAnswer = (state: CaseState): Answer => (isActive(state) ? yes : no("already-decided"));

/** Whether the one it is about can make a statement: only once they were asked. Before that, nothing is there for them. */
export const canState = (state: CaseState, { asked }: Exchange): Answer =>
  asked === 0 ? no("not-found") : canAnswer(state);

/**
 * Whether an outcome that needs a second person can be decided as far as hearing the other side goes: they were asked and
 * have answered or let the time pass, they have left, somebody wrote down why they aren't asked, or the conduct is urgent.
 */
export function canDecideUnheard(
  { here, asked, answered, waiting }: Exchange,
  { serious, severity, spared }: { serious: boolean; severity: Severity; spared: boolean },
): Answer {
  if (!serious || severity === "urgent" || spared || !here) return yes;
  return asked > 0 && (answered || !waiting) ? yes : no("statement-first");
}
