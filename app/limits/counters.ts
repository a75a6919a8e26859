/** One count to take: at most `most` within `within` ms; with `slowTo`, more are let through, each after a growing wait. */
export type Count = { key: string; most: number; within: number; slowTo?: number };

/** Which of the counts stands in the way, and for how long. */
export type Met = { index: number; waitMs: number };

export type Counters = {
  /** Takes all of them, or none and says which one is full. */
  take(counts: Count[], now: Date): Promise<Met | null>;
};

export type Tally = { taken: number; since: number; last: number };

/** How long a further one must wait, in ms; 0 if it may pass. A clock that went back starts the window anew, or at least lengthens no wait. */
export function waitFor(count: Count, tally: Tally | undefined, now: number): number {
  if (count.most === 0 && count.slowTo === undefined) return count.within;
  if (!tally || now < tally.since || now >= tally.since + count.within) return 0;
  if (tally.taken < count.most) return 0;
  if (count.slowTo === undefined) return tally.since + count.within - now;
  const pause = Math.min(count.slowTo, 1000 * 2 ** Math.min(16, tally.taken - count.most));
  return Math.min(pause, Math.max(0, tally.last + pause - now));
}

/** The tally after one more. Under a growing wait, tries keep the window open. */
export function taken(count: Count, tally: Tally | undefined, now: number): Tally {
  const fresh = !tally || now < tally.since || now >= tally.since + count.within;
  if (fresh) return { taken: 1, since: now, last: now };
  const since = count.slowTo !== undefined && tally.taken >= count.most ? now : tally.since;
  return { taken: tally.taken + 1, since, last: now };
}

/** The largest number of keys kept in memory: about 400 bytes each, measured by `tests/bench/limits.ts`. */
const KEYS_KEPT = 200_000;

/** Many at once: finding the first key of a Map steps over every hole that was made before it. */
function forgetOldest(tallies: Map<string, Tally>, most: number): void {
  let left = most;
  for (const key of tallies.keys()) {
    if (left-- === 0) return;
    tallies.delete(key);
  }
}

/** Counters that live and die with this process. Full, they forget what was counted longest ago. */
export function memoryCounters(keysKept = KEYS_KEPT): Counters {
  const tallies = new Map<string, Tally>();
  return {
    async take(counts, now) {
      const at = now.getTime();
      const waits = counts.map((count) => waitFor(count, tallies.get(count.key), at));
      const longest = waits.indexOf(Math.max(0, ...waits));
      if (longest >= 0 && waits[longest]! > 0) return { index: longest, waitMs: waits[longest]! };
      for (const count of counts) {
        const next = taken(count, tallies.get(count.key), at);
        tallies.delete(count.key);
        tallies.set(count.key, next);
      }
      if (tallies.size > keysKept) forgetOldest(tallies, Math.ceil(keysKept / 10));
      return null;
    },
  };
}
