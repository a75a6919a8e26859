import { z } from "zod";
import { linked, roomDeed } from "../gatherings/forms";
import type { GatheringView } from "../gatherings/room-view";
import type { Refused } from "../platform/outcome";

/** What a browser may ask over its socket. Whatever doesn't fit is answered with `invalid`. */
export const asks = {
  /** Wants to hear of a gathering; `since` is the position of the last message it has. */
  "watch-gathering": z.object({ gathering: linked, since: z.number().int().min(0) }),
  /** Wants to hear when something is written in a topic. */
  "watch-topic": z.object({ topic: linked }),
  /** Does something in a room: the same as the page's form. */
  do: z.object({ gathering: linked, asked: roomDeed }),
} as const;

export type Ask = keyof typeof asks;

type Granted = {
  "watch-gathering": { view: GatheringView };
  "watch-topic": { posts: number };
  do: object;
};

/** How an ask is answered: granted, or refused with a reason that the page has words for. */
export type Answer<A extends Ask> = ({ ok: true } & Granted[A]) | Refused;
