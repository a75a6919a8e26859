import { and, eq, gte } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cases, notifications, posts, reports, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { SiteEvent } from "../../platform/events";
import { log } from "../../platform/log.server";
import { HOUR, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { lookForPileOn } from "./look-for-pile-on.server";

const answered = alias(posts, "answered");

/** The names at which something that just happened came: whom a post answers or calls, whose topic it is in, who was reported. */
async function namesCameAt(read: Reader, event: SiteEvent, now: Date): Promise<number[]> {
  if (event.kind === "post-written") {
    const [post] = await read
      .select({ id: posts.id, by: posts.pseudonymId, host: topics.pseudonymId, answered: answered.pseudonymId })
      .from(posts)
      .innerJoin(topics, eq(topics.id, posts.topicId))
      .leftJoin(answered, eq(answered.id, posts.replyTo))
      .where(and(eq(posts.topicId, event.topicId), eq(posts.position, event.position)));
    if (!post) return [];
    const called = await read
      .select({ nameId: notifications.pseudonymId })
      .from(notifications)
      .where(and(eq(notifications.postId, post.id), eq(notifications.kind, "mention")));
    const at = [post.host, ...(post.answered === null ? [] : [post.answered]), ...called.map((one) => one.nameId!)];
    return [...new Set(at)].filter((nameId) => nameId !== post.by);
  }
  if (event.kind !== "case-changed") return [];
  const [told] = await read
    .select({ nameId: cases.respondentPseudonymId })
    .from(cases)
    .innerJoin(reports, eq(reports.caseId, cases.id))
    .where(and(eq(cases.id, event.caseId), gte(reports.filed, plus(now, -HOUR))))
    .limit(1);
  return told?.nameId ? [told.nameId] : [];
}

/**
 * Looks for pile-ons right after each post and report of this process, one at a time and never in anybody's way; what a crash or
 * another process left out, the job finds. `settled`: everything heard so far has been looked at.
 */
export function watchPileOns(site: Site, clock: () => Date) {
  let turn: Promise<unknown> = Promise.resolve();
  const waiting = new Set<string>();
  const look = async (event: SiteEvent) => {
    const now = clock();
    for (const nameId of await namesCameAt(site.database.read, event, now)) await lookForPileOn(site, nameId, now);
  };
  const stop = site.events.listen((event) => {
    if (event.kind !== "post-written" && event.kind !== "case-changed") return;
    const key = JSON.stringify(event);
    if (waiting.has(key)) return;
    waiting.add(key);
    turn = turn
      .then(() => {
        waiting.delete(key);
        return look(event);
      })
      .catch((error: unknown) => log.error("looking for a pile-on failed", error));
  });
  return { stop, settled: () => turn };
}
