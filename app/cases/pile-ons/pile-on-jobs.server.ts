import { countDistinct, eq, gte, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { pileOns, posts, topics } from "#db/schema";
import type { Reader } from "#db/types";
import { HOUR, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { endPileOn } from "./end-pile-on.server";
import { lookForPileOn } from "./look-for-pile-on.server";
import { FEWEST_NAMES, windowStart } from "./read-facts.server";

/** A pile-on is over when nothing new came for so long, and never lasts longer than that. */
const QUIET_FOR = 6 * HOUR;
const LONGEST = 72 * HOUR;

const answered = alias(posts, "answered");

/** Ends what is over, and looks wherever many came: for what another process or a crash left out. */
export async function tendPileOns(site: Site, now: Date): Promise<void> {
  const { read } = site.database;
  for (const nameId of await crowdedNames(read, now)) await lookForPileOn(site, nameId, now);
  const underWay = await read.select().from(pileOns).where(isNull(pileOns.ended));
  for (const one of underWay) {
    const over = one.latest < plus(now, -QUIET_FOR) || one.began < plus(now, -LONGEST);
    if (over) await site.database.transaction((tx) => endPileOn(tx, one.caseId, now));
  }
}

/** Names at which enough others wrote within the window that it is worth looking. */
async function crowdedNames(read: Reader, now: Date): Promise<number[]> {
  const recent = gte(posts.written, windowStart(now));
  const answeredMuch = await read
    .select({ nameId: answered.pseudonymId })
    .from(posts)
    .innerJoin(answered, eq(answered.id, posts.replyTo))
    .where(recent)
    .groupBy(answered.pseudonymId)
    .having(gte(countDistinct(posts.pseudonymId), FEWEST_NAMES));
  const hosts = await read
    .select({ nameId: topics.pseudonymId })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .where(recent)
    .groupBy(topics.pseudonymId)
    .having(gte(countDistinct(posts.pseudonymId), FEWEST_NAMES));
  return [...new Set([...answeredMuch, ...hosts].map((row) => row.nameId))];
}
