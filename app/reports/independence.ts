/** A circle as it bears on independence: its id and how many accounts are in it. */
export type SharedCircle = { id: number; size: number };

/**
 * What the software knows of an account that reports: itself (null once it has left), the branch it came in by, the week
 * it joined, the burst of arrivals that week belongs to (null: no burst), and its circles.
 */
export type Origin = {
  account?: number | null;
  branch: number | null;
  joinedWeek: number;
  burst?: number | null;
  circles?: SharedCircle[];
};

/** People of a circle as small as this know each other: sharing one is a tie. */
const CLOSE = 12;
/** Circles up to this size tie people who share two of them. A larger one says little more than the community itself. */
const LOOSE = 50;
/** Further circles of one account tell nothing new; their pairs would grow without end. */
const CIRCLES_READ = 20;

/**
 * How many independent voices stand behind some reports, one `Origin` a report. What shares an account, a branch, a
 * joining week, an arrival burst, a close circle or two loose ones is tied, and what is tied to the same thing is tied
 * together: each such group counts once. 0 for none.
 */
export const independentVoices = (origins: Origin[]): number => new Set(groupsOf(origins)).size;

/** For each origin the number of its group: equal numbers are one voice. */
export function groupsOf(origins: Origin[]): number[] {
  const group = origins.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (group[root] !== root) root = group[root]!;
    return root;
  };
  const first = new Map<string, number>();
  for (const [i, origin] of origins.entries()) {
    for (const tie of tiesOf(origin)) {
      const other = first.get(tie);
      if (other === undefined) first.set(tie, i);
      else group[rootOf(i)] = rootOf(other);
    }
  }
  return origins.map((_, i) => rootOf(i));
}

/** Whether two accounts share nothing that would make them one voice. */
export const independent = (a: Origin, b: Origin) => independentVoices([a, b]) === 2;

function tiesOf({ account, branch, joinedWeek, burst, circles = [] }: Origin): string[] {
  const loose = circles
    .filter(({ size }) => size > CLOSE && size <= LOOSE)
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .slice(0, CIRCLES_READ);
  return [
    `week ${joinedWeek}`,
    ...(account == null ? [] : [`account ${account}`]),
    ...(branch === null ? [] : [`branch ${branch}`]),
    ...(burst == null ? [] : [`burst ${burst}`]),
    ...circles.filter(({ size }) => size <= CLOSE).map(({ id }) => `circle ${id}`),
    ...loose.flatMap((a, i) => loose.slice(i + 1).map((b) => `circles ${a} ${b}`)),
  ];
}
