import { silence } from "../accounts/silence";
import { holds, type Viewer } from "../accounts/viewer";
import { type Refused, refused } from "../platform/outcome";
import { type GatheringState, isOn, mayPass } from "./gathering-states";

export type Verdict = { ok: true } | Refused;

/** A gathering's space as the viewer stands to it: whether it exists for them, and whether it's a circle that they host. */
export type Place = { seen: boolean; hostedCircle: boolean };

/** A gathering as the rules see it, for one viewer. */
export type Facts = {
  state: GatheringState;
  doorLocked: boolean;
  sideChannel: boolean;
  /** Whether one of the viewer's names hosts it. */
  hosting: "host" | "co-host" | null;
  seat: { state: "in" | "left" | "muted" | "removed"; hasFloor: boolean; handUp: boolean } | null;
};

const yes: Verdict = { ok: true };

/** Organizers plan wherever they may be; established members in circles that they host. */
export function canPlan(viewer: Viewer, place: Place): Verdict {
  if (!place.seen) return refused("not-found");
  if (viewer.kind === "guest") return refused("sign-in-first");
  const silent = silence(viewer);
  if (silent) return silent;
  if (holds(viewer, "organizer")) return yes;
  if (!place.hostedCircle) return refused("not-allowed");
  return viewer.standing === "established" ? yes : refused("too-new");
}

/** Anybody who may come may say so, until it has begun. */
export function canSayComing(viewer: Viewer, facts: Facts): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  return facts.state === "planned" ? yes : refused("closed");
}

/** Who was removed stays out; who has a seat may come back; a locked door keeps out whoever isn't in yet. */
export function canPassDoor(viewer: Viewer, facts: Facts): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const silent = silence(viewer);
  if (silent?.reason === "suspended") return silent;
  if (facts.state === "planned") return refused("not-open-yet");
  if (!isOn(facts.state)) return refused("closed");
  if (facts.seat?.state === "removed") return refused("seat-removed");
  if (facts.seat || facts.hosting || !facts.doorLocked) return yes;
  return refused("door-locked");
}

/** Whether the viewer is in the room now, muted or not. */
export function canBeInRoom(viewer: Viewer, facts: Facts): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!isOn(facts.state)) return refused(facts.state === "planned" ? "not-open-yet" : "closed");
  if (!facts.seat || facts.seat.state === "left") return refused("not-in-the-room");
  return facts.seat.state === "removed" ? refused("seat-removed") : yes;
}

/** Whether the viewer, being in the room, may be heard in it. */
function canBeHeard(viewer: Viewer, facts: Facts): Verdict {
  const inside = canBeInRoom(viewer, facts);
  if (!inside.ok || viewer.kind === "guest") return inside;
  return silence(viewer) ?? (facts.seat?.state === "muted" ? refused("seat-muted") : yes);
}

/** The floor belongs to whoever has it; hosts speak as hosts at any time; the side channel is open when they leave it open. */
export function canWrite(viewer: Viewer, facts: Facts, channel: "floor" | "side" | "host"): Verdict {
  const heard = canBeHeard(viewer, facts);
  if (!heard.ok) return heard;
  if (channel === "host") return facts.hosting ? yes : refused("not-allowed");
  if (facts.state === "paused") return refused("paused");
  if (channel === "floor") return facts.seat?.hasFloor ? yes : refused("not-your-turn");
  return facts.sideChannel || facts.hosting ? yes : refused("side-closed");
}

/** Hands may go up in a pause too, not while one speaks. */
export function canRaiseHand(viewer: Viewer, facts: Facts): Verdict {
  const heard = canBeHeard(viewer, facts);
  if (!heard.ok) return heard;
  return facts.seat?.hasFloor || facts.seat?.handUp ? refused("already-done") : yes;
}

/** Anybody in the room, muted or not, may take back a hand. */
export const canLowerHand = canBeInRoom;

/** Everybody in the room answers what the room is asked; what they answer about a summary too, until it's swept. */
export function canAnswer(viewer: Viewer, facts: Facts, about: "question" | "summary"): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (about === "question") return canBeHeard(viewer, facts);
  if (facts.state !== "ended") return refused("closed");
  if (!facts.seat) return refused("not-in-the-room");
  return facts.seat.state === "removed" ? refused("seat-removed") : yes;
}

/** Host and co-hosts run the room alike, so that it never stands without one. Offices give nothing here. */
export function canRunRoom(viewer: Viewer, facts: Facts): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!facts.hosting) return refused("not-allowed");
  const silent = silence(viewer);
  if (silent) return silent;
  if (isOn(facts.state)) return yes;
  return refused(facts.state === "planned" ? "not-open-yet" : "closed");
}

/** A speaker may end their own turn, a host anybody's. */
export function canEndTurn(viewer: Viewer, facts: Facts): Verdict {
  const inside = canBeInRoom(viewer, facts);
  if (inside.ok && facts.seat?.hasFloor) return yes;
  return canRunRoom(viewer, facts);
}

/** Opening, pausing, going on, ending and calling off: hosts, along the table of states. */
export function canMove(viewer: Viewer, facts: Facts, to: GatheringState): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!facts.hosting) return refused("not-allowed");
  const silent = silence(viewer);
  if (silent) return silent;
  if (facts.state === to) return refused("already-done");
  if (mayPass(facts.state, to)) return yes;
  return refused(facts.state === "planned" ? "not-open-yet" : "closed");
}

/** Hosts mute and remove seats, never a host's. */
export function canRestrain(viewer: Viewer, facts: Facts, target: { isHost: boolean }): Verdict {
  const runs = canRunRoom(viewer, facts);
  if (!runs.ok) return runs;
  return target.isHost ? refused("not-allowed") : yes;
}

/** Only the host hands over. */
export function canHandOver(viewer: Viewer, facts: Facts): Verdict {
  const runs = canRunRoom(viewer, facts);
  if (!runs.ok) return runs;
  return facts.hosting === "host" ? yes : refused("not-allowed");
}

/** Hosts write the summary, while it is on or after it ended. */
export function canSummarise(viewer: Viewer, facts: Facts): Verdict {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!facts.hosting) return refused("not-allowed");
  const silent = silence(viewer);
  if (silent) return silent;
  return isOn(facts.state) || facts.state === "ended" ? yes : refused("not-open-yet");
}
