import { and, eq, inArray } from "drizzle-orm";
import { gatheringGoers } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import { refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { canSayComing } from "./permissions";

/** Says that the viewer will come, or takes it back. Nobody sees who; hosts see how many. */
export const sayYoullCome = (
  site: Site,
  viewer: Viewer,
  { gatheringId, coming }: { gatheringId: number; coming: boolean },
  now: Date,
): Promise<Outcome<{ coming: boolean }>> =>
  actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "say-coming",
      may: canSayComing,
      async act(tx, room, _facts, member) {
        const own = member.pseudonyms.map((name) => name.id);
        const [name] = room.names;
        if (name === undefined) return refused("not-allowed");
        await tx
          .delete(gatheringGoers)
          .where(and(eq(gatheringGoers.gatheringId, gatheringId), inArray(gatheringGoers.pseudonymId, own)));
        if (coming) await tx.insert(gatheringGoers).values({ gatheringId, pseudonymId: name });
        return { ok: true, coming };
      },
    },
    now,
  );
