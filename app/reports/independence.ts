/** What the software knows of an account that reports: the branch it came in by and the week it joined. */
export type Origin = { branch: number | null; joinedWeek: number };

/**
 * How many independent voices stand behind some reports, one `Origin` an account. Accounts of one branch count once,
 * and so do accounts of one joining week; what is tied to the same thing is tied together. 0 for none.
 */
export function independentVoices(origins: Origin[]): number {
  const group = origins.map((_, i) => i);
  const rootOf = (i: number): number => (group[i] === i ? i : rootOf(group[i]!));
  const first = new Map<string, number>();
  for (const [i, origin] of origins.entries()) {
    for (const tie of tiesOf(origin)) {
      const other = first.get(tie);
      if (other === undefined) first.set(tie, i);
      else group[rootOf(i)] = rootOf(other);
    }
  }
  return new Set(origins.map((_, i) => rootOf(i))).size;
}

/** Whether two accounts share nothing that would make them one voice. */
export const independent = (a: Origin, b: Origin) => independentVoices([a, b]) === 2;

const tiesOf = ({ branch, joinedWeek }: Origin) => [
  `week ${joinedWeek}`,
  ...(branch === null ? [] : [`branch ${branch}`]),
];
