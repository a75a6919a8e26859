/** Weeks looked back on to see what is usual, and how many of them there must be before anything is unusual. */
const LOOKED_BACK = 12;
const FEWEST_WEEKS = 4;
/** A burst brings at least so many, and so many times as many as the weeks before. */
const FEWEST_ARRIVALS = 8;
const TIMES_USUAL = 4;
const JUMP = 2;

/**
 * The arrival bursts of a community: for each week in one, the number of the week in which it began. `arrivals`: accounts
 * that joined, by week. A burst is a run of weeks that each brought at least 8, and four times the median of the
 * twelve weeks before; it begins with a jump to twice the week before, so that steady growth is none. A community's
 * first weeks are no burst, for nothing is usual yet.
 */
export function arrivalBursts(arrivals: Map<number, number>): Map<number, number> {
  const weeks = [...arrivals.keys()].sort((a, b) => a - b);
  const bursts = new Map<number, number>();
  const [first] = weeks;
  for (const week of weeks) {
    const known = week - first!;
    if (known < FEWEST_WEEKS) continue;
    const before = Array.from({ length: Math.min(known, LOOKED_BACK) }, (_, i) => arrivals.get(week - 1 - i) ?? 0);
    const least = Math.max(FEWEST_ARRIVALS, TIMES_USUAL * median(before));
    const goesOn = bursts.get(week - 1);
    const jumps = arrivals.get(week)! >= JUMP * (arrivals.get(week - 1) ?? 0);
    if (arrivals.get(week)! >= least && (goesOn !== undefined || jumps)) bursts.set(week, goesOn ?? week);
  }
  return bursts;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
