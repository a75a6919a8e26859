import { and, eq } from "drizzle-orm";
import { gatheringAnswers, gatherings } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { canSummarise } from "./permissions";

/** Characters in a summary. */
export const LONGEST_SUMMARY = 10_000;

/** Writes what stays of a gathering. Those who were there say how they stand to it; a changed text asks them anew. */
export async function writeSummary(
  site: Site,
  viewer: Viewer,
  { gatheringId, summary }: { gatheringId: number; summary: string },
  now: Date,
): Promise<Outcome> {
  if (summary.length > LONGEST_SUMMARY) return refused("too-long");
  if (!summary.trim()) return refused("invalid");
  return actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: canSummarise,
      async act(tx) {
        await tx.update(gatherings).set({ summary: summary.trim() }).where(eq(gatherings.id, gatheringId));
        await tx
          .delete(gatheringAnswers)
          .where(and(eq(gatheringAnswers.gatheringId, gatheringId), eq(gatheringAnswers.about, "summary")));
        return { ok: true };
      },
    },
    now,
  );
}
