import { and, eq, isNotNull } from "drizzle-orm";
import { gatheringSeats, gatherings } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import type { Seat } from "./find-room.server";
import { endOfTurn, whoHasTheFloor } from "./floor";
import { canEndTurn, canRunRoom } from "./permissions";
import { type Hand, movedUp, speakerStack } from "./speaker-stack";

/** The seats of a gathering whose hand is up. */
export const raisedHands = (read: Reader, gatheringId: number): Promise<Seat[]> =>
  read
    .select()
    .from(gatheringSeats)
    .where(and(eq(gatheringSeats.gatheringId, gatheringId), isNotNull(gatheringSeats.handAt)));

/** A seat as the speaker stack sees it. */
export const handOf = (seat: Seat): Hand => ({
  seatId: seat.id,
  turns: seat.turns,
  heard: seat.heard,
  handAt: seat.handAt ?? 0,
  movedTo: seat.movedTo,
  movedReason: seat.movedReason,
});

/**
 * Gives the floor to a raised hand. `insteadOf` is who the host saw speaking (null: nobody): when somebody else has the
 * floor by now, e.g. because a co-host was faster, nothing happens and the answer is `changed-meanwhile`.
 */
export const giveFloor = (
  site: Site,
  viewer: Viewer,
  { gatheringId, seatId, insteadOf }: { gatheringId: number; seatId: number; insteadOf: number | null },
  now: Date,
): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: canRunRoom,
      async act(tx, room) {
        const { gathering } = room;
        if (gathering.state === "paused") return refused("paused");
        const speaking = whoHasTheFloor(gathering, now);
        if (speaking !== null && speaking !== insteadOf) return refused("changed-meanwhile");
        const hands = await raisedHands(tx, gatheringId);
        const next = hands.find((seat) => seat.id === seatId);
        if (!next) return refused("changed-meanwhile");
        const { place } = speakerStack(hands.map(handOf)).find((hand) => hand.seatId === seatId)!;
        await tx
          .update(gatherings)
          .set({ floorSeatId: seatId, floorUntil: endOfTurn(now, gathering.turnSeconds) })
          .where(eq(gatherings.id, gatheringId));
        await tx
          .update(gatheringSeats)
          .set({ handAt: null, movedTo: null, movedReason: null, turns: next.turns + 1 })
          .where(eq(gatheringSeats.id, seatId));
        for (const hand of hands) {
          if (hand.id === seatId || hand.movedTo === null) continue;
          await tx
            .update(gatheringSeats)
            .set({ movedTo: movedUp(hand.movedTo, place) })
            .where(eq(gatheringSeats.id, hand.id));
        }
        return { ok: true };
      },
    },
    now,
  );

/** Ends the turn of whoever has the floor: the speaker their own, a host anybody's. */
export const endTurn = (
  site: Site,
  viewer: Viewer,
  { gatheringId }: { gatheringId: number },
  now: Date,
): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "raise-hand",
      may: canEndTurn,
      async act(tx) {
        await tx.update(gatherings).set({ floorSeatId: null, floorUntil: null }).where(eq(gatherings.id, gatheringId));
        return { ok: true };
      },
    },
    now,
  );

/** Puts a raised hand at another place in the stack, counted from 1, with a reason that the whole room can read. */
export const moveInStack = (
  site: Site,
  viewer: Viewer,
  { gatheringId, seatId, to, reason }: { gatheringId: number; seatId: number; to: number; reason: string },
  now: Date,
): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: canRunRoom,
      async act(tx) {
        const hands = await raisedHands(tx, gatheringId);
        if (!hands.some((hand) => hand.id === seatId)) return refused("changed-meanwhile");
        if (!reason.trim() || !Number.isInteger(to) || to < 1) return refused("invalid");
        await tx
          .update(gatheringSeats)
          .set({ movedTo: Math.min(to, hands.length), movedReason: reason.trim() })
          .where(eq(gatheringSeats.id, seatId));
        return { ok: true };
      },
    },
    now,
  );
