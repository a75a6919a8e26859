import { and, eq, inArray, isNotNull, notInArray, or } from "drizzle-orm";
import { gatheringAnswers, gatheringGoers, gatheringMessages, gatheringSeats, gatherings } from "#db/schema";
import type { Tx } from "#db/types";
import { newId } from "../platform/ids";
import { HOUR, MINUTE, plus } from "../platform/time";
import type { Site } from "../site/site";
import type { Gathering } from "./find-room.server";
import { cancel, closeRoom } from "./move-gathering.server";

/** A gathering that nobody ended ends by itself this long after its announced length. */
export const OVERTIME = 2 * HOUR;

export type Swept = { ended: number; calledOff: number; swept: number };

/**
 * Ends what was forgotten, calls off what never began, clears turns that are over, and a day after the end erases
 * messages, seats, answers and the links from masks. Safe to run twice, or in two processes.
 */
export async function sweepGatherings(site: Site, now: Date): Promise<Swept> {
  const { database } = site;
  const swept: Swept = { ended: 0, calledOff: 0, swept: 0 };
  const due = await database.read
    .select({ id: gatherings.id })
    .from(gatherings)
    .where(
      or(
        inArray(gatherings.state, ["planned", "open", "paused"]),
        and(eq(gatherings.state, "ended"), isNotNull(gatherings.sweepMessages)),
      ),
    );
  for (const { id } of due) {
    const done = await database.transaction(async (tx) => {
      const [gathering] = await tx.select().from(gatherings).where(eq(gatherings.id, id));
      const did = gathering ? await sweepOne(tx, gathering, now) : null;
      if (did) tx.afterCommit(() => site.events.publish({ kind: "gathering-changed", gatheringId: id }));
      return did;
    });
    if (done) swept[done] += 1;
    // SQLite answers without ever waiting for I/O: others get their turn between two gatherings.
    await new Promise((next) => setImmediate(next));
  }
  if (swept.swept > 0) await database.scrub();
  return swept;
}

async function sweepOne(tx: Tx, gathering: Gathering, now: Date): Promise<keyof Swept | null> {
  const { id, state } = gathering;
  const over = plus(gathering.starts, gathering.lengthMinutes * MINUTE + OVERTIME);
  if (state === "planned") {
    if (now < over) return null;
    await cancel(tx, gathering);
    return "calledOff";
  }
  if (state === "ended") {
    if (gathering.sweepMessages === null || now < gathering.sweepMessages) return null;
    await eraseRoom(tx, gathering);
    return "swept";
  }
  if (now >= over) {
    await closeRoom(tx, gathering, now);
    return "ended";
  }
  if (gathering.floorUntil !== null && now >= gathering.floorUntil)
    await tx.update(gatherings).set({ floorSeatId: null, floorUntil: null }).where(eq(gatherings.id, id));
  return null;
}

/** Who was there is not kept. Of a gathering that chose to keep its messages, what was said from the floor stays, under the names it was said with. */
async function eraseRoom(tx: Tx, { id, keepMessages }: Gathering): Promise<void> {
  await tx.delete(gatheringGoers).where(eq(gatheringGoers.gatheringId, id));
  await tx.delete(gatheringAnswers).where(eq(gatheringAnswers.gatheringId, id));
  const inRoom = eq(gatheringMessages.gatheringId, id);
  await tx.delete(gatheringMessages).where(keepMessages ? and(inRoom, eq(gatheringMessages.channel, "side")) : inRoom);
  const spoke = keepMessages
    ? await tx.selectDistinct({ seatId: gatheringMessages.seatId }).from(gatheringMessages).where(inRoom)
    : [];
  const kept = spoke.map((row) => row.seatId);
  const seats = eq(gatheringSeats.gatheringId, id);
  await tx.delete(gatheringSeats).where(kept.length > 0 ? and(seats, notInArray(gatheringSeats.id, kept)) : seats);
  for (const seatId of kept)
    await tx
      .update(gatheringSeats)
      .set({ owner: `gone ${newId()}`, sealed: Buffer.alloc(0), turns: 0, heard: 0, state: "left" })
      .where(eq(gatheringSeats.id, seatId));
  await tx.update(gatherings).set({ sweepMessages: null, bump: 0 }).where(eq(gatherings.id, id));
}
