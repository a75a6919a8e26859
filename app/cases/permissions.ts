import type { Reason } from "../platform/outcome";
import { type CaseState, isActive, isClaimable } from "./case-states";
import type { Conflict } from "./recusal";

/** What stands between somebody and a case. */
export type Handler = {
  /** Holds an office that handles cases. */
  office: boolean;
  /** Muted, suspended or removed. */
  silenced: boolean;
  dealt: boolean;
  conflict: Conflict | null;
};

/** Whether a case exists for somebody. Whoever it doesn't exist for gets the same 404 as a stranger, everywhere. */
export function canHandle(handler: Handler): boolean {
  if (!handler.office || handler.silenced) return false;
  if (handler.conflict !== null) return false;
  return handler.dealt;
}

/** Where a case stands for one of those it was dealt to. */
export type Standing = {
  state: CaseState;
  /** They hold the claim, whether or not its lease has run out. */
  mine: boolean;
  /** Somebody's lease holds. */
  leased: boolean;
  /** The account behind the decision that waits is theirs. */
  decidedIt: boolean;
};

type Answer = { ok: true } | { ok: false; reason: Reason };
const yes: Answer = { ok: true };
const no = (reason: Reason): Answer => ({ ok: false, reason });

/** Whether they can take the case up now. */
export function canClaim({ state, mine, leased }: Standing): Answer {
  if (!isActive(state)) return no("already-decided");
  if (!isClaimable(state)) return no("changed-meanwhile");
  return leased && !mine ? no("claimed-by-other") : yes;
}

/** Whether they can write into, hand over, release or decide the case: only whoever holds it. */
export function canWork({ state, mine }: Standing): Answer {
  if (!isActive(state)) return no("already-decided");
  if (state !== "claimed" || !mine) return no("claim-first");
  return yes;
}

/** Whether they can confirm or withdraw the decision that waits: anybody it was dealt to but whoever made it. */
export function canSecond({ state, decidedIt }: Standing): Answer {
  if (!isActive(state)) return no("already-decided");
  if (state !== "waiting-for-second") return no("changed-meanwhile");
  return decidedIt ? no("not-allowed") : yes;
}
