import { and, eq } from "drizzle-orm";
import { gatheringSeats, gatherings } from "#db/schema";
import type { Tx } from "#db/types";
import { asName, holds, type Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { hostingName, type Room, type Seat } from "./find-room.server";
import { canRestrain, canRunRoom } from "./permissions";

type Target = { gatheringId: number; seatId: number };

function restrain(
  site: Site,
  viewer: Viewer,
  { gatheringId, seatId }: Target,
  { from, to }: { from: Seat["state"][]; to: "in" | "muted" | "removed" },
  now: Date,
): Promise<Outcome> {
  return actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: canRunRoom,
      async act(tx, room, facts, member) {
        const seat = await seatIn(tx, gatheringId, seatId);
        const allowed = seat ? canRestrain(member, facts, { isHost: sitsAsHost(room, seat) }) : null;
        if (!seat || !allowed) return refused("not-found");
        if (!allowed.ok) return allowed;
        if (seat.state === to) return refused("already-done");
        if (!from.includes(seat.state)) return refused("changed-meanwhile");
        await tx
          .update(gatheringSeats)
          .set({ state: to, handAt: null, movedTo: null, movedReason: null })
          .where(eq(gatheringSeats.id, seatId));
        if (room.gathering.floorSeatId === seatId)
          await tx
            .update(gatherings)
            .set({ floorSeatId: null, floorUntil: null })
            .where(eq(gatherings.id, gatheringId));
        if (to !== "in") {
          const act = to === "muted" ? "gathering-seat-muted" : "gathering-seat-removed";
          // The office of the name that hosts, not of a sibling: the log is public.
          const host = asName(member, hostingName(room, member)!);
          await appendToLog(tx, { act, office: holds(host, "organizer") ? "organizer" : "members" }, now);
        }
        return { ok: true };
      },
    },
    now,
  );
}

/** Somebody muted stays in the room and reads. */
export const muteSeat = (site: Site, viewer: Viewer, target: Target, now: Date) =>
  restrain(site, viewer, target, { from: ["in", "left"], to: "muted" }, now);

/** Takes a mute back. */
export const unmuteSeat = (site: Site, viewer: Viewer, target: Target, now: Date) =>
  restrain(site, viewer, target, { from: ["muted"], to: "in" }, now);

/** Somebody removed neither reads nor comes back to this gathering. */
export const removeSeat = (site: Site, viewer: Viewer, target: Target, now: Date) =>
  restrain(site, viewer, target, { from: ["in", "left", "muted"], to: "removed" }, now);

async function seatIn(tx: Tx, gatheringId: number, seatId: number): Promise<Seat | undefined> {
  const [seat] = await tx
    .select()
    .from(gatheringSeats)
    .where(and(eq(gatheringSeats.id, seatId), eq(gatheringSeats.gatheringId, gatheringId)));
  return seat;
}

const sitsAsHost = (room: Room, seat: Seat) => seat.pseudonymId !== null && room.hosts.includes(seat.pseudonymId);
