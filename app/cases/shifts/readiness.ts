/** The fewest among whom a case is dealt, where there are as many. */
export const FEWEST = 2;

/** How somebody without a conflict stands towards a case: on a break, willing to decide such conduct, with how many open cases. */
export type Readiness = { id: number; away: boolean; takes: boolean; load: number };

/**
 * Those of the unconflicted among whom a case is dealt: whoever is here and takes its conduct. Where these are fewer than
 * two, it's filled up with those who would rather not, first whoever has the case already (`held`), then whoever has
 * the fewest. Whoever is on a break is never among them. `tiebreak`: any order of ids, drawn anew for each case.
 */
export function readyAmong(
  all: Readiness[],
  held: number[],
  { fewest = FEWEST, tiebreak = (id: number) => id }: { fewest?: number; tiebreak?: (id: number) => number } = {},
): number[] {
  const here = all.filter((one) => !one.away);
  const ready = here.filter((one) => one.takes);
  const reluctant = here
    .filter((one) => !one.takes)
    .sort(
      (a, b) =>
        Number(held.includes(b.id)) - Number(held.includes(a.id)) ||
        a.load - b.load ||
        tiebreak(a.id) - tiebreak(b.id) ||
        a.id - b.id,
    );
  const missing = Math.max(0, fewest - ready.length);
  return [...ready, ...reluctant.slice(0, missing)].map((one) => one.id);
}
