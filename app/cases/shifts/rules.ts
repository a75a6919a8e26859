import { type Conduct, severityOf } from "../../agreements/conducts";
import { DAY, plus, weekOf } from "../../platform/time";

/** The longest break that is taken at once, in days. It can be followed by another. */
export const LONGEST_BREAK = 30;

/** How many weeks ahead first call can be taken, this one included. */
export const WEEKS_AHEAD = 6;

/** So many urgent cases within a day are a lot for one person. */
export const A_LOT = 3;

const startOfDay = (at: Date) => new Date(Math.floor(at.getTime() / DAY) * DAY);

/** The first day (UTC) after a break that begins now: so many whole days are free at least. */
export const backOnAfter = (days: number, now: Date) => startOfDay(plus(now, (days + 1) * DAY - 1));

/** Whether a break goes on. */
export const isAway = (backOn: Date | null, now: Date): boolean => backOn !== null && backOn > now;

/** Monday, 00:00 UTC, of a week by its number. */
export const startOfWeek = (week: number) => new Date((week * 7 + 4) * DAY);

/** The weeks that can be taken now. */
export const weeksAhead = (now: Date) => Array.from({ length: WEEKS_AHEAD }, (_, i) => weekOf(now) + i);

/** The urgent among these kinds of conduct of which fewer than two others take cases: `others` says how many do. */
export const tooFewFor = (conducts: readonly Conduct[], others: (conduct: Conduct) => number): Conduct[] =>
  conducts.filter((conduct) => severityOf(conduct) === "urgent" && others(conduct) < 2);
