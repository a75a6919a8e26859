import { monitorEventLoopDelay } from "node:perf_hooks";

/** How busy a process is: answers being made, and by how many ms it comes late to whatever is due. */
export type Load = { making: number; lateMs: number };

/** 0: as always. 1: guests' reading waits. 2: members' reading, too. */
export type Strain = 0 | 1 | 2;

/** A page takes some milliseconds: so many at once make the last of them wait for about one second, and for three. */
const MAKING = [60, 180] as const;
/** So late, a page feels slow; and so late, everything stands still. */
const LATE_MS = [200, 700] as const;

/** What a load means. */
export function strainOf({ making, lateMs }: Load): Strain {
  if (making >= MAKING[1] || lateMs >= LATE_MS[1]) return 2;
  return making >= MAKING[0] || lateMs >= LATE_MS[0] ? 1 : 0;
}

/**
 * What somebody comes for. `always`: reports, leaving, signing out and whatever leads there. `deed`: a form that was sent;
 * its words would be lost. `entry`: the pages for signing in and recovering. `reading`: every other page.
 */
export type Errand = "always" | "deed" | "entry" | "reading";

/** Whether this must wait until the server has less to do. `member`: by their cookie, which is only a claim. */
export function waits(errand: Errand, member: boolean, strain: Strain): boolean {
  if (errand === "always" || errand === "deed") return false;
  return strain >= (member || errand === "entry" ? 2 : 1);
}

const LOOKED_EVERY = 500;
const RESOLUTION = 20;

/** One long deed, such as a first start or a hash on a slow machine, isn't strain: lateness counts once it lasts so many looks. */
const LASTS = 4;

/** How late a process has been all this time, of what was seen at each look: the least of the last few. */
export const lasting = (looks: number[]) => (looks.length < LASTS ? 0 : Math.min(...looks.slice(-LASTS)));

/** Watches how late this process comes. Answers a way to ask, in ms over the last two seconds, and to stop watching. */
export function watchLateness(): { lateMs(): number; stop(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  let looks: number[] = [];
  const look = setInterval(() => {
    looks = [...looks.slice(1 - LASTS), delays.count ? Math.max(0, delays.mean / 1e6 - RESOLUTION) : 0];
    delays.reset();
  }, LOOKED_EVERY);
  look.unref();
  return {
    lateMs: () => lasting(looks),
    stop() {
      clearInterval(look);
      delays.disable();
    },
  };
}
