import { eq } from "drizzle-orm";
import { gatheringSeats, gatherings } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { canLowerHand, canRaiseHand } from "./permissions";

type Which = { gatheringId: number };

/** Asks for the floor. */
export const raiseHand = (site: Site, viewer: Viewer, { gatheringId }: Which, now: Date): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "raise-hand",
      may: canRaiseHand,
      async act(tx, room) {
        const handAt = room.gathering.bump + 1;
        await tx.update(gatherings).set({ bump: handAt }).where(eq(gatherings.id, gatheringId));
        await tx
          .update(gatheringSeats)
          .set({ handAt, movedTo: null, movedReason: null })
          .where(eq(gatheringSeats.id, room.seat!.id));
        return { ok: true };
      },
    },
    now,
  );

/** Takes a raised hand back; a hand that is down stays down. */
export const lowerHand = (site: Site, viewer: Viewer, { gatheringId }: Which, now: Date): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "raise-hand",
      may: canLowerHand,
      async act(tx, room) {
        await tx
          .update(gatheringSeats)
          .set({ handAt: null, movedTo: null, movedReason: null })
          .where(eq(gatheringSeats.id, room.seat!.id));
        return { ok: true };
      },
    },
    now,
  );
