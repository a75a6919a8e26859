import { and, eq, gte, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { notifications, posts, reports, topics } from "#db/schema";
import type { Reader } from "#db/types";

/** A post that came at a name: where, by whom, how. */
export type PostAt = {
  postId: number;
  topicId: number;
  pseudonymId: number;
  route: "answer" | "reply" | "mention";
  written: Date;
};
/** A report of something of a name's, or of the name itself. */
export type ReportAt = { accountId: number; written: Date };

const answered = alias(posts, "answered");

/** What came at a name from `since` on and before `until`, its own posts aside. Its own topic is a conversation it opened: answers there are ordinary. */
export async function readPostsAt(read: Reader, nameId: number, since: Date, until: Date): Promise<PostAt[]> {
  const within = and(gte(posts.written, since), lt(posts.written, until), ne(posts.pseudonymId, nameId));
  const about = { postId: posts.id, topicId: posts.topicId, pseudonymId: posts.pseudonymId, written: posts.written };
  const answers = await read
    .select({ ...about, host: topics.pseudonymId, answered: answered.pseudonymId, position: answered.position })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .leftJoin(answered, eq(answered.id, posts.replyTo))
    .where(
      and(within, or(eq(answered.pseudonymId, nameId), and(eq(topics.pseudonymId, nameId), isNull(posts.replyTo)))),
    );
  const calls = await read
    .select({ ...about, host: topics.pseudonymId })
    .from(notifications)
    .innerJoin(posts, eq(posts.id, notifications.postId))
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .where(and(within, eq(notifications.pseudonymId, nameId), eq(notifications.kind, "mention")));
  const found = new Map<number, PostAt>();
  for (const { host, ...call } of calls)
    found.set(call.postId, { ...call, route: host === nameId ? "answer" : "mention" });
  for (const { host, answered: to, position, ...answer } of answers) {
    const opening = host === nameId && (to === null || position === 1);
    found.set(answer.postId, { ...answer, route: opening ? "answer" : "reply" });
  }
  return [...found.values()];
}

/** The reports of a name and of what it wrote. */
export async function readReportsAt(read: Reader, nameId: number, since: Date): Promise<ReportAt[]> {
  const rows = await read
    .select({ accountId: reports.reporterAccountId, written: reports.filed })
    .from(reports)
    .leftJoin(posts, and(eq(reports.kind, "post"), eq(posts.id, reports.subjectId)))
    .where(
      and(
        gte(reports.filed, since),
        isNotNull(reports.reporterAccountId),
        or(eq(posts.pseudonymId, nameId), and(eq(reports.kind, "pseudonym"), eq(reports.subjectId, nameId))),
      ),
    );
  return rows.map(({ accountId, written }) => ({ accountId: accountId!, written }));
}
