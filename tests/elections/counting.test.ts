import fc from "fast-check";
import { expect, test } from "vitest";
import { countVotes, type Election } from "~/elections/counting/count";
import { inVotes, VOTE } from "~/elections/counting/units";

const among = (
  candidates: number,
  seats: number,
  papers: [number, number[]][],
  withdrawn: number[] = [],
): Election => ({
  candidates,
  seats,
  withdrawn,
  papers: papers.map(([weight, ranking]) => ({ weight, ranking })),
});
const inNumberOrder = (candidates: number) => Array.from({ length: candidates }, (_, i) => i + 1);
const count = (election: Election, lots = inNumberOrder(election.candidates)) => countVotes(election, lots);
const stageVotes = (election: Election) => count(election).stages.map(({ votes }) => votes.map(inVotes));

test("a surplus moves at the truncated share of each paper", () => {
  // 10 papers, 2 seats: the quota is 4. The first has 7; each paper goes on at 3/7 = 0.42857.
  const election = among(3, 2, [
    [5, [1, 2]],
    [2, [1]],
    [3, [3]],
  ]);
  const { quota, elected, stages } = count(election);
  expect(quota).toBe(4);
  expect(stageVotes(election)).toEqual([
    ["7.00000", "0.00000", "3.00000"],
    ["4.00000", "2.14285", "3.00000"],
    ["4.00000", "0.00000", "3.00000"],
  ]);
  expect(stages.map(({ nonTransferable }) => inVotes(nonTransferable))).toEqual(["0.00000", "0.85715", "3.00000"]);
  expect(elected).toEqual([1, 3]);
});

test("the largest surplus goes first, one a stage, and even a tiny one before an exclusion", () => {
  const { stages } = count(
    among(5, 3, [
      [30, [1, 4]],
      [26, [2, 5]],
      [24, [3]],
      [12, [4]],
      [8, [5]],
    ]),
  );
  expect(stages[1]).toMatchObject({ did: "surplus", candidate: 1 });
});

test("an excluded candidate's papers move on at the value they came with", () => {
  const { elected } = count(
    among(4, 1, [
      [4, [1]],
      [3, [2]],
      [2, [3, 2]],
      [1, [4, 3, 2]],
    ]),
  );
  expect(elected).toEqual([2]);
});

test("of two surpluses alike the one that was larger at the latest stage apart goes first", () => {
  // Nobody was ever apart, so the lots decide, and the count says so.
  const election = among(4, 3, [
    [10, [1, 3]],
    [10, [2, 4]],
    [3, [3]],
    [2, [4]],
  ]);
  const lotted = countVotes(election, [2, 1, 3, 4]);
  expect(lotted.stages[1]).toMatchObject({ candidate: 2, tie: { among: [1, 2], by: "lot" } });
  expect(countVotes(election, [1, 2, 3, 4]).stages[1]).toMatchObject({ candidate: 1 });
});

test("of two who are last alike, the one who had fewer at the latest stage apart goes out", () => {
  // Candidate 4 goes out first and lifts 3 to 5, level with 2; before that 3 had fewer.
  const { stages } = count(
    among(4, 1, [
      [9, [1]],
      [5, [2]],
      [3, [3]],
      [2, [4, 3]],
    ]),
  );
  expect(stages[2]).toMatchObject({
    did: "exclusion",
    candidate: 3,
    tie: { among: [2, 3], by: "earlier-stage", stage: 1 },
  });
});

test.each<[string, Election, number[]]>([
  ["as many candidates as seats", among(2, 2, [[1, [2]]]), [2, 1]],
  ["fewer candidates than seats", among(1, 5, [[1, [1]]]), [1]],
  ["no ballot at all", among(3, 1, []), []],
  ["only ballots that name nobody", among(2, 1, [[4, []]]), []],
  ["everybody withdrew", among(2, 1, [[4, [1, 2]]], [1, 2]), []],
  [
    "the favourite withdrew",
    among(
      3,
      1,
      [
        [9, [1, 3]],
        [2, [2]],
      ],
      [1],
    ),
    [3],
  ],
])("%s", (_, election, elected) => {
  const counted = count(election);
  if (elected.length) expect(counted.elected.slice(0, elected.length)).toEqual(elected);
  expect(counted.elected.length).toBe(Math.min(election.seats, election.candidates - election.withdrawn.length));
});

const elections = fc
  .record({ candidates: fc.integer({ min: 1, max: 7 }), seats: fc.integer({ min: 1, max: 5 }) })
  .chain(({ candidates, seats }) =>
    fc
      .array(
        fc.record({
          weight: fc.integer({ min: 0, max: 40 }),
          ranking: fc.shuffledSubarray(inNumberOrder(candidates), { minLength: 0 }),
        }),
        { maxLength: 25 },
      )
      .map((papers): Election => ({ candidates, seats, withdrawn: [], papers })),
  );

test("no vote is made or doubled, none comes back from nobody, and the seats are filled", () => {
  fc.assert(
    fc.property(elections, (election) => {
      const { valid, quota, elected, stages } = count(election);
      let nobody = 0n;
      for (const stage of stages) {
        const held = stage.votes.reduce((sum, votes) => sum + votes, 0n);
        expect(held + stage.nonTransferable).toBe(BigInt(valid) * VOTE);
        expect(stage.nonTransferable >= nobody).toBe(true);
        nobody = stage.nonTransferable;
      }
      expect(new Set(elected).size).toBe(Math.min(election.seats, election.candidates));
      expect(quota * (election.seats + 1)).toBeGreaterThan(valid);
      expect(stages.flatMap((stage) => stage.elected)).toEqual(elected);
    }),
  );
});

test("neither the order of the papers nor how they are bundled changes anything", () => {
  fc.assert(
    fc.property(elections, (election) => {
      const loose = election.papers.flatMap(({ weight, ranking }) =>
        Array.from({ length: weight }, () => ({ weight: 1, ranking })),
      );
      expect(count({ ...election, papers: loose.reverse() })).toEqual(count(election));
    }),
    { numRuns: 50 },
  );
});

test("a candidate's number is only a number", () => {
  fc.assert(
    fc.property(elections, fc.gen(), (election, draw) => {
      const all = inNumberOrder(election.candidates);
      const names = draw(fc.shuffledSubarray, all, { minLength: all.length });
      const renamed = (one: number) => names[one - 1]!;
      const papers = election.papers.map(({ weight, ranking }) => ({ weight, ranking: ranking.map(renamed) }));
      const other = countVotes({ ...election, papers }, all.map(renamed));
      expect(other.elected).toEqual(countVotes(election, all).elected.map(renamed));
    }),
  );
});

test("a group that a share of the voters ranks above everybody else gets that share of the seats", () => {
  const sides = fc.record({
    ours: fc.integer({ min: 1, max: 4 }),
    theirs: fc.integer({ min: 1, max: 4 }),
    seats: fc.integer({ min: 1, max: 4 }),
    share: fc.integer({ min: 1, max: 300 }),
    others: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(sides, fc.gen(), ({ ours, theirs, seats, share, others }, draw) => {
      const us = inNumberOrder(ours);
      const them = inNumberOrder(theirs).map((one) => one + ours);
      const rankings = (first: number[], then: number[]) => [
        ...draw(fc.shuffledSubarray, first, { minLength: first.length }),
        ...draw(fc.shuffledSubarray, then, { minLength: then.length }),
      ];
      const papers = [
        ...Array.from({ length: share }, () => ({ weight: 1, ranking: rankings(us, them) })),
        ...Array.from({ length: others }, () => ({ weight: 1, ranking: rankings(them, us) })),
      ];
      const { elected, quota } = count({ candidates: ours + theirs, seats, withdrawn: [], papers });
      // Truncation may cost a group a small part of one vote: a full vote above the quotas is always enough.
      const due = Math.min(ours, seats, Math.floor((share - 1) / quota));
      expect(elected.filter((one) => one <= ours).length).toBeGreaterThanOrEqual(due);
    }),
    { numRuns: 60 },
  );
});
