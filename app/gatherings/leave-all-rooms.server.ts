import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import {
  gatheringAnswers,
  gatheringGoers,
  gatheringHosts,
  gatheringMessages,
  gatheringSeats,
  gatherings,
} from "#db/schema";
import type { Tx } from "#db/types";
import { newId } from "../platform/ids";
import type { Site } from "../site/site";
import { type Gathering, ownerOf, type Seat } from "./find-room.server";
import { cancel, closeRoom } from "./move-gathering.server";

/** `keepsMessages`: what was said from the floor under a name stays where a gathering keeps its messages. `keepsSummaries`: what was written as a host. */
export type Leaver = { accountId: number; pseudonymIds: number[]; keepsMessages: boolean; keepsSummaries: boolean };

/**
 * Takes an account out of every gathering: its seats, masks, answers and messages, who said they'll come, what it hosts. A
 * gathering that is coming or on goes to a co-host; without one it's called off or ends.
 */
export async function leaveAllRooms(site: Site, tx: Tx, leaver: Leaver, now: Date): Promise<void> {
  const { pseudonymIds } = leaver;
  const touched = new Set<number>();
  for (const seat of await ownSeats(tx, leaver)) {
    touched.add(seat.gatheringId);
    await leaveSeat(tx, seat, leaver);
  }
  await tx.delete(gatheringGoers).where(inArray(gatheringGoers.pseudonymId, pseudonymIds));
  await tx.delete(gatheringHosts).where(inArray(gatheringHosts.pseudonymId, pseudonymIds));
  const hosted = await tx.select().from(gatherings).where(inArray(gatherings.hostPseudonymId, pseudonymIds));
  for (const gathering of hosted) {
    touched.add(gathering.id);
    if (await handOn(tx, gathering)) continue;
    if (gathering.state === "planned") await cancel(tx, gathering);
    if (gathering.state === "open" || gathering.state === "paused") await closeRoom(tx, gathering, now);
    if (!leaver.keepsSummaries) await eraseHosted(tx, gathering.id);
  }
  tx.afterCommit(() => {
    for (const gatheringId of touched) site.events.publish({ kind: "gathering-changed", gatheringId });
  });
}

/** Seats under their names, and seats whose owner only the account's own key finds: masks of the last day. */
async function ownSeats(tx: Tx, { accountId, pseudonymIds }: Leaver): Promise<Seat[]> {
  const rooms = await tx.selectDistinct({ id: gatheringSeats.gatheringId }).from(gatheringSeats);
  const owners = rooms.map((room) => ownerOf(room.id, accountId));
  return tx
    .select()
    .from(gatheringSeats)
    .where(or(inArray(gatheringSeats.pseudonymId, pseudonymIds), inArray(gatheringSeats.owner, owners)));
}

async function leaveSeat(tx: Tx, seat: Seat, { keepsMessages }: Leaver): Promise<void> {
  const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, seat.gatheringId));
  await tx.update(gatherings).set({ floorSeatId: null, floorUntil: null }).where(eq(gatherings.floorSeatId, seat.id));
  await tx.delete(gatheringAnswers).where(eq(gatheringAnswers.seatId, seat.id));
  const stays = keepsMessages && gathering?.keepMessages && seat.pseudonymId !== null;
  const own = eq(gatheringMessages.seatId, seat.id);
  await tx.delete(gatheringMessages).where(stays ? and(own, eq(gatheringMessages.channel, "side")) : own);
  if (stays && (await tx.$count(gatheringMessages, own)) > 0)
    await tx
      .update(gatheringSeats)
      .set({ owner: `gone ${newId()}`, sealed: Buffer.alloc(0), turns: 0, heard: 0, state: "left", handAt: null })
      .where(eq(gatheringSeats.id, seat.id));
  else await tx.delete(gatheringSeats).where(eq(gatheringSeats.id, seat.id));
}

/** Gives what is coming or on to a co-host, one who sits in the room before others. False when there is nobody, or nothing to hand on. */
async function handOn(tx: Tx, { id, state, hostPseudonymId }: Gathering): Promise<boolean> {
  if (state === "ended" || state === "called-off") return false;
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
  await tx.update(gatherings).set({ hostPseudonymId: next.pseudonymId }).where(eq(gatherings.id, id));
  await tx
    .delete(gatheringHosts)
    .where(and(eq(gatheringHosts.gatheringId, id), eq(gatheringHosts.pseudonymId, next.pseudonymId)));
  return true;
}

/** Erases what a host wrote about a gathering that is over. Where others' messages are still there, it stays without its words. */
async function eraseHosted(tx: Tx, gatheringId: number): Promise<void> {
  const others = await tx.$count(gatheringMessages, eq(gatheringMessages.gatheringId, gatheringId));
  if (others === 0) await tx.delete(gatherings).where(eq(gatherings.id, gatheringId));
  else
    await tx
      .update(gatherings)
      .set({ title: "", purpose: "", groundRules: "", summary: null })
      .where(eq(gatherings.id, gatheringId));
}

/** Of these names those under which something stays readable in a gathering. */
export async function namesStillInGatherings(tx: Tx, pseudonymIds: number[]): Promise<Set<number>> {
  const hosts = await tx
    .select({ id: gatherings.hostPseudonymId })
    .from(gatherings)
    .where(and(inArray(gatherings.hostPseudonymId, pseudonymIds), ne(gatherings.title, "")));
  const seated = await tx
    .select({ id: gatheringSeats.pseudonymId })
    .from(gatheringSeats)
    .where(inArray(gatheringSeats.pseudonymId, pseudonymIds));
  return new Set([...hosts, ...seated].flatMap(({ id }) => (id === null ? [] : [id])));
}
