import { and, eq, gte, inArray, isNotNull } from "drizzle-orm";
import { accounts, cases, decisions, reports } from "#db/schema";
import type { Reader } from "#db/types";
import { DAY, plus } from "../platform/time";
import { isUnusual, type Reporting } from "./unusual-reporting";

const WEEK = 7 * DAY;
/** How many weeks before this one say what is usual. */
const WEEKS_BEFORE = 8;
/** A group that one may be told of has at least so many accounts that reported: a smaller one would tell who. */
const SMALLEST_GROUP = 3;

export type Unusual = { alias: number | null; sent: number; decided: number; noBreach: number };

/**
 * What is out of the ordinary about who reported a case: by alias for one reporter, `alias` null for a group that came in
 * together. Never which account, name or branch. Empty where nothing is.
 */
export async function unusualReporters(read: Reader, caseId: number, now: Date): Promise<Unusual[]> {
  const here = await read
    .selectDistinct({ accountId: reports.reporterAccountId, alias: reports.alias, branch: accounts.branch })
    .from(reports)
    .innerJoin(accounts, eq(accounts.id, reports.reporterAccountId))
    .where(and(eq(reports.caseId, caseId), isNotNull(reports.reporterAccountId)));
  if (!here.length) return [];
  const unusual: Unusual[] = [];
  const ids = here.map((one) => one.accountId!);
  const byAccount = await reportsOf(read, ids, now);
  for (const { accountId, alias } of here) {
    const told = asReporting(
      byAccount.filter((one) => one.accountId === accountId),
      now,
    );
    if (isUnusual(told, "one")) unusual.push(shown(alias, told));
  }
  const branches = new Map<number, number>();
  for (const { branch } of here) if (branch !== null) branches.set(branch, (branches.get(branch) ?? 0) + 1);
  for (const [branch, size] of branches) {
    if (size < SMALLEST_GROUP) continue;
    const members = await read.select({ id: accounts.id }).from(accounts).where(eq(accounts.branch, branch));
    const told = asReporting(
      await reportsOf(
        read,
        members.map((one) => one.id),
        now,
      ),
      now,
    );
    if (isUnusual(told, "group")) unusual.push(shown(null, told));
  }
  return unusual.sort((a, b) => (a.alias ?? 0) - (b.alias ?? 0));
}

const shown = (alias: number | null, { week, decided, noBreach }: Reporting): Unusual => ({
  alias,
  sent: week,
  decided,
  noBreach,
});

type Row = { accountId: number | null; caseId: number; filed: Date; outcome: string | null };

const AT_ONCE = 1_000;

async function reportsOf(read: Reader, accountIds: number[], now: Date): Promise<Row[]> {
  const rows: Row[] = [];
  for (let i = 0; i < accountIds.length; i += AT_ONCE) {
    const some = await read
      .select({
        accountId: reports.reporterAccountId,
        caseId: reports.caseId,
        filed: reports.filed,
        outcome: decisions.outcome,
      })
      .from(reports)
      .innerJoin(cases, eq(cases.id, reports.caseId))
      .leftJoin(decisions, and(eq(decisions.caseId, cases.id), eq(decisions.state, "in-force")))
      .where(
        and(
          inArray(reports.reporterAccountId, accountIds.slice(i, i + AT_ONCE)),
          gte(reports.filed, plus(now, -(WEEKS_BEFORE + 1) * WEEK)),
        ),
      );
    rows.push(...some);
  }
  return rows;
}

function asReporting(rows: Row[], now: Date): Reporting {
  const start = plus(now, -WEEK);
  const week = rows.filter((row) => row.filed >= start).length;
  const decided = rows.filter((row) => row.outcome !== null);
  return {
    week,
    usual: (rows.length - week) / WEEKS_BEFORE,
    decided: decided.length,
    noBreach: decided.filter((row) => row.outcome === "no-breach").length,
  };
}
