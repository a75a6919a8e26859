import type { Reason } from "../platform/outcome";
import type { Consent } from "./answer-room.server";
import type { GatheringState } from "./gathering-states";
import type { Why } from "./speaker-stack";

/** Somebody in the room, as everybody in it sees them. `seat` is the seat's id as a link. */
export type Voiced = { seat: string; name: string; leaf: number; mask: boolean };

export type MessageView = Voiced & {
  id: string;
  position: number;
  channel: "floor" | "side" | "host";
  html: string;
  mine: boolean;
  /** Somebody whom the viewer has blocked or muted: shown folded. */
  folded: boolean;
};

export type Tally = Record<Consent, number>;

/** The room while it is on, for somebody who is in it. */
export type RoomView = {
  me: Voiced & { muted: boolean; handUp: boolean; hasFloor: boolean; answer: Consent | null };
  /** `until`: milliseconds since 1970, to the whole minute; null while the room pauses. */
  speaker: (Voiced & { mine: boolean; until: number | null }) | null;
  seats: (Voiced & { host: boolean; muted: boolean })[];
  stack: (Voiced & { mine: boolean; place: number; why: Why })[];
  question: string | null;
  answers: Tally;
  messages: MessageView[];
  can: { floor: boolean; side: boolean; host: boolean; hand: boolean; run: boolean; handOver: boolean };
};

/** What is left when it has ended, for this viewer. */
export type AfterView = {
  /** Empty for whoever wasn't there, and after the sweep unless messages are kept. */
  messages: MessageView[];
  /** Whether what was said will still be swept. */
  sweeps: boolean;
  wasThere: boolean;
  summary: string | null;
  /** How those who were there stand to the summary; null when it's no longer asked. */
  answers: Tally | null;
  mine: Consent | null;
  canSummarise: boolean;
};

/** A gathering as one viewer meets it. Plain data: pages render it, and sockets send it. */
export type GatheringView = {
  link: string;
  title: string;
  purpose: string;
  groundRules: string;
  space: { slug: string; name: string; kind: "open" | "members" | "circle" };
  hostName: string;
  coHosts: string[];
  state: GatheringState;
  /** Milliseconds since 1970; only the hour once it has ended. */
  starts: number;
  lengthMinutes: number;
  turnSeconds: number;
  sideChannel: boolean;
  keepMessages: boolean;
  doorLocked: boolean;
  hosting: "host" | "co-host" | null;
  guest: boolean;
  /** Before it begins: whether the viewer will come, and for hosts how many will. */
  coming: { mine: boolean; count: number | null };
  /** For whoever isn't in the room: why they can't come in, or null, and as whom they could. `usual`: the slot the space knows. */
  door: {
    reason: Reason | null;
    names: { slot: number; name: string; leaf: number }[];
    usual: number | null;
    mask: boolean;
  } | null;
  room: RoomView | null;
  after: AfterView | null;
};

/** What is known plus what came in: messages in order, each once; everything else as it is now. */
export function withNews(known: GatheringView, news: GatheringView): GatheringView {
  if (!known.room || !news.room) return news;
  const last = known.room.messages.at(-1)?.position ?? 0;
  const added = news.room.messages.filter((message) => message.position > last);
  return { ...news, room: { ...news.room, messages: [...known.room.messages, ...added] } };
}
