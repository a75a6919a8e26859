import { floorToHour } from "../../platform/time";
import type { Kind, Step } from "./weigh";

/** What limits and pages go by. `until`: the hour at which it can next change; null without a shield. */
export type ShieldNow = { step: Step; until: Date | null };

export type Counted = { hour: Date; kind: Kind; count: number };

/** More than this many in one hour needn't be told apart: every threshold is far below. */
const MOST_TOLD_APART = 10_000;

/**
 * The shield as this process knows it, and what it has counted since it was last asked. Who was counted is known here
 * alone, for an hour, so that nobody counts twice.
 */
export function createShield() {
  let now: ShieldNow = { step: 0, until: null };
  let hour = 0;
  let seen = new Set<string>();
  let tally = new Map<string, Counted>();

  return {
    get now() {
      return now;
    },
    set(next: ShieldNow) {
      now = next;
    },
    /** Counts somebody (an account, a network) once for this hour. */
    note(kind: Kind, who: string | number, at: Date) {
      const began = floorToHour(at);
      if (began.getTime() !== hour) {
        hour = began.getTime();
        seen = new Set();
      }
      const key = `${kind}:${who}`;
      if (seen.has(key) || seen.size >= MOST_TOLD_APART) return;
      seen.add(key);
      const of = `${kind}:${hour}`;
      const counted = tally.get(of);
      tally.set(of, { hour: began, kind, count: (counted?.count ?? 0) + 1 });
    },
    /** What was counted since this was last asked. */
    take(): Counted[] {
      const taken = [...tally.values()];
      tally = new Map();
      return taken;
    },
  };
}

export type Shield = ReturnType<typeof createShield>;
