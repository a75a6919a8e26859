import type { Viewer } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { answerTheRoom } from "./answer-room.server";
import { askTheRoom, lockDoor, openSideChannel } from "./arrange-room.server";
import type { RoomDeed } from "./forms";
import { endTurn, giveFloor, moveInStack } from "./give-floor.server";
import { handOver, leaveRoom } from "./hand-over.server";
import { callOff, endGathering, openGathering, pauseGathering, resumeGathering } from "./move-gathering.server";
import { passTheDoor } from "./pass-the-door.server";
import { lowerHand, raiseHand } from "./raise-hand.server";
import { muteSeat, removeSeat, unmuteSeat } from "./restrain-seat.server";
import { sayYoullCome } from "./say-coming.server";
import { writeMessage } from "./write-message.server";
import { writeSummary } from "./write-summary.server";

/** Does one thing in a room, whether a form or a socket asked for it: each deed is its command. */
export function doInRoom(
  site: Site,
  viewer: Viewer,
  gatheringId: number,
  asked: RoomDeed,
  now: Date,
): Promise<Outcome<object>> {
  const here = { gatheringId };
  switch (asked.deed) {
    case "write":
      return writeMessage(site, viewer, { ...here, channel: asked.channel, body: asked.body }, now);
    case "raise-hand":
      return raiseHand(site, viewer, here, now);
    case "lower-hand":
      return lowerHand(site, viewer, here, now);
    case "give-floor":
      return giveFloor(site, viewer, { ...here, seatId: asked.seat, insteadOf: asked.insteadOf ?? null }, now);
    case "end-turn":
      return endTurn(site, viewer, here, now);
    case "move-in-stack":
      return moveInStack(site, viewer, { ...here, seatId: asked.seat, to: asked.to, reason: asked.reason }, now);
    case "lock-door":
      return lockDoor(site, viewer, { ...here, locked: asked.locked }, now);
    case "side-channel":
      return openSideChannel(site, viewer, { ...here, open: asked.open }, now);
    case "ask":
      return askTheRoom(site, viewer, { ...here, question: asked.question || null }, now);
    case "answer":
      return answerTheRoom(site, viewer, { ...here, about: asked.about, answer: asked.answer }, now);
    case "open":
      return openGathering(site, viewer, here, now);
    case "pause":
      return pauseGathering(site, viewer, here, now);
    case "resume":
      return resumeGathering(site, viewer, here, now);
    case "end":
      return endGathering(site, viewer, here, now);
    case "call-off":
      return callOff(site, viewer, here, now);
    case "mute":
      return muteSeat(site, viewer, { ...here, seatId: asked.seat }, now);
    case "unmute":
      return unmuteSeat(site, viewer, { ...here, seatId: asked.seat }, now);
    case "remove":
      return removeSeat(site, viewer, { ...here, seatId: asked.seat }, now);
    case "hand-over":
      return handOver(site, viewer, { ...here, seatId: asked.seat }, now);
    case "leave":
      return leaveRoom(site, viewer, here, now);
    case "come":
      return sayYoullCome(site, viewer, { ...here, coming: asked.coming }, now);
    case "enter": {
      const own =
        viewer.kind === "member" ? viewer.pseudonyms.find((name) => String(name.slot) === asked.as) : undefined;
      const named = { as: "name" as const, pseudonymId: own?.id ?? -1, sureSlot: asked.sureSlot };
      const guise = asked.as === "mask" ? { as: "mask" as const } : named;
      return passTheDoor(site, viewer, { ...here, agreed: true, guise }, now);
    }
    case "summarise":
      return writeSummary(site, viewer, { ...here, summary: asked.summary }, now);
  }
}
