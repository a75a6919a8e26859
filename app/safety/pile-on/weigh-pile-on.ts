/**
 * How somebody came at a member: answered in the member's own topic (its opening post, or nobody in particular), replied
 * to another post of theirs, called their name, asked to send them a message, or reported them.
 */
export type Route = "answer" | "reply" | "mention" | "message" | "report";

/** What the software knows of where an account comes from; see app/reports/independence.ts. */
export type Ties = { branch: number | null; joinedWeek: number; burst: number | null };

/** One approach by a stranger: an account that had no exchange with the member before. */
export type Approach = {
  /** Who: equal numbers are one account, under whichever names. */
  from: number;
  route: Route;
  /** The topic it happened in; null for messages and reports. */
  place: number | null;
  /** The hour (any epoch) it happened in. */
  hour: number;
};

/** What speaks of a stranger beside the way they came. */
export type StrangerFacts = Ties & {
  /** New here, or silent for weeks before this. */
  quiet: boolean;
  /** The member has blocked, muted, hidden or reported them since. */
  turnedAway: boolean;
  /** Somebody else has reported what they wrote at the member. */
  reported: boolean;
};

export type PileOnFacts = {
  approaches: Approach[];
  strangers: Map<number, StrangerFacts>;
  /** The member's own ties: whoever shares one came with them and not at them. */
  target: Ties;
  /** What share of all accounts (0 to 1) has the same branch, joining week or burst. */
  shareOf: (kind: keyof Ties, value: number) => number;
  /** What strangers' ways to this member weigh in a window on an ordinary day: the mean of `usualWindows`. */
  usual: number;
  /** The hour it is now. */
  hour: number;
};

/**
 * A pile-on when `score` reaches `BAR`; `slows` when it is so plain that strangers are slowed before the member has said
 * anything. `strangers` came in all, `signed` of them counted by more than their number.
 */
export type Weighed = { pileOn: boolean; slows: boolean; score: number; strangers: number; signed: number };

/** How many hours are looked at together, the one that has begun included. */
export const WINDOW_HOURS = 4;
/** What a pile-on weighs, and how many strangers it has at least. */
export const BAR = 8;
const FEWEST_STRANGERS = 6;
/** From here nobody waits for an answer: no ordinary conversation of `tests/bench/pile-on.ts` ever weighed so much. */
export const PLAIN = 14;
/** What one conversation can weigh by numbers: a lively talk isn't a pile-on. */
const CONVERSATION_MOST = 3;
/** So many times what is usual for the member is taken off the numbers: whoever is often spoken to isn't piled on by it. */
const USUAL_OFF = 2;
/** Strangers come together when at least so many share a tie, so many times more than chance … */
const FEWEST_TOGETHER = 3;
const TIMES_CHANCE = 4;
/** … and when they are at least so many in all, and half of those who come, or of those in one conversation. */
const FEWEST_IN_ALL = 5;
/** Turning away from a few in a quarrel of many is ordinary; from this share of those who come it is a sign. */
const TURNED_SHARE = 1 / 3;
const FEWEST_TURNED = 5;
/** When at least so many come, and so large a share of them had been silent for weeks, they were woken for it. */
const FEWEST_WOKEN = 8;
const WOKEN_SHARE = 0.75;

const alone: Record<Route, number> = { answer: 0.25, reply: 1, mention: 1, message: 1, report: 1 };
const together: Record<Route, number> = { answer: 0.3, reply: 1.25, mention: 1.25, message: 1.25, report: 2 };
/** Together, and woken for it: even answers where the member opened a talk aren't what they seem. */
const both: Record<Route, number> = { ...together, answer: 0.75, mention: 1.5, reply: 1.5 };
const QUIET = 0.25;
const TURNED_AWAY = 1.5;

/** Where an approach was made: all messages are one place, and so are all reports. */
const placeOf = ({ route, place }: Approach) => (place === null ? route : String(place));

const gravest = (approaches: Approach[], weights: Record<Route, number>) =>
  approaches.reduce((a, b) => (weights[b.route] > weights[a.route] ? b : a));

/**
 * Weighs what strangers did at one member within the last hours. Each account counts once, by the gravest way it came:
 * in full if it came together with others, if the member turned away from it, or if others reported what it wrote; by its
 * number otherwise, of which one conversation holds a little and the member's own usual takes some off.
 */
export function weighPileOn(facts: PileOnFacts): Weighed {
  const recent = facts.approaches.filter(({ hour }) => hour > facts.hour - WINDOW_HOURS && hour <= facts.hour);
  const byStranger = new Map<number, Approach[]>();
  for (const one of recent) byStranger.set(one.from, [...(byStranger.get(one.from) ?? []), one]);
  const group = comeTogether(facts, byStranger);
  const woken = wokenFor(facts, byStranger);
  const turned = turnedFrom(facts, byStranger);

  const numbers = new Map<string, number>();
  let signed = 0;
  for (const [from, approaches] of byStranger) {
    if (group.has(from) || turned.has(from) || woken.has(from)) {
      const weights = group.has(from) ? (woken.has(from) ? both : together) : alone;
      signed += Math.max(weights[gravest(approaches, weights).route], turned.has(from) ? TURNED_AWAY : 0);
    } else {
      const way = gravest(approaches, alone);
      const weight = alone[way.route] + (facts.strangers.get(from)?.quiet ? QUIET : 0);
      numbers.set(placeOf(way), (numbers.get(placeOf(way)) ?? 0) + weight);
    }
  }
  const capped = [...numbers.values()].reduce((sum, weight) => sum + Math.min(CONVERSATION_MOST, weight), 0);
  const score = signed + Math.max(0, capped - USUAL_OFF * facts.usual);
  const strangers = byStranger.size;
  const many = strangers >= FEWEST_STRANGERS;
  return {
    pileOn: many && score >= BAR,
    slows: many && score >= PLAIN,
    score,
    strangers,
    signed: new Set([...group, ...turned, ...woken]).size,
  };
}

/** Those from whom the member turned away and those whom others reported, if they are more than a few of those who come. */
function turnedFrom({ strangers }: PileOnFacts, byStranger: Map<number, Approach[]>): Set<number> {
  const turned = [...byStranger.keys()].filter((from) => {
    const known = strangers.get(from);
    return known?.turnedAway || known?.reported;
  });
  return new Set(turned.length >= FEWEST_TURNED && turned.length >= TURNED_SHARE * byStranger.size ? turned : []);
}

/** Those who had been silent until now, if they are most of those who come. */
function wokenFor({ strangers }: PileOnFacts, byStranger: Map<number, Approach[]>): Set<number> {
  const quiet = [...byStranger.keys()].filter((from) => strangers.get(from)?.quiet);
  const woken = byStranger.size >= FEWEST_WOKEN && quiet.length >= WOKEN_SHARE * byStranger.size;
  return new Set(woken ? quiet : []);
}

/** What came at a member in each window in which anything came, each stranger alone: what is usual for them is the mean. */
export function usualWindows(approaches: Approach[]): number[] {
  const windows = new Map<number, Map<number, number>>();
  for (const { from, route, hour } of approaches) {
    const window = Math.floor(hour / WINDOW_HOURS);
    const strangers = windows.get(window) ?? new Map<number, number>();
    windows.set(window, strangers.set(from, Math.max(strangers.get(from) ?? 0, alone[route])));
  }
  return [...windows.values()].map((strangers) => [...strangers.values()].reduce((a, b) => a + b));
}

/** The strangers who share a branch, week or burst far more often than chance, and are half of all who come, or of those in one place. */
function comeTogether(facts: PileOnFacts, byStranger: Map<number, Approach[]>): Set<number> {
  const groups = new Map<string, number[]>();
  for (const from of byStranger.keys()) {
    const known = facts.strangers.get(from);
    if (!known || sharesTie(known, facts.target)) continue;
    for (const kind of ["branch", "joinedWeek", "burst"] as const) {
      const value = known[kind];
      if (value === null) continue;
      const key = `${kind} ${value}`;
      groups.set(key, [...(groups.get(key) ?? []), from]);
    }
  }
  const members = new Set<number>();
  const all = byStranger.size;
  for (const [key, group] of groups) {
    if (group.length < FEWEST_TOGETHER) continue;
    const [kind, value] = key.split(" ") as [keyof Ties, string];
    if (group.length >= TIMES_CHANCE * all * facts.shareOf(kind, Number(value)))
      for (const one of group) members.add(one);
  }
  if (members.size >= FEWEST_IN_ALL && members.size * 2 >= all) return members;
  const crowds = new Map<string, { all: Set<number>; tied: Set<number> }>();
  for (const [from, approaches] of byStranger)
    for (const place of approaches.map(placeOf)) {
      const crowd = crowds.get(place) ?? { all: new Set(), tied: new Set() };
      crowd.all.add(from);
      if (members.has(from)) crowd.tied.add(from);
      crowds.set(place, crowd);
    }
  const tied = [...crowds.values()].filter(
    (crowd) => crowd.tied.size >= FEWEST_IN_ALL && crowd.tied.size * 2 >= crowd.all.size,
  );
  return new Set(tied.flatMap((crowd) => [...crowd.tied]));
}

const sharesTie = (a: Ties, b: Ties) =>
  a.joinedWeek === b.joinedWeek ||
  (a.branch !== null && a.branch === b.branch) ||
  (a.burst !== null && a.burst === b.burst);
