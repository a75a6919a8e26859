import { DAY, floorToHour, HOUR, plus } from "../../platform/time";
import type { Step } from "./weigh";

/** A step is left only after this long without a reason for it, counted to the full hour. */
export const CALM = 3 * HOUR;
/** How long it lasts at most before a second person has to agree. */
export const ALONE = 3 * DAY;

/** What stands now: the software's own step, the one that moderators hold, and when each can end. */
export type Standing = {
  auto: Step;
  held: Step;
  /** When the software's step goes down by one, if it stays calm. */
  eases: Date;
  /** When the moderators' step ends. */
  heldUntil: Date | null;
  /** When all of it ends, unless a second person agrees. */
  until: Date;
};

/** The step that limits go by. */
export const stepOf = ({ auto, held }: Pick<Standing, "auto" | "held">): Step => (auto > held ? auto : held);

/** A full hour, a little more than `CALM` ahead. */
export const easesAt = (now: Date) => floorToHour(plus(now, CALM + HOUR));

/** The beginning, by the software. */
export const begin = (auto: Step, now: Date): Standing => ({
  auto,
  held: 0,
  eases: easesAt(now),
  heldUntil: null,
  until: floorToHour(plus(now, ALONE)),
});

/** What stands after a look at the counts, of which the highest asks for `wanted`. Up at once, down one step at a time and only after calm hours. */
export function advance(standing: Standing, wanted: Step, now: Date): Standing {
  if (standing.until <= now) return { ...standing, auto: 0, held: 0, heldUntil: null };
  const heldOver = standing.heldUntil !== null && standing.heldUntil <= now;
  const rest = heldOver ? { ...standing, held: 0 as Step, heldUntil: null } : standing;
  if (wanted > 0 && wanted >= rest.auto) return { ...rest, auto: wanted, eases: easesAt(now) };
  if (rest.auto === 0) return rest;
  if (rest.eases <= now) return { ...rest, auto: (rest.auto - 1) as Step, eases: easesAt(now) };
  // A clock that jumped back must not make it longer.
  return rest.eases > easesAt(now) ? { ...rest, eases: easesAt(now) } : rest;
}

/** Until when the step that stands now holds at least, for whoever meets it. */
export function nextChange(standing: Standing): Date {
  const ends = standing.held >= standing.auto && standing.heldUntil ? standing.heldUntil : standing.eases;
  return ends < standing.until ? ends : standing.until;
}
