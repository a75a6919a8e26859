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

/** Whether somebody's claim holds now. */
export const leaseHolds = (leaseUntil: Date | null, now: Date) => leaseUntil !== null && leaseUntil > now;
