import {
  type Approach,
  type StrangerFacts,
  type Ties,
  usualWindows,
  type Weighed,
  weighPileOn,
} from "~/safety/pile-on/weigh-pile-on";
import {
  aBadPost,
  aCommunity,
  aThread,
  type Chance,
  chance,
  type Deed,
  type Scene,
  type Someone,
  somebody,
  WEEKS,
} from "./crowds";
import { aPileOn, type Style } from "./pile-on";

type Found = {
  /** By which stranger it was found, and by which it was plain enough to slow strangers unasked. */
  by: number;
  slowedBy: number | null;
  of: number;
  minute: number;
  weighed: Weighed;
  attackers: Set<number>;
};

/** All that happened in one evening, weighed deed by deed as the forum would: who was found, and by which stranger. */
export function livingThrough(people: Someone[], scenes: Scene[], usual: Map<number, number>) {
  const everybody = new Map(
    [...people, ...scenes.flatMap((scene) => scene.deeds.map((deed) => deed.from))].map((one) => [one.id, one]),
  );
  const shares = {
    branch: sharesOf(everybody, "branch"),
    joinedWeek: sharesOf(everybody, "joinedWeek"),
    burst: sharesOf(everybody, "burst"),
  };
  const deeds = scenes.flatMap((scene) => scene.deeds).sort((a, b) => a.minute - b.minute);
  const byTarget = new Map<number, Deed[]>();
  const found = new Map<number, Found>();
  for (const deed of deeds) {
    const before = [...(byTarget.get(deed.target) ?? []), deed];
    byTarget.set(deed.target, before);
    const earlier = found.get(deed.target);
    if (earlier?.slowedBy) continue;
    const weighed = weighPileOn({
      approaches: before.map(approachOf),
      strangers: factsOf(before, deed.minute),
      target: everybody.get(deed.target)!,
      shareOf: (kind, value) => shares[kind].get(value) ?? 0,
      usual: usual.get(deed.target) ?? 0,
      hour: Math.floor(deed.minute / 60),
    });
    if (weighed.pileOn) {
      const came = new Set(before.map((one) => one.from.id));
      const first = earlier ?? { by: came.size, of: before.length, minute: deed.minute, weighed, attackers: came };
      found.set(deed.target, { ...first, slowedBy: weighed.slows ? came.size : null });
    }
  }
  return found;
}

const approachOf = ({ from, route, place, minute }: Deed): Approach => ({
  from: from.id,
  route,
  place,
  hour: Math.floor(minute / 60),
});

function factsOf(deeds: Deed[], minute: number): Map<number, StrangerFacts> {
  const facts = new Map<number, StrangerFacts>();
  const past = (at: number | undefined) => at !== undefined && at <= minute;
  for (const { from, turnedAwayAt, reportedAt } of deeds) {
    const before = facts.get(from.id);
    facts.set(from.id, {
      branch: from.branch,
      joinedWeek: from.joinedWeek,
      burst: from.burst,
      quiet: from.quiet,
      turnedAway: before?.turnedAway || past(turnedAwayAt),
      reported: before?.reported || past(reportedAt),
    });
  }
  return facts;
}

function sharesOf(everybody: Map<number, Someone>, kind: keyof Ties) {
  const counts = new Map<number, number>();
  for (const one of everybody.values()) if (one[kind] !== null) counts.set(one[kind], (counts.get(one[kind]) ?? 0) + 1);
  return new Map([...counts].map(([value, n]) => [value, n / everybody.size]));
}

function ordinaryThreads(random: Chance, people: Someone[]): Scene[] {
  return Array.from({ length: 20 }, (_, i) => {
    const kind = i % 5 === 0 ? "heated thread" : "busy thread";
    const [writers, minutes, begins] = [random.between(15, 60), random.between(60, 300), random.between(0, 60)];
    return aThread(random, people, { kind, place: i, author: somebody(random, people), writers, minutes, begins });
  });
}

/** How much usually comes at each: the mean over the windows of some earlier evenings in which anything came at all. */
function usualOf(evenings: Scene[][]): Map<number, number> {
  const windows = new Map<number, number[]>();
  for (const scenes of evenings) {
    const byTarget = new Map<number, Approach[]>();
    for (const deed of scenes.flatMap((scene) => scene.deeds))
      byTarget.set(deed.target, [...(byTarget.get(deed.target) ?? []), approachOf(deed)]);
    for (const [target, approaches] of byTarget)
      windows.set(target, [...(windows.get(target) ?? []), ...usualWindows(approaches)]);
  }
  return new Map([...windows].map(([target, all]) => [target, all.reduce((a, b) => a + b) / all.length]));
}

/** One evening: twenty busy threads (every fifth heated), an announcement, a welcome, a workshop, a bad post, and one pile-on. */
export function anEvening(seed: number, style: Style) {
  const random = chance(seed);
  const people = aCommunity(random);
  const usual = usualOf(Array.from({ length: 8 }, () => ordinaryThreads(random, people)));
  const scenes = ordinaryThreads(random, people);
  const announcer = people.reduce((a, b) => (b.loud > a.loud ? b : a));
  const thread = (about: Omit<Parameters<typeof aThread>[2], "begins">, who = people) =>
    scenes.push(aThread(random, who, { ...about, begins: 0 }));
  thread({
    kind: "popular announcement",
    place: 20,
    author: announcer,
    writers: random.between(80, 150),
    minutes: 120,
  });
  const newcomer: Someone = { ...random.pick(people), loud: 0, joinedWeek: WEEKS, quiet: true };
  people[newcomer.id] = newcomer;
  thread({ kind: "welcome thread", place: 21, author: newcomer, writers: random.between(25, 50), minutes: 150 });
  const host = random.pick(people.slice(40));
  const writers = random.between(15, 30);
  thread({ kind: "workshop's thread", place: 22, author: host, writers, minutes: 120 }, people.slice(0, 40));
  scenes.push(aBadPost(random, people, 23));
  const pileOn = aPileOn(random, people, style);
  scenes.push(pileOn);
  return { people, scenes, pileOn, found: livingThrough(people, scenes, usual) };
}
