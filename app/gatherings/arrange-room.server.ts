import { and, eq } from "drizzle-orm";
import { gatheringAnswers, gatherings } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import type { Gathering } from "./find-room.server";
import { canRunRoom } from "./permissions";

type Arrangement = Partial<Pick<Gathering, "doorLocked" | "sideChannel" | "question">>;

const arrange = (site: Site, viewer: Viewer, gatheringId: number, set: Arrangement, now: Date): Promise<Outcome> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: canRunRoom,
      async act(tx) {
        if (set.question !== undefined)
          await tx
            .delete(gatheringAnswers)
            .where(and(eq(gatheringAnswers.gatheringId, gatheringId), eq(gatheringAnswers.about, "question")));
        await tx.update(gatherings).set(set).where(eq(gatherings.id, gatheringId));
        return { ok: true };
      },
    },
    now,
  );

/** Locks the door to whoever isn't in yet, or unlocks it. */
export const lockDoor = (
  site: Site,
  viewer: Viewer,
  { gatheringId, locked }: { gatheringId: number; locked: boolean },
  now: Date,
) => arrange(site, viewer, gatheringId, { doorLocked: locked }, now);

/** Opens the side channel to everybody in the room, or keeps it for the hosts. */
export const openSideChannel = (
  site: Site,
  viewer: Viewer,
  { gatheringId, open }: { gatheringId: number; open: boolean },
  now: Date,
) => arrange(site, viewer, gatheringId, { sideChannel: open }, now);

/** A temperature check: asks the room something new, or with null asks nothing more. Earlier answers go. */
export const askTheRoom = (
  site: Site,
  viewer: Viewer,
  { gatheringId, question }: { gatheringId: number; question: string | null },
  now: Date,
) => arrange(site, viewer, gatheringId, { question }, now);
