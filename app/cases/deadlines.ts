import type { Severity } from "../agreements/conducts";
import { DAY, HOUR, MINUTE, plus } from "../platform/time";

/** How long a claim holds a case without any activity. */
export const LEASE = 15 * MINUTE;

/** How long after a decision either side may appeal; then the case closes for good. */
export const APPEAL_WINDOW = 14 * DAY;

/** What a missed deadline gives the next handler. */
export const SECOND_CHANCE = 24 * HOUR;

/** Until when a case that opens now is acknowledged and decided: urgent conduct within 24 hours, other within 72. */
export const deadlinesFrom = (severity: Severity, now: Date) => ({
  acknowledgeBy: plus(now, 24 * HOUR),
  decideBy: plus(now, severity === "urgent" ? 24 * HOUR : 72 * HOUR),
});

/** The earlier of two deadlines: a graver report can shorten a case's clock and never lengthens it. */
export const earlier = (a: Date | null, b: Date) => (a !== null && a < b ? a : b);

/**
 * Whether somebody's claim holds now. One that reaches further than any claim can was made by a clock that has been set
 * back since, and keeps nobody out; whoever made it can still go on.
 */
export const leaseHolds = (leaseUntil: Date | null, now: Date) =>
  leaseUntil !== null && leaseUntil > now && leaseUntil <= plus(now, LEASE + MINUTE);

/** How long before a deadline its handlers are reminded of it: a quarter of what it gives them. */
const REMIND = { acknowledge: 6 * HOUR, urgent: 6 * HOUR, ordinary: 18 * HOUR, secondChance: 6 * HOUR };

type Clocked = { severity: Severity; acknowledgeBy: Date | null; decideBy: Date | null; remindedOf: Date | null };

/** The deadline of which a case's handlers are to be reminded now, or null. `passedOn`: it has missed one before. */
export function deadlineToRemindOf(found: Clocked, passedOn: boolean, now: Date): Date | null {
  const { acknowledgeBy, decideBy, severity, remindedOf } = found;
  const first = acknowledgeBy !== null && (decideBy === null || acknowledgeBy <= decideBy);
  const next = first ? acknowledgeBy : decideBy;
  if (next === null || next <= now || next.getTime() === remindedOf?.getTime()) return null;
  const before = passedOn ? REMIND.secondChance : first ? REMIND.acknowledge : REMIND[severity];
  return next <= plus(now, before) ? next : null;
}

/** The furthest ahead that any deadline can lie: 72 hours, and a day for asking. */
const FURTHEST = 96 * HOUR;

/** Deadlines that a clock set which was ahead and has been set back, as they would be from now; null where both are right. */
export function mendedDeadlines(found: Clocked, now: Date): { acknowledgeBy: Date | null; decideBy: Date } | null {
  const { acknowledgeBy, decideBy, severity } = found;
  if (decideBy === null || decideBy <= plus(now, FURTHEST + MINUTE)) return null;
  const anew = deadlinesFrom(severity, now);
  return { acknowledgeBy: acknowledgeBy && anew.acknowledgeBy, decideBy: anew.decideBy };
}
