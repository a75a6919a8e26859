import { and, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { caseDeals, caseEntries, cases, decisions } from "#db/schema";
import type { Reader } from "#db/types";
import { DAY, plus } from "../../platform/time";
import { activeStates } from "../case-states";

export type BySeverity = { urgent: number; ordinary: number };

const none = (): BySeverity => ({ urgent: 0, ordinary: 0 });

function counted(rows: { severity: keyof BySeverity }[]): BySeverity {
  const counts = none();
  for (const { severity } of rows) counts[severity] += 1;
  return counts;
}

/** What one name has before it, holds, and has decided in the last seven days; `days`: on how many cases it worked on each of them. */
export async function ownLoad(read: Reader, pseudonymId: number, now: Date) {
  const active = inArray(cases.state, [...activeStates]);
  const dealt = await read
    .select({ severity: cases.severity })
    .from(cases)
    .innerJoin(caseDeals, eq(caseDeals.caseId, cases.id))
    .where(and(eq(caseDeals.moderatorPseudonymId, pseudonymId), active));
  const held = await read
    .select({ severity: cases.severity })
    .from(cases)
    .where(and(eq(cases.holderPseudonymId, pseudonymId), eq(cases.state, "claimed"), gt(cases.leaseUntil, now)));
  const decided = await read
    .select({ severity: cases.severity })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(
      and(
        eq(decisions.moderatorPseudonymId, pseudonymId),
        ne(decisions.state, "withdrawn"),
        gt(decisions.decided, plus(now, -7 * DAY)),
      ),
    );
  const worked = await read
    .selectDistinct({ caseId: caseEntries.caseId, severity: cases.severity, at: caseEntries.at })
    .from(caseEntries)
    .innerJoin(cases, eq(cases.id, caseEntries.caseId))
    .where(and(eq(caseEntries.actorPseudonymId, pseudonymId), gt(caseEntries.at, plus(now, -8 * DAY))));
  const lately = worked.filter(({ at, severity }) => severity === "urgent" && at > plus(now, -DAY));
  return {
    dealt: counted(dealt),
    held: counted(held),
    decided: counted(decided),
    days: byDay(worked, now),
    urgentLately: new Set(lately.map((one) => one.caseId)).size,
  };
}

export type OwnLoad = Awaited<ReturnType<typeof ownLoad>>;

type Worked = { caseId: number; severity: keyof BySeverity; at: Date };

/** The last seven days, today last: on how many cases something was done. */
function byDay(worked: Worked[], now: Date) {
  const today = Math.floor(now.getTime() / DAY);
  return Array.from({ length: 7 }, (_, i) => {
    const day = today - 6 + i;
    const then = worked.filter(({ at }) => Math.floor(at.getTime() / DAY) === day);
    const once = new Map(then.map((one) => [one.caseId, one]));
    return { day: new Date(day * DAY), ...counted([...once.values()]) };
  });
}

/**
 * What all together have decided in the last seven days. Open cases aren't counted here: whoever sees fewer than there are
 * would know that one is about them.
 */
export async function decidedByAll(read: Reader, now: Date): Promise<BySeverity> {
  const rows = await read
    .select({ severity: cases.severity, count: sql<number>`count(*)`.mapWith(Number) })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(and(eq(decisions.state, "in-force"), gt(decisions.decided, plus(now, -7 * DAY))))
    .groupBy(cases.severity);
  const counts = none();
  for (const { severity, count } of rows) counts[severity] = count;
  return counts;
}
