import { MINUTE } from "../platform/time";

/** How long a session on a shared device may rest: PRODUCT.md's half hour. */
export const IDLE = 30 * MINUTE;

/** The largest number of sessions remembered, about 100 bytes each. */
const REMEMBERED = 200_000;

/** When each session was last used. In memory only: written down, it would be a diary of who was here when. */
export function createIdleTimes(most = REMEMBERED) {
  const used = new Map<string, number>();
  return {
    /** Notes that a session is used now; false when it had rested too long. One not heard of since the process began starts afresh. */
    use(sessionId: string, now: Date): boolean {
      const at = now.getTime();
      const last = used.get(sessionId);
      used.delete(sessionId);
      if (last !== undefined && at - last >= IDLE) return false;
      used.set(sessionId, at);
      if (used.size > most) used.delete(used.keys().next().value!);
      return true;
    },
    forget(sessionId: string) {
      used.delete(sessionId);
    },
    /** The sessions that have rested too long, longest first. */
    rested(now: Date): string[] {
      const found: string[] = [];
      for (const [sessionId, last] of used) {
        if (now.getTime() - last < IDLE) break;
        found.push(sessionId);
      }
      return found;
    },
  };
}

export type IdleTimes = ReturnType<typeof createIdleTimes>;
