import { eq } from "drizzle-orm";
import { gatheringSeats } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import type { Member, Viewer } from "../accounts/viewer";
import { newId } from "../platform/ids";
import { seal } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import { chooseSpeaker, rememberVoice } from "../pseudonyms/voice-guard.server";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { hostingName, ownerOf, type Room } from "./find-room.server";
import { freeName, maskName } from "./masks";
import { canPassDoor } from "./permissions";

/** How many seats a room has: more people than this need more than one floor. */
export const MOST_SEATS = 150;

/**
 * As whom somebody comes in: one of their own names, or a mask for this gathering only. `sureSlot`: the slot they said they
 * are sure of, where the space knows them by another name.
 */
export type Guise = { as: "name"; pseudonymId: number; sureSlot?: number } | { as: "mask" };

/**
 * Comes in, having agreed to the ground rules. One seat an account: whoever has one already comes back to it, whatever
 * they chose this time. Hosts come as the name that hosts. The pseudonym guard asks here as it does before a post
 * (`other-name`); a mask isn't asked about, and nothing is remembered of it.
 */
export const passTheDoor = (
  site: Site,
  viewer: Viewer,
  { gatheringId, agreed, guise }: { gatheringId: number; agreed: boolean; guise: Guise },
  now: Date,
): Promise<Outcome<{ seatId: number }>> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "enter-gathering",
      may: canPassDoor,
      async act(tx, room, _facts, member) {
        if (!agreed) return refused("invalid");
        if (room.seat) {
          if (room.seat.state === "left")
            await tx.update(gatheringSeats).set({ state: "in" }).where(eq(gatheringSeats.id, room.seat.id));
          return { ok: true, seatId: room.seat.id };
        }
        return takeSeat(tx, member, room, guise);
      },
    },
    now,
  );

/** Puts somebody who has no seat yet on one. */
export async function takeSeat(tx: Tx, member: Member, room: Room, guise: Guise): Promise<Outcome<{ seatId: number }>> {
  const hosting = hostingName(room, member);
  const chosen = hosting ?? (guise.as === "name" ? guise.pseudonymId : undefined);
  if (chosen !== undefined && !room.names.includes(chosen)) return refused("invalid");
  // Behind a mask stands the name that would have spoken here anyway: blocks and reports meet that one.
  const place = {
    id: room.space.id,
    speakers: member.pseudonyms.filter((own) => room.names.includes(own.id)),
  };
  const slot = place.speakers.find((own) => own.id === chosen)?.slot;
  const sureSlot = guise.as === "name" ? guise.sureSlot : undefined;
  const speaks = await chooseSpeaker(tx, member, place, { slot, sureSlot });
  if (!speaks.ok) return speaks;
  const behind = speaks.speaker;
  const names = await namesIn(tx, room.gathering.id);
  if (names.size >= MOST_SEATS) return refused("full");
  if (slot !== undefined) await rememberVoice(tx, member.accountId, place.id, slot);
  const seatId = newId();
  const masked = chosen === undefined;
  await tx.insert(gatheringSeats).values({
    id: seatId,
    gatheringId: room.gathering.id,
    name: masked ? maskName(newId(), names) : freeName(behind.name, names),
    leaf: masked ? newId() % 2 ** 31 : behind.leaf,
    pseudonymId: masked ? null : behind.id,
    owner: ownerOf(room.gathering.id, member.accountId),
    sealed: seal("gathering-mask", JSON.stringify([member.accountId, behind.id]), String(seatId)),
  });
  return { ok: true, seatId };
}

async function namesIn(read: Reader, gatheringId: number): Promise<Set<string>> {
  const rows = await read
    .select({ name: gatheringSeats.name })
    .from(gatheringSeats)
    .where(eq(gatheringSeats.gatheringId, gatheringId));
  return new Set(rows.map((row) => row.name));
}
