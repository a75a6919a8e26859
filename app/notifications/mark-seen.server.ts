import { and, eq, inArray, sql } from "drizzle-orm";
import { notifications } from "#db/schema";
import type { Member } from "../accounts/viewer";
import type { Site } from "../site/site";
import { addressedTo } from "./notification-queries.server";

/** `all`: everything up to now. `topicId`: what waits about a topic that is being read. `ids`: single ones. Others' rows stay as they are. */
export async function markSeen(
  site: Site,
  viewer: Member,
  which: "all" | { topicId: number } | { ids: number[] },
): Promise<void> {
  const these =
    which === "all"
      ? undefined
      : "ids" in which
        ? inArray(notifications.id, which.ids)
        : eq(notifications.topicId, which.topicId);
  const waiting = and(sql`not ${notifications.seen}`, addressedTo(viewer), these);
  // Mostly nothing waits, and reading a page shouldn't then stand in the writers' queue.
  if ((await site.database.read.$count(notifications, waiting)) === 0) return;
  await site.database.transaction((tx) => tx.update(notifications).set({ seen: true }).where(waiting));
}
