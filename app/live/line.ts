import type { z } from "zod";
import type { GatheringView } from "../gatherings/room-view";
import type { Answer, Ask, asks } from "./events";

/** Where sockets connect. */
export const LIVE_PATH = "/live/";

export type ToServer = {
  [A in Ask]: (payload: z.input<(typeof asks)[A]>, answer: (given: Answer<A>) => void) => void;
};

export type ToBrowser = {
  /** The gathering as this viewer may see it now, with the messages they don't have yet. */
  gathering: (view: GatheringView) => void;
  /** It isn't there for this viewer any more. */
  "gathering-gone": (which: { gathering: string }) => void;
  /** So many posts have ever been written in the topic. */
  topic: (news: { topic: string; posts: number }) => void;
  /** The session is over: the page goes to its own address again, which asks to sign in. */
  "session-ended": () => void;
};
