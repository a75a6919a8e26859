import { and, eq, inArray, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { notifications, posts } from "#db/schema";
import type { Reader } from "#db/types";
import { DAY } from "../../platform/time";

/** An exchange this old makes two names no strangers: those who come at somebody have mostly begun a little earlier. */
export const KNOWN_AFTER = 3 * DAY;

const AT_ONCE = 500;
const answered = alias(posts, "answered");

/**
 * Of these names those that had an exchange with a name before an hour: an answer or a call, in either direction. Names are
 * compared and not accounts: otherwise a name that is missing from what is gathered would tell that it belongs to another.
 */
export async function namesMet(read: Reader, nameId: number, others: number[], before: Date): Promise<Set<number>> {
  const met = new Set<number>();
  for (let i = 0; i < others.length; i += AT_ONCE) {
    const some = others.slice(i, i + AT_ONCE);
    const theirs = await read
      .selectDistinct({ id: posts.pseudonymId })
      .from(posts)
      .innerJoin(answered, eq(answered.id, posts.replyTo))
      .where(and(inArray(posts.pseudonymId, some), eq(answered.pseudonymId, nameId), lt(posts.written, before)));
    const own = await read
      .selectDistinct({ id: answered.pseudonymId })
      .from(posts)
      .innerJoin(answered, eq(answered.id, posts.replyTo))
      .where(and(eq(posts.pseudonymId, nameId), inArray(answered.pseudonymId, some), lt(posts.written, before)));
    const called = await read
      .selectDistinct({ id: posts.pseudonymId })
      .from(notifications)
      .innerJoin(posts, eq(posts.id, notifications.postId))
      .where(
        and(
          eq(notifications.pseudonymId, nameId),
          eq(notifications.kind, "mention"),
          inArray(posts.pseudonymId, some),
          lt(posts.written, before),
        ),
      );
    for (const { id } of [...theirs, ...own, ...called]) met.add(id);
  }
  return met;
}
