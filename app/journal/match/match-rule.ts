import type { Standing } from "../../accounts/viewer";
import { DAY, plus } from "../../platform/time";
import { groupsOf, type Origin } from "../../reports/independence";

/** So many independent people have to name one organisation before any of them hears of it. */
export const NEEDED = 5;

/** A name counts only after it has lain here for so long: whoever tries names waits a week for each answer. */
export const RESTS = 7 * DAY;

/** One account that named an organisation, as the rule sees it. `id`: random. */
export type Naming = { id: number; origin: Origin; standing: Standing; sanctioned: boolean; named: Date };

/**
 * Whom to tell that there are others: the ids of five who named one organisation, or null. Established members in good
 * standing whose naming has rested count, each with a branch of their own; of people tied to each other (an account, a branch,
 * a week of joining, a burst of arrivals, a small circle) one counts. Who that is, is drawn: ids are random.
 */
export function whomToTell(namings: Naming[], now: Date): number[] | null {
  const counting = namings
    .filter(({ standing, sanctioned, origin }) => standing === "established" && !sanctioned && origin.branch !== null)
    .filter(({ named }) => plus(named, RESTS) <= now)
    .sort((a, b) => a.id - b.id);
  const groups = groupsOf(counting.map(({ origin }) => origin));
  const drawn = counting.filter((_, i) => groups.indexOf(groups[i]!) === i);
  return drawn.length < NEEDED ? null : drawn.slice(0, NEEDED).map(({ id }) => id);
}

/** What each of those five has answered to the question whether a circle should open. */
export type Answer = "yes" | "no" | null;

/** Whether a circle opens: only when all five said yes. One no, or time running out, ends it for all, and tells nobody who. */
export function circleOf(answers: Answer[], until: Date, now: Date): "opens" | "waits" | "ends" {
  if (answers.includes("no") || answers.length < NEEDED) return "ends";
  if (answers.every((answer) => answer === "yes")) return "opens";
  return now < until ? "waits" : "ends";
}
