/** What somebody's reports came to lately. `week`: sent in the last seven days; `usual`: the mean of the eight weeks before. */
export type Reporting = { week: number; usual: number; decided: number; noBreach: number };

/** So many in a week, and so many times what is usual, is out of the ordinary for one person; a group is more people. */
const FEWEST = { one: 8, group: 15 } as const;
const TIMES_USUAL = 4;
/** Or so many found to be no breach, which is so large a share of those decided. */
const FEWEST_NO_BREACH = { one: 5, group: 10 } as const;
const NO_BREACH_SHARE = 0.8;

/**
 * Whether moderators should be shown that somebody reports far more than before, or far beside what breaks the agreements. Only
 * shown: it refuses nothing, weighs nothing and sanctions nobody, because reporting in good faith is never a breach.
 */
export function isUnusual({ week, usual, decided, noBreach }: Reporting, who: "one" | "group"): boolean {
  if (week >= FEWEST[who] && week >= TIMES_USUAL * usual) return true;
  return noBreach >= FEWEST_NO_BREACH[who] && noBreach >= NO_BREACH_SHARE * decided;
}
