import type { Route, Ties } from "~/safety/pile-on/weigh-pile-on";

/** A source of chance that the same seed sets going in the same way on every machine (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const between = (least: number, most: number) => least + below(most - least + 1);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  return { next, below, between, pick, happens: (probability: number) => next() < probability };
}

export type Chance = ReturnType<typeof chance>;

/** A made-up account. `loud`: how readily it writes, from 0 (never) up. */
export type Someone = Ties & { id: number; loud: number; quiet: boolean };

export const MEMBERS = 1_000;
export const BRANCHES = 60;
export const WEEKS = 150;

/**
 * A thousand members of sixty branches, the largest a tenth of all, who joined over three years; most write little. In
 * every second community forty came together three weeks ago.
 */
export function aCommunity(random: Chance): Someone[] {
  const people = Array.from({ length: MEMBERS }, (_, id): Someone => {
    const loud = Math.min(12, (1 - random.next()) ** -0.8 - 0.9);
    const branch = Math.floor(BRANCHES * random.next() ** 1.6);
    return { id, loud, branch, joinedWeek: random.below(WEEKS), burst: null, quiet: random.happens(0.75 / (1 + loud)) };
  });
  if (random.happens(0.5))
    for (const one of people.slice(0, 40))
      Object.assign(one, { joinedWeek: WEEKS - 3, burst: WEEKS - 3, quiet: random.happens(0.5) });
  return people;
}

/** One thing somebody does to a member, `minute` minutes into the evening. */
export type Deed = {
  from: Someone;
  target: number;
  route: Route;
  place: number | null;
  minute: number;
  turnedAwayAt?: number;
  reportedAt?: number;
};

/** What kind of evening it was for whoever is at its centre. */
export type Kind =
  | "busy thread"
  | "heated thread"
  | "popular announcement"
  | "welcome thread"
  | "workshop's thread"
  | "bad post"
  | "pile-on";

export type Scene = { kind: Kind; target: number; deeds: Deed[] };

/** Who writes: mostly those who always do, and some who rarely do. */
export function somebody(random: Chance, people: Someone[]): Someone {
  for (;;) {
    const one = random.pick(people);
    if (random.happens(0.25) || random.happens(one.loud / 12)) return one;
  }
}

/** Whether two have answered each other before: likely between those who write much. */
const haveMet = (random: Chance, a: Someone, b: Someone) => random.happens(Math.min(0.85, (a.loud * b.loud) / 30));

/** A conversation of many: most answer its opening, some answer each other, a few call a name. */
export function aThread(
  random: Chance,
  people: Someone[],
  {
    kind,
    place,
    author,
    writers,
    minutes,
    begins,
  }: { kind: Kind; place: number; author: Someone; writers: number; minutes: number; begins: number },
): Scene {
  const deeds: Deed[] = [];
  const spoken: Someone[] = [author];
  const heated = kind === "heated thread";
  const times = Array.from({ length: writers }, () => begins + random.next() * minutes).sort((a, b) => a - b);
  for (const minute of times) {
    const from = random.happens(0.3) && spoken.length > 3 ? random.pick(spoken) : somebody(random, people);
    const to = random.happens(0.65) ? author : random.pick(random.happens(0.5) ? spoken.slice(-6) : spoken);
    if (to !== from && !haveMet(random, from, to)) {
      const route: Route =
        to === author ? (random.happens(0.12) ? "reply" : "answer") : random.happens(0.15) ? "mention" : "reply";
      deeds.push({
        from,
        target: to.id,
        route,
        place,
        minute,
        ...(random.happens(heated ? 0.05 : 0.005) ? { turnedAwayAt: minute + random.between(1, 30) } : {}),
        ...(random.happens(heated ? 0.05 : 0.005) ? { reportedAt: minute + random.between(1, 60) } : {}),
      });
    }
    if (heated && random.happens(0.04)) {
      const reported = random.pick(spoken);
      if (reported !== from) deeds.push({ from, target: reported.id, route: "report", place: null, minute });
    }
    spoken.push(from);
  }
  return { kind, target: author.id, deeds };
}

/** A post that breaks the agreements, and is reported by members who have nothing to do with each other. */
export function aBadPost(random: Chance, people: Someone[], place: number): Scene {
  const author = somebody(random, people);
  const scene = aThread(random, people, { kind: "bad post", place, author, writers: 15, minutes: 180, begins: 0 });
  for (let i = random.between(5, 9); i > 0; i--) {
    const minute = random.next() * 180;
    scene.deeds.push({ from: somebody(random, people), target: author.id, route: "report", place: null, minute });
  }
  return scene;
}
