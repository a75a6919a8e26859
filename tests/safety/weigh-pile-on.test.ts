import { describe, expect, test } from "vitest";
import {
  type Approach,
  BAR,
  type PileOnFacts,
  type Route,
  type StrangerFacts,
  usualWindows,
  weighPileOn,
} from "~/safety/pile-on/weigh-pile-on";
import { anEvening } from "../support/evenings";
import { styles } from "../support/pile-on";

const nobodySpecial = (i: number): StrangerFacts => ({
  branch: i,
  joinedWeek: 10 + i,
  burst: null,
  quiet: false,
  turnedAway: false,
  reported: false,
});

type Ways = { route?: Route; place?: (i: number) => number | null; hour?: number; from?: (i: number) => number };

const approaches = (
  n: number,
  { route = "reply", place = () => 1, hour = 0, from = (i) => i }: Ways = {},
): Approach[] =>
  Array.from({ length: n }, (_, i) => ({ from: from(i), route, place: route === "report" ? null : place(i), hour }));

const facts = (
  came: Approach[],
  about: (i: number) => Partial<StrangerFacts> = () => ({}),
  more: Partial<PileOnFacts> = {},
) =>
  ({
    approaches: came,
    strangers: new Map(came.map(({ from }) => [from, { ...nobodySpecial(from), ...about(from) }])),
    target: { branch: 900, joinedWeek: 900, burst: null },
    shareOf: () => 0.01,
    usual: 0,
    hour: 0,
    ...more,
  }) satisfies PileOnFacts;

const everywhere = { place: (i: number) => i % 4 };
const oneBranch = () => ({ branch: 7 });

describe("no pile-on", () => {
  test.each<[string, PileOnFacts]>([
    ["nobody", facts([])],
    ["a hundred who answer an announcement", facts(approaches(100, { route: "answer" }))],
    ["forty who answer one comment in one conversation", facts(approaches(40))],
    ["nine who have nothing to do with each other and report a bad post", facts(approaches(9, { route: "report" }))],
    ["five of one branch who call a name", facts(approaches(5, { route: "mention" }), oneBranch)],
    ["one account under fifty names", facts(approaches(50, { ...everywhere, from: () => 1 }), oneBranch)],
    [
      "twenty who came with the member, of one branch",
      facts(approaches(20, { route: "answer" }), oneBranch, { target: { branch: 7, joinedWeek: 900, burst: null } }),
    ],
    [
      "a workshop of twelve newcomers who answer their host",
      facts(approaches(12, { route: "answer" }), () => ({ joinedWeek: 50, burst: 50 })),
    ],
    [
      "twenty in four conversations, to somebody who often has that",
      facts(approaches(20, everywhere), undefined, { usual: 3 }),
    ],
    ["what came five hours ago", facts(approaches(20, everywhere), oneBranch, { hour: 5 })],
    ["a branch that is most of the community", facts(approaches(20), oneBranch, { shareOf: () => 0.6 })],
    ["a quarrel of twenty, of whom the member turned four away", facts(approaches(20), (i) => ({ turnedAway: i < 4 }))],
  ])("%s", (_, given) => {
    expect(weighPileOn(given).pileOn).toBe(false);
  });
});

describe("a pile-on", () => {
  test.each<[string, PileOnFacts]>([
    ["eight of one branch who answer one comment", facts(approaches(8), oneBranch)],
    ["six of one arrival burst who report her", facts(approaches(6, { route: "report" }), () => ({ burst: 5 }))],
    ["twelve in four conversations, at somebody whom nobody usually calls", facts(approaches(12, everywhere))],
    ["eight of whom the member turned away from six", facts(approaches(8), (i) => ({ turnedAway: i < 6 }))],
    ["eight of whom others reported six", facts(approaches(8), (i) => ({ reported: i < 6 }))],
    [
      "ten who had been silent for weeks and call a name",
      facts(approaches(10, { route: "mention" }), () => ({ quiet: true })),
    ],
    [
      "six of one branch among twelve who answer kindly in her own topic",
      facts([...approaches(12, { route: "answer", from: (i) => 50 + i }), ...approaches(7, { place: () => 2 })], (i) =>
        i < 50 ? { branch: 7 } : {},
      ),
    ],
  ])("%s", (_, given) => {
    expect(weighPileOn(given)).toMatchObject({ pileOn: true });
  });
});

test("the order in which they come, and how often each does, changes nothing", () => {
  const came = approaches(12, everywhere);
  const once = weighPileOn(facts(came, oneBranch));
  expect(weighPileOn(facts([...came].reverse(), oneBranch))).toEqual(once);
  expect(weighPileOn(facts([...came, ...came, ...came], oneBranch))).toEqual(once);
  expect(once.score).toBeGreaterThanOrEqual(BAR);
});

test("what is usual is counted by window and by account", () => {
  expect(usualWindows([])).toEqual([]);
  const quiet = approaches(2, { route: "answer", hour: 100 });
  expect(usualWindows([...quiet, ...approaches(3, { hour: 200 }), ...approaches(3, { hour: 201 })])).toEqual([0.5, 3]);
});

/** The same evenings on every machine; tests/bench/pile-on.ts lives through new ones. */
const SEEDS = [11, 23, 37, 41, 59, 61, 73, 89, 97, 101];

test("fifty scripted accounts are found by the twelfth stranger, and hardly a conversation is taken for them", () => {
  const late: unknown[] = [];
  let conversations = 0;
  let slowed = 0;
  for (const style of styles.filter((one) => one !== "mob"))
    for (const seed of SEEDS) {
      const { scenes, pileOn, found } = anEvening(seed, style);
      const by = found.get(pileOn.target)?.by;
      if (by === undefined || by > 12) late.push([style, seed, by]);
      conversations += scenes.length - 1;
      slowed += found.size - (by === undefined ? 0 : 1);
    }
  expect(late.length).toBeLessThanOrEqual(2);
  expect(slowed / conversations).toBeLessThan(0.01);
}, 30_000);
