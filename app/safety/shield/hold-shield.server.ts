import { eq } from "drizzle-orm";
import { shields } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { ALONE, begin, stepOf } from "../../limits/shield/steps";
import { type Outcome, refused } from "../../platform/outcome";
import { floorToHour, HOUR, plus } from "../../platform/time";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { shieldName } from "./permissions";
import { activeShield, lastShield } from "./shield-queries.server";
import { stepChanged } from "./tell-of-shield.server";

/** For how long the software leaves it at that when moderators ended it: they saw something that it can't. */
const RESTS = 12 * HOUR;
/** Whoever begins again within this long has not let it go. */
const SAME = 24 * HOUR;

type Acting = { pseudonymId: number; accountId: number };

/**
 * Begins the shield as a moderator, or changes the step that moderators hold; 72 hours at most, and no more by beginning
 * anew. Refuses "not-allowed", "limited", and "held-long-enough" to whoever has held it for so long already.
 */
export const holdShield = (
  site: Site,
  viewer: Member,
  { step, hours, reason }: { step: 1 | 2 | 3; hours: number; reason: string },
  now: Date,
): Promise<Outcome> =>
  asModerator(site, viewer, now, async (tx, acting) => {
    const wished = floorToHour(plus(now, hours * HOUR));
    const row = await activeShield(tx);
    const until = row?.until ?? (await endFor(tx, acting, now));
    if (until <= now) return refused("held-long-enough");
    const hold = { held: step, heldUntil: wished < until ? wished : until, reason };
    const standing = { ...(row ?? begin(0, now)), ...hold, until };
    if (row) {
      const heldByPseudonymId = row.heldByPseudonymId ?? acting.pseudonymId;
      await tx
        .update(shields)
        .set({ ...hold, heldByPseudonymId })
        .where(eq(shields.id, row.id));
    } else await tx.insert(shields).values({ ...standing, active: true, heldByPseudonymId: acting.pseudonymId });
    const from = row ? stepOf(row) : 0;
    await stepChanged(site, tx, { from, to: standing, by: "moderator", except: acting.pseudonymId }, now);
    return { ok: true };
  });

/** When a shield that somebody begins now has to end: what they held until a moment ago counts with it. */
async function endFor(tx: Tx, { accountId }: Acting, now: Date): Promise<Date> {
  const last = await lastShield(tx);
  const fresh = floorToHour(plus(now, ALONE));
  if (!last?.ended || !last.heldByPseudonymId || last.ended <= plus(now, -SAME)) return fresh;
  return (await accountBehind(tx, last.heldByPseudonymId)) === accountId && last.until < fresh ? last.until : fresh;
}

/** Ends it, whoever began it; the software leaves it at that for 12 hours. Refuses "not-allowed", "limited" and "already-done". */
export const endShield = (site: Site, viewer: Member, now: Date): Promise<Outcome> =>
  asModerator(site, viewer, now, async (tx, { pseudonymId }) => {
    const row = await activeShield(tx);
    if (!row) return refused("already-done");
    const over = { ...row, auto: 0, held: 0, heldUntil: null } as const;
    await tx
      .update(shields)
      .set({ active: null, auto: 0, held: 0, heldUntil: null, ended: now, rests: plus(now, RESTS) })
      .where(eq(shields.id, row.id));
    await stepChanged(site, tx, { from: stepOf(row), to: over, by: "moderator", except: pseudonymId }, now);
    return { ok: true };
  });

/**
 * As somebody else than who began it or agreed last: it may hold for 72 hours more from now. Refuses "not-allowed",
 * "limited", "already-done" when it's over, and "held-long-enough" to the same person under whatever name.
 */
export const agreeToShield = (site: Site, viewer: Member, now: Date): Promise<Outcome> =>
  asModerator(site, viewer, now, async (tx, { pseudonymId, accountId }) => {
    const row = await activeShield(tx);
    if (!row || row.until <= now) return refused("already-done");
    if (row.heldByPseudonymId !== null && (await accountBehind(tx, row.heldByPseudonymId)) === accountId)
      return refused("held-long-enough");
    const until = floorToHour(plus(now, ALONE));
    const heldUntil = row.held > 0 ? until : null;
    await tx.update(shields).set({ until, heldUntil, heldByPseudonymId: pseudonymId }).where(eq(shields.id, row.id));
    await appendToLog(tx, { act: "shield-confirmed", office: "moderator", details: { step: stepOf(row) } }, now);
    await stepChanged(site, tx, { from: stepOf(row), to: { ...row, until, heldUntil }, by: "moderator" }, now);
    return { ok: true };
  });

async function asModerator(
  site: Site,
  viewer: Member,
  now: Date,
  work: (tx: Tx, acting: Acting) => Promise<Outcome>,
): Promise<Outcome> {
  const pseudonymId = shieldName(viewer);
  if (pseudonymId === undefined) return refused("not-allowed");
  const pace = await site.limits.take("hold-shield", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  return site.database.transaction((tx) => work(tx, { pseudonymId, accountId: viewer.accountId }));
}
