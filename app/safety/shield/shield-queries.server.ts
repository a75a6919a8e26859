import { asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { shieldCounts, shields } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { stepOf } from "../../limits/shield/steps";
import { comparable, type Kind, kinds, type Step, thresholds, usual, weigh } from "../../limits/shield/weigh";
import { floorToHour, HOUR, plus } from "../../platform/time";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import { shieldName } from "./permissions";

export type ShieldRow = typeof shields.$inferSelect & { auto: Step; held: Step };

/** The shield that stands now, or null. */
export async function activeShield(read: Reader): Promise<ShieldRow | null> {
  const [row] = await read.select().from(shields).where(eq(shields.active, true));
  return (row as ShieldRow | undefined) ?? null;
}

/** The one that ended last, or null. */
export async function lastShield(read: Reader): Promise<ShieldRow | null> {
  const [row] = await read.select().from(shields).where(isNotNull(shields.ended)).orderBy(desc(shields.ended)).limit(1);
  return (row as ShieldRow | undefined) ?? null;
}

/** Looks into the counts of the given hours and of all they are compared with. Hours in which nothing was counted are zeros. */
export async function lookAt(read: Reader, hours: Date[]) {
  const first = await firstHour(read);
  const before = new Map(hours.map((hour) => [hour.getTime(), comparable(hour, first)]));
  const all = [...hours, ...[...before.values()].flat()];
  const rows = all.length ? await read.select().from(shieldCounts).where(inArray(shieldCounts.hour, all)) : [];
  const found = new Map(rows.map((row) => [`${row.hour.getTime()} ${row.kind}`, row]));
  const at = (hour: Date, kind: Kind) => found.get(`${hour.getTime()} ${kind}`);
  return {
    count: (hour: Date, kind: Kind) => at(hour, kind)?.count ?? 0,
    before: (hour: Date, kind: Kind) =>
      before.get(hour.getTime())!.map((one) => at(one, kind)?.compared ?? at(one, kind)?.count ?? 0),
  };
}

async function firstHour(read: Reader): Promise<Date | null> {
  const [first] = await read
    .select({ hour: shieldCounts.hour })
    .from(shieldCounts)
    .orderBy(asc(shieldCounts.hour))
    .limit(1);
  return first?.hour ?? null;
}

/** The step that the counts ask for: of this hour and the one before, so that a full hour is no fresh start. */
export async function wantedStep(read: Reader, now: Date): Promise<Step> {
  const hours = [floorToHour(now), plus(floorToHour(now), -HOUR)];
  const { count, before } = await lookAt(read, hours);
  const steps = hours.flatMap((hour) => kinds.map((kind) => weigh(kind, count(hour, kind), before(hour, kind))));
  return Math.max(...steps) as Step;
}

/** How many hours the page's plots show. */
export const HOURS_SHOWN = 24;

/** The last day of each kind, beside what is usual at that hour and what would raise the first step. */
export async function readCounts(read: Reader, now: Date) {
  const last = floorToHour(now);
  const hours = Array.from({ length: HOURS_SHOWN }, (_, i) => plus(last, (i - HOURS_SHOWN + 1) * HOUR));
  const { count, before } = await lookAt(read, hours);
  return kinds.map((kind) => ({
    kind,
    hours: hours.map((hour) => {
      const compared = before(hour, kind);
      return { hour, count: count(hour, kind), usual: usual(compared).middle, from: thresholds(kind, compared)[0] };
    }),
  }));
}

/** What stands, for moderators; `agree`: whether this one is somebody else than who began it or agreed last. */
export async function readShield(read: Reader, viewer: Member) {
  const row = await activeShield(read);
  if (!row) return null;
  const { auto, held, eases, heldUntil, until, reason, heldByPseudonymId } = row;
  const holder = heldByPseudonymId === null ? null : await accountBehind(read, heldByPseudonymId);
  const may = shieldName(viewer) !== undefined;
  return { step: stepOf(row), auto, held, eases, heldUntil, until, reason, agree: may && holder !== viewer.accountId };
}
