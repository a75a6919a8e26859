import { and, eq } from "drizzle-orm";
import { gatheringHosts, gatheringSeats, gatherings, spaces } from "#db/schema";
import type { Reader } from "#db/types";
import { owns, type Viewer } from "../accounts/viewer";
import { fingerprint } from "../platform/keys.server";
import { canSee, mayInvite, type SeenSpace, speakersIn } from "../spaces/permissions";
import { membershipsOf } from "../spaces/space-queries.server";
import { whoHasTheFloor } from "./floor";
import type { Facts, Place } from "./permissions";

export type Gathering = typeof gatherings.$inferSelect;
export type Seat = typeof gatheringSeats.$inferSelect;

/** A gathering, and what the viewer is in it. */
export type Room = {
  gathering: Gathering;
  space: typeof spaces.$inferSelect;
  /** The viewer's own names that are in the circle; all active ones where it isn't a circle. */
  names: number[];
  /** Host first, then co-hosts. */
  hosts: number[];
  seat: Seat | null;
};

/** What finds an account's seat in a gathering, and tells nothing to whoever lacks the key. */
export const ownerOf = (gatheringId: number, accountId: number) =>
  fingerprint("gathering-seat", `${gatheringId}:${accountId}`);

/** A space as the viewer stands in it, with those of their active names that may speak there. */
export async function placeOf(
  read: Reader,
  viewer: Viewer,
  space: SeenSpace,
): Promise<{ place: Place; names: number[] }> {
  const memberships = space.kind === "circle" ? await membershipsOf(read, viewer) : [];
  return {
    place: { seen: canSee(viewer, space, memberships), hostedCircle: mayInvite(viewer, space, memberships) },
    names: speakersIn(viewer, space, memberships).map((name) => name.id),
  };
}

/** The gathering as the viewer stands to it, or null when it isn't there for them. */
export async function findRoom(read: Reader, viewer: Viewer, gatheringId: number): Promise<Room | null> {
  const [found] = await read
    .select({ gathering: gatherings, space: spaces })
    .from(gatherings)
    .innerJoin(spaces, eq(spaces.id, gatherings.spaceId))
    .where(eq(gatherings.id, gatheringId));
  if (!found) return null;
  const { place, names } = await placeOf(read, viewer, found.space);
  if (!place.seen) return null;
  const coHosts = await read
    .select({ id: gatheringHosts.pseudonymId })
    .from(gatheringHosts)
    .where(eq(gatheringHosts.gatheringId, gatheringId));
  return {
    ...found,
    names,
    hosts: [found.gathering.hostPseudonymId, ...coHosts.map((row) => row.id)],
    seat: viewer.kind === "guest" ? null : await seatOf(read, gatheringId, viewer.accountId),
  };
}

async function seatOf(read: Reader, gatheringId: number, accountId: number): Promise<Seat | null> {
  const [seat] = await read
    .select()
    .from(gatheringSeats)
    .where(and(eq(gatheringSeats.gatheringId, gatheringId), eq(gatheringSeats.owner, ownerOf(gatheringId, accountId))));
  return seat ?? null;
}

/** The name with which the viewer hosts, or undefined. */
export const hostingName = (room: Room, viewer: Viewer) => room.hosts.find((id) => owns(viewer, id));

/** The room as the rules see it. */
export function factsOf(room: Room, viewer: Viewer, now: Date): Facts {
  const { gathering, seat } = room;
  const name = hostingName(room, viewer);
  return {
    state: gathering.state,
    doorLocked: gathering.doorLocked,
    sideChannel: gathering.sideChannel,
    hosting: name === undefined ? null : name === gathering.hostPseudonymId ? "host" : "co-host",
    seat: seat && {
      state: seat.state,
      hasFloor: whoHasTheFloor(gathering, now) === seat.id,
      handUp: seat.handAt !== null,
    },
  };
}
