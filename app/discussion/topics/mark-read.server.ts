import { lt } from "drizzle-orm";
import { readMarks } from "#db/schema";
import type { Member } from "../../accounts/viewer";
import { markSeen } from "../../notifications/mark-seen.server";
import type { Site } from "../../site/site";

/** Remembers how far somebody has read in a topic. A mark only moves forward; where it stands already, nothing is written. */
export async function markRead(
  site: Site,
  viewer: Member,
  topic: { id: number; read: number },
  position: number,
): Promise<void> {
  if (position <= topic.read) return;
  const { accountId } = viewer;
  await site.database.transaction((tx) =>
    tx
      .insert(readMarks)
      .values({ accountId, topicId: topic.id, position })
      .onConflictDoUpdate({
        target: [readMarks.accountId, readMarks.topicId],
        set: { position },
        setWhere: lt(readMarks.position, position),
      }),
  );
  await markSeen(site, viewer, { topicId: topic.id });
}
