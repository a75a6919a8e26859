import { and, eq, gte } from "drizzle-orm";
import { pileOns } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { DAY, plus } from "../../platform/time";
import { weighPileOn } from "../../safety/pile-on/weigh-pile-on";
import type { Site } from "../../site/site";
import { changeWish } from "./change-wish.server";
import { gather, pileOnUnderWay } from "./gather.server";
import { openPileOn } from "./open-pile-on.server";
import { readPileOnFacts, strangersPosts, windowStart } from "./read-facts.server";

/** For how long after somebody said "it's kind" the software doesn't ask them again. */
const LEFT_ALONE = DAY;

/**
 * Looks at what strangers did at a name within the last hours. Where it is a pile-on, one case opens; where one is under
 * way, what is new joins it. Where it is plain, strangers are slowed until the member has answered. Safe to run at any time, twice, and in several processes at once. Answers with the case.
 */
export async function lookForPileOn(site: Site, nameId: number, now: Date): Promise<number | null> {
  const { read } = site.database;
  const underWay = await pileOnUnderWay(read, nameId);
  if (underWay) {
    const came = await strangersPosts(read, nameId, underWay.began, now);
    const plain = underWay.wish === "unasked" && (await weighed(read, nameId, now))?.slows;
    await site.database.transaction(async (tx) => {
      await gather(tx, underWay.caseId, came);
      if (plain) await slowMeanwhile(tx, nameId, now);
    });
    return underWay.caseId;
  }
  const found = await weighed(read, nameId, now);
  if (!found?.pileOn) return null;
  if (await isLeftAlone(read, nameId, now)) return null;
  const came = await strangersPosts(read, nameId, windowStart(now), now);
  return site.database.transaction(async (tx) => {
    // Another process may have been faster: writers take turns, so that the second finds what the first wrote.
    const known = await pileOnUnderWay(tx, nameId);
    if (known) return known.caseId;
    const caseId = await openPileOn(site, tx, { nameId, foundBy: "software", came }, now);
    if (found.slows) await slowMeanwhile(tx, nameId, now);
    return caseId;
  });
}

async function weighed(read: Reader, nameId: number, now: Date) {
  const facts = await readPileOnFacts(read, nameId, now);
  return facts && weighPileOn(facts);
}

/** Slows strangers until the member says what they want; whoever has said it meanwhile is heard. */
async function slowMeanwhile(tx: Tx, nameId: number, now: Date) {
  const underWay = await pileOnUnderWay(tx, nameId);
  if (underWay?.wish === "unasked") await changeWish(tx, underWay.caseId, "slow-meanwhile", now);
}

/** Said "it's kind" a short while ago, or was decided: it isn't opened again by itself. */
async function isLeftAlone(read: Reader, nameId: number, now: Date): Promise<boolean> {
  const recent = await read
    .select({ wish: pileOns.wish })
    .from(pileOns)
    .where(and(eq(pileOns.targetPseudonymId, nameId), gte(pileOns.ended, plus(now, -LEFT_ALONE))));
  return recent.some(({ wish }) => wish === "kind");
}
