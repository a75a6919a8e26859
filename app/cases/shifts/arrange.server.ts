import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { type HandlingName, handlingSlot } from "./own-shift";

/**
 * What every arrangement of one's own work does around itself: finds the name in that slot, which must handle cases
 * ("not-allowed" otherwise), and counts the deed ("limited").
 */
export async function arrange<T>(
  site: Site,
  viewer: Member,
  slot: number,
  now: Date,
  work: (tx: Tx, own: HandlingName) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const own = handlingSlot(viewer, slot);
  if (!own) return refused("not-allowed");
  const pace = await site.limits.take("arrange-work", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  return site.database.transaction((tx) => work(tx, own));
}
