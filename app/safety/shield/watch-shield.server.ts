import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { shieldCounts, shields } from "#db/schema";
import type { Tx } from "#db/types";
import type { Counted } from "../../limits/shield/shield";
import { advance, begin, nextChange, stepOf } from "../../limits/shield/steps";
import { coarse, compareWith, type Step } from "../../limits/shield/weigh";
import { floorToHour, HOUR, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { activeShield, lastShield, lookAt, type ShieldRow, wantedStep } from "./shield-queries.server";
import { stepChanged } from "./tell-of-shield.server";

/** How long the software leaves it at that when nobody agreed to more: a day for people to look. */
const RESTS = 24 * HOUR;
/** After a night without a server there are more to close: the next minute goes on. */
const HOURS_AT_ONCE = 40;

/**
 * Writes down what this process counted, weighs this hour and the last against their own past, and begins, changes or
 * ends the shield. Every process runs it every minute: the first that sees a reason acts, the others go by what stands.
 */
export async function watchShield(site: Site, now: Date): Promise<void> {
  const counted = site.shield.take();
  if (counted.length) await site.database.transaction((tx) => add(tx, counted));
  await closeHours(site, now);
  const wanted = await wantedStep(site.database.read, now);
  if (wanted > 0 || (await activeShield(site.database.read)))
    await site.database.transaction((tx) => look(site, tx, wanted, now));
  const standing = await activeShield(site.database.read);
  site.shield.set(standing ? { step: stepOf(standing), until: nextChange(standing) } : { step: 0, until: null });
}

async function add(tx: Tx, counted: Counted[]): Promise<void> {
  for (const one of counted)
    await tx
      .insert(shieldCounts)
      .values(one)
      .onConflictDoUpdate({
        target: [shieldCounts.hour, shieldCounts.kind],
        set: { count: sql`${shieldCounts.count} + ${one.count}` },
      });
}

/**
 * Of hours before the last only fives stay: nothing that tells when one person came, reported or wrote. What was unusual
 * in them counts for hardly more than what was usual then, or a raid of a few days would be what is usual here.
 */
async function closeHours({ database }: Site, now: Date): Promise<void> {
  const open = and(lt(shieldCounts.hour, plus(floorToHour(now), -HOUR)), isNull(shieldCounts.compared));
  const rows = await database.read.select().from(shieldCounts).where(open).limit(HOURS_AT_ONCE);
  if (!rows.length) return;
  const hours = rows.map(({ hour }) => hour);
  const { before } = await lookAt(database.read, hours);
  await database.transaction(async (tx) => {
    for (const { id, hour, kind, count } of rows) {
      const compared = compareWith(kind, coarse(count), before(hour, kind));
      await tx
        .update(shieldCounts)
        .set({ count: coarse(count), compared })
        .where(eq(shieldCounts.id, id));
    }
  });
}

/** One look, by whichever process has its turn: what another just did is found here. */
async function look(site: Site, tx: Tx, wanted: Step, now: Date): Promise<void> {
  const row = await activeShield(tx);
  if (!row) {
    const last = await lastShield(tx);
    if (wanted === 0 || (last?.rests && last.rests > now)) return;
    const began = begin(wanted, now);
    await tx.insert(shields).values({ ...began, active: true });
    return stepChanged(site, tx, { from: 0, to: began, by: "software" }, now);
  }
  const next = advance(row, wanted, now);
  const over = stepOf(next) === 0;
  if (!over && same(row, next)) return;
  const { auto, held, eases, heldUntil } = next;
  const end = over ? { active: null, ended: now, rests: row.until <= now ? plus(now, RESTS) : null } : {};
  await tx
    .update(shields)
    .set({ auto, held, eases, heldUntil, ...end })
    .where(eq(shields.id, row.id));
  await stepChanged(site, tx, { from: stepOf(row), to: next, by: "software" }, now);
}

const same = (a: ShieldRow, b: Pick<ShieldRow, "auto" | "held" | "eases">) =>
  a.auto === b.auto && a.held === b.held && a.eases.getTime() === b.eases.getTime();
