import { and, eq, gt } from "drizzle-orm";
import { shelters } from "#db/schema";
import type { Member } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { floorToHour, HOUR, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import type { Length } from "./forms";
import { mayShelter } from "./permissions";

/** The full hour at which it ends by itself: never sooner than was said. */
const endOf = (hours: Length, now: Date) => plus(floorToHour(plus(now, HOUR - 1)), Number(hours) * HOUR);

/** Begins shelter for one of the viewer's names, or extends it; it never gets shorter by this. The caller has asked for proof of the codename. */
export async function beginShelter(
  site: Site,
  viewer: Member,
  { slot, hours }: { slot: number; hours: Length },
  now: Date,
): Promise<Outcome> {
  const allowed = mayShelter(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("shelter", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const pseudonymId = allowed.name.id;
  const until = endOf(hours, now);
  await site.database.transaction(async (tx) => {
    const [live] = await tx
      .select({ until: shelters.until })
      .from(shelters)
      .where(and(eq(shelters.pseudonymId, pseudonymId), gt(shelters.until, now)));
    if (live) {
      if (live.until < until) await tx.update(shelters).set({ until }).where(eq(shelters.pseudonymId, pseudonymId));
      return;
    }
    // One that is over may wait to be swept.
    await tx.delete(shelters).where(eq(shelters.pseudonymId, pseudonymId));
    await tx.insert(shelters).values({ pseudonymId, began: now, until }).onConflictDoNothing();
  });
  return { ok: true };
}

/** Ends it before its time: from now on everybody reaches the name again, and its reader reads no more. What was held is kept for its owner. */
export async function endShelter(site: Site, viewer: Member, slot: number, now: Date): Promise<Outcome> {
  const allowed = mayShelter(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("shelter", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const ended = await site.database.transaction((tx) =>
    tx.delete(shelters).where(eq(shelters.pseudonymId, allowed.name.id)).returning({ id: shelters.pseudonymId }),
  );
  return ended.length ? { ok: true } : refused("already-done");
}
