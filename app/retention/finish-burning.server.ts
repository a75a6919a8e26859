import { and, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { circleMembers, notifications, pseudonyms } from "#db/schema";
import type { Tx } from "#db/types";
import { forgetSaidInRoom } from "../cases/room/say-in-room.server";
import { forgetInTopics } from "../discussion/topics/forget-names.server";
import { eraseSeatsOf } from "../gatherings/vacate-rooms.server";
import { forgetNewsAbout } from "../notifications/forget-news.server";
import { forgetShelterOf } from "../safety/shelter/end-by-itself.server";
import type { Site } from "../site/site";
import { leaveAllCircles } from "../spaces/leave-all-circles.server";
import { eraseDue } from "./erase-due.server";

/**
 * Makes every burning whose day is over final: the words are overwritten and leave the search, what was said in gatherings
 * goes, and so do follows, circles and news. Sealed copies in cases stay, and blocks against the name: they silence its
 * siblings, too. A few posts at a time; safe to run late, twice, and after being cut off. Answers with how many names.
 */
export async function finishBurning(site: Site, now: Date): Promise<number> {
  const settled = await eraseDue(site, now);
  await site.database.transaction((tx) => forget(tx, now));
  return settled;
}

/** By the names' states alone, so that it finds what any earlier turn left over. */
async function forget(tx: Tx, now: Date): Promise<void> {
  const over = and(eq(pseudonyms.state, "burned"), or(isNull(pseudonyms.undoUntil), lte(pseudonyms.undoUntil, now)));
  const ids = (await tx.select({ id: pseudonyms.id }).from(pseudonyms).where(over)).map(({ id }) => id);
  if (!ids.length) return;
  if (await tx.$count(circleMembers, inArray(circleMembers.pseudonymId, ids))) await leaveAllCircles(tx, ids);
  await forgetInTopics(tx, ids);
  await tx.delete(notifications).where(inArray(notifications.pseudonymId, ids));
  await forgetShelterOf(tx, ids);
  await forgetNewsAbout(tx, { all: ids, removed: [] });
  await eraseSeatsOf(tx, ids);
  await forgetSaidInRoom(tx, ids);
  await tx.update(pseudonyms).set({ undoUntil: null }).where(over);
}
