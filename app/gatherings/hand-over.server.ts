import { and, eq, inArray, ne } from "drizzle-orm";
import { gatheringHosts, gatheringSeats, gatherings } from "#db/schema";
import type { Tx } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import type { Room } from "./find-room.server";
import { canBeInRoom, canHandOver } from "./permissions";

/** Makes a co-host the host; whoever hosted stays as a co-host. */
export const handOver = (
  site: Site,
  viewer: Viewer,
  { gatheringId, seatId }: { gatheringId: number; seatId: number },
  now: Date,
): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: canHandOver,
      async act(tx, room) {
        const to = (await coHostsInRoom(tx, room)).find((seat) => seat.id === seatId)?.pseudonymId;
        if (!to) return refused("not-found");
        await makeHost(tx, room, to);
        return { ok: true };
      },
    },
    now,
  );

/**
 * Leaves the room: the hand goes down and the floor is free. The seat stays kept, so that coming back is possible. When
 * the host leaves, a co-host who is in the room takes over by itself.
 */
export const leaveRoom = (
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
      deed: "enter-gathering",
      may: canBeInRoom,
      async act(tx, room, facts) {
        const seat = room.seat!;
        const state = seat.state === "in" ? "left" : seat.state;
        await tx
          .update(gatheringSeats)
          .set({ state, handAt: null, movedTo: null, movedReason: null })
          .where(eq(gatheringSeats.id, seat.id));
        if (room.gathering.floorSeatId === seat.id)
          await tx
            .update(gatherings)
            .set({ floorSeatId: null, floorUntil: null })
            .where(eq(gatherings.id, gatheringId));
        if (facts.hosting === "host") {
          const [next] = await coHostsInRoom(tx, room);
          if (next?.pseudonymId) await makeHost(tx, room, next.pseudonymId);
        }
        return { ok: true };
      },
    },
    now,
  );

/** Co-hosts who sit in the room, by name. */
async function coHostsInRoom(tx: Tx, room: Room) {
  const coHosts = room.hosts.slice(1);
  if (coHosts.length === 0) return [];
  return tx
    .select()
    .from(gatheringSeats)
    .where(
      and(
        eq(gatheringSeats.gatheringId, room.gathering.id),
        inArray(gatheringSeats.pseudonymId, coHosts),
        eq(gatheringSeats.state, "in"),
        ne(gatheringSeats.pseudonymId, room.gathering.hostPseudonymId),
      ),
    )
    .orderBy(gatheringSeats.name);
}

async function makeHost(tx: Tx, room: Room, pseudonymId: number): Promise<void> {
  const { id, hostPseudonymId } = room.gathering;
  await tx.update(gatherings).set({ hostPseudonymId: pseudonymId }).where(eq(gatherings.id, id));
  await tx
    .delete(gatheringHosts)
    .where(and(eq(gatheringHosts.gatheringId, id), eq(gatheringHosts.pseudonymId, pseudonymId)));
  await tx.insert(gatheringHosts).values({ gatheringId: id, pseudonymId: hostPseudonymId }).onConflictDoNothing();
}
