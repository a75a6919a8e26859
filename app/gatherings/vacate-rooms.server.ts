import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { gatheringAnswers, gatheringHosts, gatheringMessages, gatheringSeats, gatherings } from "#db/schema";
import type { Tx } from "#db/types";
import { newId } from "../platform/ids";
import type { Site } from "../site/site";
import type { Gathering } from "./find-room.server";
import { cancel, closeRoom } from "./move-gathering.server";

/**
 * Takes a name out of every gathering: it stands up from its seats, and what it hosts goes to a co-host; without one it's
 * called off or ends. Whoever was muted or removed stays out. Open rooms are told. What it said is hidden by its name's
 * state, not here. Masks stay, and so does the count of who will come: nothing shows whose they are.
 */
export async function vacateRooms(site: Site, tx: Tx, pseudonymId: number, now: Date): Promise<void> {
  const seats = await tx.select().from(gatheringSeats).where(eq(gatheringSeats.pseudonymId, pseudonymId));
  for (const { id, owner, state } of seats) {
    await tx.update(gatherings).set({ floorSeatId: null, floorUntil: null }).where(eq(gatherings.floorSeatId, id));
    const barred = state === "muted" || state === "removed";
    // Without its owner the seat bars nobody from coming in under another name.
    const left = barred ? { owner, state: "removed" as const } : { owner: `gone ${newId()}`, state: "left" as const };
    await tx
      .update(gatheringSeats)
      .set({ ...left, handAt: null, movedTo: null, movedReason: null })
      .where(eq(gatheringSeats.id, id));
  }
  await tx.delete(gatheringHosts).where(eq(gatheringHosts.pseudonymId, pseudonymId));
  const hosted = await tx
    .select()
    .from(gatherings)
    .where(and(eq(gatherings.hostPseudonymId, pseudonymId), inArray(gatherings.state, ["planned", "open", "paused"])));
  for (const gathering of hosted) {
    if (await passOn(tx, gathering)) continue;
    if (gathering.state === "planned") await cancel(tx, gathering);
    else await closeRoom(tx, gathering, now);
  }
  const touched = new Set([...seats.map((seat) => seat.gatheringId), ...hosted.map((one) => one.id)]);
  tx.afterCommit(() => {
    for (const gatheringId of touched) site.events.publish({ kind: "gathering-changed", gatheringId });
  });
}

/** Makes a co-host the host, one who sits in the room before others. False when there is none. */
async function passOn(tx: Tx, { id, hostPseudonymId }: Gathering): Promise<boolean> {
  const coHosts = await tx
    .select({ pseudonymId: gatheringHosts.pseudonymId, seat: gatheringSeats.state })
    .from(gatheringHosts)
    .leftJoin(
      gatheringSeats,
      and(eq(gatheringSeats.gatheringId, id), eq(gatheringSeats.pseudonymId, gatheringHosts.pseudonymId)),
    )
    .where(and(eq(gatheringHosts.gatheringId, id), ne(gatheringHosts.pseudonymId, hostPseudonymId)))
    .orderBy(asc(gatheringHosts.pseudonymId));
  const next = coHosts.find((one) => one.seat === "in") ?? coHosts[0];
  if (!next) return false;
  const host = eq(gatheringHosts.pseudonymId, next.pseudonymId);
  await tx.update(gatherings).set({ hostPseudonymId: next.pseudonymId }).where(eq(gatherings.id, id));
  await tx.delete(gatheringHosts).where(and(eq(gatheringHosts.gatheringId, id), host));
  return true;
}

/** Erases what these names said in gatherings, and their seats. */
export async function eraseSeatsOf(tx: Tx, pseudonymIds: number[]): Promise<void> {
  const seats = await tx
    .select({ id: gatheringSeats.id })
    .from(gatheringSeats)
    .where(inArray(gatheringSeats.pseudonymId, pseudonymIds));
  const ids = seats.map((seat) => seat.id);
  if (!ids.length) return;
  await tx.delete(gatheringMessages).where(inArray(gatheringMessages.seatId, ids));
  await tx.delete(gatheringAnswers).where(inArray(gatheringAnswers.seatId, ids));
  await tx.delete(gatheringSeats).where(inArray(gatheringSeats.id, ids));
}
