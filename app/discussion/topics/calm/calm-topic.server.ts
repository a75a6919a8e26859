import { eq } from "drizzle-orm";
import { topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member, Viewer } from "../../../accounts/viewer";
import { type Outcome, refused } from "../../../platform/outcome";
import { floorToHour, HOUR, plus } from "../../../platform/time";
import { appendToLog } from "../../../public-log/append-entry.server";
import type { Site } from "../../../site/site";
import { membershipsOf } from "../../../spaces/space-queries.server";
import { findTopic, type Topic } from "../topic-queries.server";
import type { CalmInput } from "./forms";
import { asBefore, calmerOf, inMs, isCalm } from "./rules";

/** As what the viewer may calm this topic, or null. */
export async function findCalmer(read: Reader, viewer: Viewer, topic: Topic) {
  const memberships = topic.space.kind === "circle" ? await membershipsOf(read, viewer) : [];
  const hosting = memberships.find(({ spaceId, state, host }) => spaceId === topic.space.id && state === "in" && host);
  return calmerOf(viewer, topic, hosting?.pseudonymId);
}

/**
 * Slows a topic, or closes it to some, until a time; what was set before is replaced. A moderator's deed is in the public
 * log, without the topic. Refuses "not-found", "not-allowed" and "limited".
 */
export const calmTopic = (
  site: Site,
  viewer: Member,
  { topic, ...input }: CalmInput & { topic: number },
  now: Date,
): Promise<Outcome> =>
  change(site, viewer, topic, now, (pseudonymId) => ({
    act: input.writers === "everybody" ? "topic-slowed" : "topic-closed",
    row: {
      slowSeconds: input.minutes ? (input.minutes * inMs.pace) / 1_000 : null,
      writers: input.writers,
      calmReason: input.why,
      calmUntil: fullHourFrom(plus(now, input.hours * inMs.length)),
      calmByPseudonymId: pseudonymId,
    },
  }));

/** Ends it before its time: any of those who could have set it. Refuses "already-done" where nothing is set. */
export const endCalm = (site: Site, viewer: Member, topic: number, now: Date): Promise<Outcome> =>
  change(site, viewer, topic, now, (_, found) => (isCalm(found, now) ? { act: "topic-opened", row: asBefore } : null));

/** The next full hour: an end to the minute would tell the minute in which it was set. */
const fullHourFrom = (at: Date) => floorToHour(plus(at, HOUR - 1));

type Change = { act: "topic-slowed" | "topic-closed" | "topic-opened"; row: Partial<typeof topics.$inferInsert> };

async function change(
  site: Site,
  viewer: Member,
  topicId: number,
  now: Date,
  changed: (pseudonymId: number, found: Topic) => Change | null,
): Promise<Outcome> {
  const { read } = site.database;
  const topic = await findTopic(read, viewer, topicId);
  if (!topic || topic.state === "removed") return refused("not-found");
  const calmer = await findCalmer(read, viewer, topic);
  if (!calmer) return refused("not-allowed");
  const { accountId, standing } = viewer;
  const pace = await site.limits.take("calm-topic", { account: accountId, standing }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const fresh = await findTopic(tx, viewer, topicId);
    if (fresh?.state !== "open") return refused("changed-meanwhile");
    const to = changed(calmer.pseudonymId, fresh);
    if (!to) return refused("already-done");
    await tx.update(topics).set(to.row).where(eq(topics.id, topicId));
    if (calmer.as === "moderator") await appendToLog(tx, { act: to.act, office: "moderator" }, now);
    tx.afterCommit(() => site.events.publish({ kind: "post-changed", topicId, position: 1 }));
    return { ok: true };
  });
}
