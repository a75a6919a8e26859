import type { Member } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { DAY, floorToHour, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { gather, pileOnUnderWay } from "./gather.server";
import { openPileOn } from "./open-pile-on.server";
import { strangersPosts } from "./read-facts.server";

/** How far back what came is gathered when a member says "this is a pile-on". */
const GATHERED_BACK = DAY;

/**
 * "This is a pile-on": gathers what strangers did at one of the viewer's own names (by slot) within a day, opens the one
 * case about it, or brings the one under way up to date. Needs no proof and no number. Refuses "not-found" for a slot that
 * isn't theirs, and "nothing-came" where no stranger wrote anything.
 */
export async function callPileOn(
  site: Site,
  viewer: Member,
  { slot }: { slot: number },
  now: Date,
): Promise<Outcome<{ caseId: number }>> {
  const own = viewer.pseudonyms.find((name) => name.slot === slot && name.state !== "burned");
  if (!own) return refused("not-found");
  const pace = await site.limits.take("call-pile-on", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const came = await strangersPosts(site.database.read, own.id, plus(floorToHour(now), -GATHERED_BACK), now);
  return site.database.transaction(async (tx): Promise<Outcome<{ caseId: number }>> => {
    const known = await pileOnUnderWay(tx, own.id);
    if (known) {
      await gather(tx, known.caseId, came);
      return { ok: true, caseId: known.caseId };
    }
    if (!came.length) return refused("nothing-came");
    return { ok: true, caseId: await openPileOn(site, tx, { nameId: own.id, foundBy: "member", came }, now) };
  });
}
