/** How a tie was broken: by the stage (from 1) at which they last stood apart, or by lot. */
export type Tie = { among: number[]; by: "earlier-stage"; stage: number } | { among: number[]; by: "lot" };

/**
 * Whose papers move next of those who stand level: for a surplus the one who had most at the latest earlier stage at which they
 * weren't all level, for an exclusion the one who had fewest; those who were level there, too, are looked at further back, and
 * then by lot (`lots`: every candidate as drawn, the luckier first).
 */
export function breakTie(
  level: number[],
  wanted: "most" | "fewest",
  stages: { votes: bigint[] }[],
  lots: number[],
): { chosen: number; tie: Tie | null } {
  if (level.length === 1) return { chosen: level[0]!, tie: null };
  const among = [...level].sort((a, b) => a - b);
  let left = level;
  for (let at = stages.length - 1; at >= 0; at--) {
    const had = (one: number) => stages[at]!.votes[one - 1]!;
    const end = left.map(had).reduce((a, b) => ((wanted === "most") === a > b ? a : b));
    const apart = left.filter((one) => had(one) === end);
    if (apart.length === 1) return { chosen: apart[0]!, tie: { among, by: "earlier-stage", stage: at + 1 } };
    left = apart;
  }
  const drawn = [...left].sort((a, b) => lots.indexOf(a) - lots.indexOf(b));
  const chosen = wanted === "most" ? drawn[0]! : drawn.at(-1)!;
  return { chosen, tie: { among, by: "lot" } };
}
