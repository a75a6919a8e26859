import { and, count, eq, inArray } from "drizzle-orm";
import { accounts, circleMembers, leftBehind } from "#db/schema";
import type { Reader } from "#db/types";
import { linksOfAccounts } from "../pseudonyms/sealed-link.server";
import { arrivalBursts } from "./arrival-bursts";
import type { Origin, SharedCircle } from "./independence";

const AT_ONCE = 1_000;
const inParts = <T>(all: T[]) =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));

/** Where accounts come from: for the software's own counting. Nothing of it is shown but how many voices there are. */
export async function originsOf(read: Reader, accountIds: number[]): Promise<Map<number, Origin>> {
  const ids = [...new Set(accountIds)];
  if (!ids.length) return new Map();
  const bursts = await readBursts(read);
  const circles = await readCircles(read, ids);
  const origins = new Map<number, Origin>();
  for (const part of inParts(ids)) {
    const rows = await read
      .select({ id: accounts.id, branch: accounts.branch, joinedWeek: accounts.joinedWeek })
      .from(accounts)
      .where(inArray(accounts.id, part));
    for (const { id, branch, joinedWeek } of rows) {
      const burst = bursts.get(joinedWeek) ?? null;
      origins.set(id, { account: id, branch, joinedWeek, burst, circles: circles.get(id) ?? [] });
    }
  }
  return origins;
}

/** What reporters who left have left behind of where they came from, by case. */
export async function originsLeftBehind(read: Reader, caseIds: number[]): Promise<Map<number, Origin[]>> {
  const byCase = new Map<number, Origin[]>();
  if (!caseIds.length) return byCase;
  const rows = await read
    .select({ caseId: leftBehind.caseId, branch: leftBehind.branch, joinedWeek: leftBehind.joinedWeek })
    .from(leftBehind)
    .where(and(inArray(leftBehind.caseId, caseIds), eq(leftBehind.side, "reporter")));
  if (!rows.length) return byCase;
  const bursts = await readBursts(read);
  for (const { caseId, branch, joinedWeek } of rows) {
    const origin = { branch, joinedWeek, burst: bursts.get(joinedWeek) ?? null };
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), origin]);
  }
  return byCase;
}

/** What share of all accounts (0 to 1) has the same branch, joining week or burst of arrivals. */
export async function communityShares(read: Reader) {
  const byBranch = await read
    .select({ value: accounts.branch, accounts: count() })
    .from(accounts)
    .groupBy(accounts.branch);
  const byWeek = await read
    .select({ value: accounts.joinedWeek, accounts: count() })
    .from(accounts)
    .groupBy(accounts.joinedWeek);
  const arrivals = new Map(byWeek.map((row) => [row.value, Number(row.accounts)]));
  const all = Math.max(
    1,
    [...arrivals.values()].reduce((a, b) => a + b, 0),
  );
  const branches = new Map(byBranch.map((row) => [row.value, Number(row.accounts)]));
  const bursts = new Map<number, number>();
  for (const [week, burst] of arrivalBursts(arrivals))
    bursts.set(burst, (bursts.get(burst) ?? 0) + arrivals.get(week)!);
  const counts = { branch: branches, joinedWeek: arrivals, burst: bursts };
  return (kind: keyof typeof counts, value: number) => ((counts[kind] as Map<number, number>).get(value) ?? 0) / all;
}

async function readBursts(read: Reader) {
  const rows = await read
    .select({ week: accounts.joinedWeek, arrivals: count() })
    .from(accounts)
    .groupBy(accounts.joinedWeek);
  return arrivalBursts(new Map(rows.map(({ week, arrivals }) => [week, Number(arrivals)])));
}

/** The circles that accounts are in under any of their names, each with how many it holds. */
async function readCircles(read: Reader, accountIds: number[]): Promise<Map<number, SharedCircle[]>> {
  const owners = new Map<number, number>();
  for (const part of inParts(accountIds))
    for (const { accountId, pseudonymId } of await linksOfAccounts(read, part)) owners.set(pseudonymId, accountId);
  const seats: { spaceId: number; pseudonymId: number }[] = [];
  for (const part of inParts([...owners.keys()])) {
    const rows = await read
      .select({ spaceId: circleMembers.spaceId, pseudonymId: circleMembers.pseudonymId })
      .from(circleMembers)
      .where(and(inArray(circleMembers.pseudonymId, part), eq(circleMembers.state, "in")));
    seats.push(...rows);
  }
  if (!seats.length) return new Map();
  const sizes = await read
    .select({ id: circleMembers.spaceId, size: count() })
    .from(circleMembers)
    .where(
      and(
        inArray(circleMembers.spaceId, [...new Set(seats.map((seat) => seat.spaceId))]),
        eq(circleMembers.state, "in"),
      ),
    )
    .groupBy(circleMembers.spaceId);
  const sizeOf = new Map(sizes.map(({ id, size }) => [id, Number(size)]));
  const byAccount = new Map<number, Map<number, SharedCircle>>();
  for (const { spaceId, pseudonymId } of seats) {
    const accountId = owners.get(pseudonymId)!;
    const own = byAccount.get(accountId) ?? new Map<number, SharedCircle>();
    byAccount.set(accountId, own.set(spaceId, { id: spaceId, size: sizeOf.get(spaceId) ?? 0 }));
  }
  return new Map([...byAccount].map(([accountId, own]) => [accountId, [...own.values()]]));
}
