import { DAY, HOUR } from "../../platform/time";

/** What is counted by the hour, for the whole community: each account or network once an hour. */
export const kinds = ["arrivals", "reports", "first-posts", "sign-in-failures"] as const;
export type Kind = (typeof kinds)[number];

/** 0: as ever. From 1 to 3 the limits of newcomers and of joining are tighter each time. */
export type Step = 0 | 1 | 2 | 3;

type Steps = readonly [number, number, number];

/**
 * Below these an hour is never unusual, however quiet the others were: a small community must be able to have a lively evening.
 * `most`: the highest step that a kind can bring about.
 */
export const bounds: Record<Kind, { floors: Steps; most: Step }> = {
  /** A workshop's room of nine over one line, and some more in the same hour. */
  arrivals: { floors: [12, 24, 48], most: 3 },
  /** A topic that many find bad brings ten. Who reports isn't slowed by any step. */
  reports: { floors: [15, 30, 60], most: 3 },
  "first-posts": { floors: [12, 24, 48], most: 3 },
  /** Anybody outside can make these, from many networks: they alone must not shut the door. */
  "sign-in-failures": { floors: [40, 80, 160], most: 1 },
};

/** How many times its usual spread an hour must stand out for each step. */
const SPREADS: Steps = [4, 8, 16];

/** How many earlier weeks are kept and compared with. */
export const WEEKS = 8;

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** The middle of some numbers; 0 for none. */
export function median(numbers: readonly number[]): number {
  const all = sorted(numbers);
  const middle = all.length >> 1;
  return all.length === 0 ? 0 : all.length % 2 ? all[middle]! : (all[middle - 1]! + all[middle]!) / 2;
}

/** What is usual: the median, and the spread (median absolute deviation, made comparable with a standard deviation; never below chance). */
export function usual(before: readonly number[]): { middle: number; spread: number } {
  const middle = median(before);
  const deviation = 1.4826 * median(before.map((one) => Math.abs(one - middle)));
  return { middle, spread: Math.max(deviation, Math.sqrt(middle), 1) };
}

/** From which count on each step is reached. */
export function thresholds(kind: Kind, before: readonly number[]): Steps {
  const { middle, spread } = usual(before);
  const { floors } = bounds[kind];
  return [0, 1, 2].map((i) => Math.max(floors[i]!, Math.ceil(middle + SPREADS[i]! * spread))) as unknown as Steps;
}

/** How far above its own baseline a count stands. One wild week among `before` moves nothing. */
export function weigh(kind: Kind, count: number, before: readonly number[]): Step {
  const reached = thresholds(kind, before).filter((threshold) => count >= threshold).length;
  return Math.min(reached, bounds[kind].most) as Step;
}

/**
 * The hours that an hour is compared with: the same of the week and its two neighbours, in each earlier week since `first`.
 * A community younger than two weeks is compared with the same hours of its earlier days.
 */
export function comparable(hour: Date, first: Date | null): Date[] {
  const age = first ? hour.getTime() - first.getTime() : 0;
  const apart = age < 14 * DAY ? DAY : 7 * DAY;
  const times = Math.min(WEEKS, Math.floor(age / apart));
  return Array.from({ length: times }, (_, i) => i + 1).flatMap((n) =>
    [-1, 0, 1].map((aside) => new Date(hour.getTime() - n * apart + aside * HOUR)),
  );
}

/** What later hours are compared with: what was unusual counts as a little more than usual, so that a raid of days doesn't become the habit of the place. */
export function compareWith(kind: Kind, count: number, before: readonly number[]): number {
  const { middle, spread } = usual(before);
  return weigh(kind, count, before) > 0 ? Math.ceil(middle + spread) : count;
}

/** What is kept of an hour that is over: rounded down, so that it doesn't tell when one person came. */
export const coarse = (count: number) => Math.floor(count / 5) * 5;
