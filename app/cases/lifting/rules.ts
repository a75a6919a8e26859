import type { Reason } from "../../platform/outcome";
import { type CaseOutcome, needsSecond } from "../outcomes";

/** What a sanction is when somebody wishes to end it early. */
export type Liftable = {
  outcome: CaseOutcome;
  days: number | null;
  /** It was decided (not only done at once), and binds now. */
  binds: boolean;
  /** A wish to end it waits for a second person already. */
  asked: boolean;
};

/** Whether one of a case's handlers can end its sanction early, and whether a second person has to agree: where one had to for imposing it. */
export function canLift({ outcome, days, binds, asked }: Liftable): { ok: true; alone: boolean } | No {
  if (!binds) return no("already-done");
  return asked ? no("changed-meanwhile") : { ok: true, alone: !needsSecond(outcome, days) };
}

/** Whether somebody can agree that it ends, or say no: anybody who handles the case but whoever asked, under any name. */
export function canSecondLift({ binds, asked, askedIt }: Pick<Liftable, "binds" | "asked"> & { askedIt: boolean }) {
  if (!asked || !binds) return no("changed-meanwhile");
  return askedIt ? no("not-allowed") : { ok: true as const };
}

type No = { ok: false; reason: Reason };
const no = (reason: Reason): No => ({ ok: false, reason });
