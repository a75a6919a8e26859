import { breakTie, type Tie } from "./ties";
import { VOTE } from "./units";

/** Papers that rank the same candidates in the same order. Candidates are numbered from 1. */
export type Papers = { weight: number; ranking: number[] };

export type Election = {
  candidates: number;
  seats: number;
  /** Candidates who withdrew: passed over wherever they stand. */
  withdrawn: number[];
  papers: Papers[];
};

/** What one stage did, and how everybody stood at its end. Votes are in units of 0.00001. */
export type Stage = {
  did: "first-preferences" | "surplus" | "exclusion";
  /** Whose papers moved; null in the first stage. */
  candidate: number | null;
  /** By candidate, the first at index 0. */
  votes: bigint[];
  /** With nobody: papers that name nobody further, and what truncation lost. */
  nonTransferable: bigint;
  /** In the order of their votes. */
  elected: number[];
  excluded: number | null;
  /** How a tie over whose papers move was broken, if there was one. */
  tie: Tie | null;
};

export type Count = { valid: number; quota: number; elected: number[]; stages: Stage[] };

/** A bundle on somebody's pile: papers that came with one value each, to be looked at from `next` on. */
type Bundle = { papers: Papers; value: bigint; next: number };

/**
 * Scottish STV: weighted inclusive Gregory, Droop quota, values truncated to five places; rules 46 to 53 of schedule 1 to the
 * Scottish Local Government Elections Order 2011 (SSI 2011/399). `lots`: every candidate in the order of a draw, for ties that
 * no earlier stage breaks. One who stands earlier wins.
 */
export function countVotes(election: Election, lots: number[]): Count {
  const { candidates, seats } = election;
  const everybody = Array.from({ length: candidates }, (_, i) => i + 1);
  const continuing = new Set(everybody.filter((one) => !election.withdrawn.includes(one)));
  const piles = new Map<number, Bundle[]>(everybody.map((one) => [one, []]));
  const votes = new Map<number, bigint>(everybody.map((one) => [one, 0n]));
  const surplusOf = new Set<number>();
  const elected: number[] = [];
  const stages: Stage[] = [];

  /** Lays a bundle on the pile of the next candidate who can use it. */
  function pass({ papers, value, next }: Bundle): void {
    for (let at = next; at < papers.ranking.length; at++) {
      const to = papers.ranking[at]!;
      if (!continuing.has(to)) continue;
      piles.get(to)!.push({ papers, value, next: at + 1 });
      votes.set(to, votes.get(to)! + value * BigInt(papers.weight));
      return;
    }
  }

  const isValid = (papers: Papers) => papers.ranking.some((one) => continuing.has(one));
  const counted = election.papers.filter((papers) => papers.weight > 0 && isValid(papers));
  const valid = counted.reduce((sum, { weight }) => sum + weight, 0);
  const quota = Math.floor(valid / (seats + 1)) + 1;
  const quotaUnits = BigInt(quota) * VOTE;

  function endStage(did: Stage["did"], candidate: number | null, tie: Tie | null): void {
    const vacancies = seats - elected.length;
    const reached = inOrder([...continuing].filter((one) => votes.get(one)! >= quotaUnits)).slice(0, vacancies);
    for (const one of reached) elect(one);
    // Whoever is left fills what is left, quota or not.
    const left = continuing.size <= seats - elected.length ? inOrder([...continuing]) : [];
    for (const one of left) elect(one);
    const held = everybody.map((one) => votes.get(one)!);
    stages.push({
      did,
      candidate,
      votes: held,
      nonTransferable: BigInt(valid) * VOTE - held.reduce((sum, one) => sum + one, 0n),
      elected: [...reached, ...left],
      excluded: did === "exclusion" ? candidate : null,
      tie,
    });
  }

  function elect(one: number): void {
    continuing.delete(one);
    elected.push(one);
    if (votes.get(one)! > quotaUnits) surplusOf.add(one);
  }

  /** From most votes to fewest; those level in the order of the lots. */
  function inOrder(some: number[]): number[] {
    return some.sort((a, b) => {
      const [had, has] = [votes.get(a)!, votes.get(b)!];
      if (had !== has) return had > has ? -1 : 1;
      return lots.indexOf(a) - lots.indexOf(b);
    });
  }

  function transferSurplus(): void {
    const { chosen, tie } = choose([...surplusOf], "most");
    const total = votes.get(chosen)!;
    const surplus = total - quotaUnits;
    surplusOf.delete(chosen);
    const pile = piles.get(chosen)!;
    piles.set(chosen, []);
    votes.set(chosen, quotaUnits);
    // Truncated for each paper by itself, never for a parcel, and the product before the ratio.
    for (const bundle of pile) pass({ ...bundle, value: (surplus * bundle.value) / total });
    endStage("surplus", chosen, tie);
  }

  function exclude(): void {
    const { chosen, tie } = choose([...continuing], "fewest");
    continuing.delete(chosen);
    const pile = piles.get(chosen)!;
    piles.set(chosen, []);
    votes.set(chosen, 0n);
    for (const bundle of pile) pass(bundle);
    endStage("exclusion", chosen, tie);
  }

  function choose(among: number[], wanted: "most" | "fewest"): { chosen: number; tie: Tie | null } {
    const sorted = inOrder([...among]);
    const end = votes.get(wanted === "most" ? sorted[0]! : sorted.at(-1)!)!;
    const level = among.filter((one) => votes.get(one) === end);
    return breakTie(level, wanted, stages, lots);
  }

  for (const papers of counted) pass({ papers, value: VOTE, next: 0 });
  endStage("first-preferences", null, null);
  while (elected.length < seats && continuing.size > 0) {
    if (surplusOf.size > 0) transferSurplus();
    else exclude();
  }
  return { valid, quota, elected, stages };
}
