import type { Route } from "~/safety/pile-on/weigh-pile-on";
import { BRANCHES, type Chance, type Deed, MEMBERS, type Scene, type Someone, WEEKS } from "./crowds";

/** Where the attackers' accounts come from. */
export const styles = ["raid", "branch", "sleepers", "mob"] as const;
export type Style = (typeof styles)[number];

export const ATTACKERS = 50;

export function attackers(random: Chance, people: Someone[], style: Style): Someone[] {
  if (style === "mob")
    return [...new Set(Array.from({ length: ATTACKERS * 3 }, () => random.pick(people)))].slice(0, ATTACKERS);
  const branch = BRANCHES + random.below(1000);
  return Array.from({ length: ATTACKERS }, (_, i): Someone => {
    const about = { id: MEMBERS + i, loud: 0, quiet: true };
    // Came by the open door in two weeks: one branch a week, one burst.
    if (style === "raid") {
      const joinedWeek = WEEKS - 1 - (i % 2);
      return { ...about, branch: branch + (i % 2), joinedWeek, burst: WEEKS - 2 };
    }
    // Invited over years, one by the other; half of them write otherwise, too.
    if (style === "branch")
      return { ...about, branch, joinedWeek: random.below(WEEKS), burst: null, quiet: random.happens(0.5) };
    // Made in batches over a year, by invitations of many branches, and silent until now.
    const joinedWeek = WEEKS - 4 - 5 * random.below(10);
    return {
      ...about,
      branch: random.happens(0.5) ? branch + joinedWeek : random.below(BRANCHES),
      joinedWeek,
      burst: null,
    };
  });
}

/** Fifty come at one member within two hours, by ways of which no two attacks have the same mixture. */
export function aPileOn(
  random: Chance,
  people: Someone[],
  style: Style,
): Scene & { style: Style; ways: Record<Route, number> } {
  const target = random.pick(people);
  const weights = {
    answer: -Math.log(random.next()),
    reply: -Math.log(random.next()),
    mention: -Math.log(random.next()),
    report: -Math.log(random.next()),
  };
  const sum = Object.values(weights).reduce((a, b) => a + b);
  const ways = Object.fromEntries(Object.entries(weights).map(([way, weight]) => [way, weight / sum])) as Record<
    Route,
    number
  >;
  ways.message = 0;
  const ownTopic = 500;
  const theirPosts = Array.from({ length: random.between(2, 5) }, (_, i) => 501 + i);
  const looking = random.happens(0.5);
  const group = attackers(random, people, style);
  const times = Array.from({ length: ATTACKERS }, () => random.next() * 120).sort((a, b) => a - b);
  const deeds: Deed[] = [];
  for (const [i, from] of group.entries()) {
    for (let again = random.between(1, 3); again > 0; again--) {
      const minute = times[i]! + (again > 1 ? random.next() * 60 : 0);
      const route = wayOf(random, ways);
      const place =
        route === "report"
          ? null
          : route === "answer"
            ? ownTopic
            : route === "reply"
              ? random.pick(theirPosts)
              : random.between(0, 19);
      deeds.push({
        from,
        target: target.id,
        route,
        place,
        minute,
        ...(looking && random.happens(0.3) ? { turnedAwayAt: minute + random.between(1, 15) } : {}),
        ...(route !== "report" && random.happens(0.08) ? { reportedAt: minute + random.between(2, 30) } : {}),
      });
    }
  }
  return { kind: "pile-on", target: target.id, deeds, style, ways };
}

function wayOf(random: Chance, ways: Record<Route, number>): Route {
  let left = random.next();
  for (const [way, share] of Object.entries(ways)) {
    left -= share;
    if (left < 0) return way as Route;
  }
  return "reply";
}
