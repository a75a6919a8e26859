import { and, desc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { notifications, topicMutes } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";

/** More than this is "99+". */
export const MOST_COUNTED = 99;
const A_PAGE = 50;

const unseen = sql`not ${notifications.seen}`;

/** What is addressed to the viewer, under any of their names or to the account itself. */
export const addressedTo = (viewer: Member) =>
  or(
    inArray(
      notifications.pseudonymId,
      viewer.pseudonyms.map((own) => own.id),
    ),
    eq(notifications.accountId, viewer.accountId),
  );

/** Not of a topic that the viewer muted. */
const notMuted = (read: Reader, viewer: Member) =>
  or(
    isNull(notifications.topicId),
    notInArray(
      notifications.topicId,
      read.select({ topicId: topicMutes.topicId }).from(topicMutes).where(eq(topicMutes.accountId, viewer.accountId)),
    ),
  );

/** How many things concern the viewer that they haven't opened: at most `MOST_COUNTED` + 1. */
export async function countNews(read: Reader, viewer: Member): Promise<number> {
  const rows = await read
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(unseen, addressedTo(viewer), notMuted(read, viewer)))
    .limit(MOST_COUNTED + 1);
  return rows.length;
}

/** What concerns the viewer, newest first. */
export const listNews = (read: Reader, viewer: Member) =>
  read
    .select()
    .from(notifications)
    .where(and(addressedTo(viewer), notMuted(read, viewer)))
    .orderBy(desc(notifications.bump))
    .limit(A_PAGE);
