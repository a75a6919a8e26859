import { eq } from "drizzle-orm";
import { gatheringMessages, gatheringSeats, gatherings } from "#db/schema";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { messageHtml, wordsIn } from "./message-text";
import { canWrite } from "./permissions";

/** Characters in one message: a spoken turn of three minutes has about 2,500. */
export const LONGEST_MESSAGE = 3000;

export type Saying = { gatheringId: number; channel: "floor" | "side" | "host"; body: string };

/** Says something in the room. Words from the floor count towards how much somebody has been heard. */
export async function writeMessage(
  site: Site,
  viewer: Viewer,
  { gatheringId, channel, body }: Saying,
  now: Date,
): Promise<Outcome<{ position: number }>> {
  if (body.length > LONGEST_MESSAGE) return refused("too-long");
  const html = messageHtml(body);
  if (!html) return refused("invalid");
  return actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "speak-in-gathering",
      may: (member, facts) => canWrite(member, facts, channel),
      async act(tx, room) {
        const position = room.gathering.bump + 1;
        const seat = room.seat!;
        await tx.update(gatherings).set({ bump: position }).where(eq(gatherings.id, gatheringId));
        await tx.insert(gatheringMessages).values({ gatheringId, seatId: seat.id, position, channel, body, html });
        if (channel === "floor")
          await tx
            .update(gatheringSeats)
            .set({ heard: seat.heard + wordsIn(body) })
            .where(eq(gatheringSeats.id, seat.id));
        tx.afterCommit(() => site.events.publish({ kind: "gathering-message", gatheringId, position }));
        return { ok: true, position };
      },
    },
    now,
  );
}
