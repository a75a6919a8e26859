import type { ServerResponse } from "node:http";
import { SHARED } from "./network.server";

/** Answers under way for one network at once. A house full of people who open everything at the same moment has fewer. */
const MOST_OF_ONE = 48;
/** The same for a line behind which many unrelated people stand. */
const MOST_OF_SHARED = 600;
/** How many more of each may be under way for what is never put off. */
const RESERVE = 16;
/** Milliseconds in which a whole page must have been read: the largest over Tor takes a quarter of that. */
const LONGEST_READING = 60_000;

type Guest = { response: ServerResponse; making: boolean; answered: number | null; streams: boolean };

/** One answer under way: `asked` once it can be made, `answered` once it only has to be read. */
export type Place = { asked(): void; answered(now: number, streams: boolean): void };

/**
 * Everybody whose answer isn't over: being made, or not read to its end yet. Bounds how many of them one network has, and
 * ends the answers of those who read too slowly, for as long as they hold a connection nobody else can have it.
 */
export function createCrowd() {
  const guests = new Set<Guest>();
  const networks = new Map<string, number>();
  let making = 0;

  return {
    /** How many answers are being made at this moment; whoever still sends their form isn't among them. */
    making: () => making,

    /** Null when the network has too many under way. The place is given up by itself when the answer is over. */
    enter(network: string, response: ServerResponse, neverPutOff: boolean): Place | null {
      const most = (network.startsWith(SHARED) ? MOST_OF_SHARED : MOST_OF_ONE) + (neverPutOff ? RESERVE : 0);
      const before = networks.get(network) ?? 0;
      if (before >= most) return null;
      const guest: Guest = { response, making: false, answered: null, streams: false };
      const made = () => {
        if (guest.making) making--;
        guest.making = false;
      };
      networks.set(network, before + 1);
      guests.add(guest);
      response.once("close", () => {
        made();
        guests.delete(guest);
        const left = networks.get(network)! - 1;
        if (left) networks.set(network, left);
        else networks.delete(network);
      });
      return {
        asked() {
          guest.making = true;
          making++;
        },
        answered(now, streams) {
          made();
          guest.answered = now;
          guest.streams = streams;
        },
      };
    },

    /** Hangs up on whoever hasn't read a page to its end in all this time. What is streamed has an end of its own. */
    cut(now: number): void {
      for (const { response, answered, streams } of guests)
        if (answered !== null && !streams && now - answered > LONGEST_READING) response.destroy();
    },
  };
}

export type Crowd = ReturnType<typeof createCrowd>;
