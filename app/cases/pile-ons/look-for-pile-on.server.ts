import { and, eq, gte } from "drizzle-orm";
import { pileOns } from "#db/schema";
import type { Reader } from "#db/types";
import { DAY, plus } from "../../platform/time";
import { weighPileOn } from "../../safety/pile-on/weigh-pile-on";
import type { Site } from "../../site/site";
import { gather, pileOnUnderWay } from "./gather.server";
import { openPileOn } from "./open-pile-on.server";
import { readPileOnFacts, strangersPosts, windowStart } from "./read-facts.server";

/** For how long after somebody said "it's kind" the software doesn't ask them again. */
const LEFT_ALONE = DAY;

/**
 * Looks at what strangers did at a name within the last hours. Where it is a pile-on, one case opens; where one is under
 * way, what is new joins it. Safe to run at any time, twice, and in several processes at once. Answers with the case.
 */
export async function lookForPileOn(site: Site, nameId: number, now: Date): Promise<number | null> {
  const { read } = site.database;
  const underWay = await pileOnUnderWay(read, nameId);
  if (underWay) {
    const came = await strangersPosts(read, nameId, underWay.began, now);
    await site.database.transaction((tx) => gather(tx, underWay.caseId, came));
    return underWay.caseId;
  }
  const facts = await readPileOnFacts(read, nameId, now);
  if (!facts || !weighPileOn(facts).pileOn) return null;
  if (await isLeftAlone(read, nameId, now)) return null;
  const came = await strangersPosts(read, nameId, windowStart(now), now);
  return site.database.transaction(async (tx) => {
    // Another process may have been faster: writers take turns, so that the second finds what the first wrote.
    const known = await pileOnUnderWay(tx, nameId);
    return known ? known.caseId : openPileOn(site, tx, { nameId, foundBy: "software", came }, now);
  });
}

/** Said "it's kind" a short while ago, or was decided: it isn't opened again by itself. */
async function isLeftAlone(read: Reader, nameId: number, now: Date): Promise<boolean> {
  const recent = await read
    .select({ wish: pileOns.wish })
    .from(pileOns)
    .where(and(eq(pileOns.targetPseudonymId, nameId), gte(pileOns.ended, plus(now, -LEFT_ALONE))));
  return recent.some(({ wish }) => wish === "kind");
}
