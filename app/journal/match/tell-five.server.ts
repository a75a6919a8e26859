import { randomInt } from "node:crypto";
import { and, count, eq, gt, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { accounts, matches, matchVoices, namings, sanctions } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { spendOnce } from "../../accounts/spend-once.server";
import { newId } from "../../platform/ids";
import { DAY, plus } from "../../platform/time";
import { linksOfAccounts } from "../../pseudonyms/sealed-link.server";
import { originsOf } from "../../reports/origin-queries.server";
import type { Site } from "../../site/site";
import { NEEDED, RESTS, whomToTell } from "./match-rule";
import { accountIn, sealAccount, spentNaming } from "./naming.server";

/** How long those who were told have for each other. */
const LASTS = 30 * DAY;

/** For so long an organisation that led to others can't be named again by the same account: nobody lies in wait with one name. */
const SPENT = 365 * DAY;

/**
 * Lets namings rest, and tells five wherever the rule is met, one match for an organisation at a time. Safe to run late,
 * twice, and in several processes at once.
 */
export async function tellFive(site: Site, now: Date): Promise<void> {
  const { database } = site;
  await database.transaction((tx) =>
    tx
      .update(namings)
      .set({ rests: null })
      .where(lte(namings.rests, plus(now, -RESTS))),
  );
  const often = await database.read
    .select({ organisation: namings.organisation })
    .from(namings)
    .where(isNull(namings.rests))
    .groupBy(namings.organisation)
    .having(gte(count(), NEEDED));
  for (const { organisation } of often) {
    // Most of what is named often never meets the rule: that is found out while nobody waits to write.
    if (!(await toTell(database.read, organisation, now))) continue;
    await database.transaction((tx) => tell(tx, organisation, now));
  }
}

type Row = typeof namings.$inferSelect;

/** Those five whom the rule says to tell, each with the account behind it; null when it isn't met. */
async function toTell(read: Reader, organisation: string, now: Date): Promise<(Row & { accountId: number })[] | null> {
  const rows = (
    await read
      .select()
      .from(namings)
      .where(and(eq(namings.organisation, organisation), isNull(namings.rests)))
  ).map((row) => ({ ...row, accountId: accountIn(row) }));
  const accountIds = rows.map((row) => row.accountId);
  const [origins, people, sanctioned] = [
    await originsOf(read, accountIds),
    await peopleOf(read, accountIds),
    await sanctionedOf(read, accountIds, now),
  ];
  const counting = rows.flatMap(({ id, accountId }) => {
    const [origin, person] = [origins.get(accountId), people.get(accountId)];
    if (!origin || !person || person.younger) return [];
    const rested = plus(now, -RESTS);
    return [{ id, origin, standing: person.standing, sanctioned: sanctioned.has(accountId), named: rested }];
  });
  const ids = whomToTell(counting, now);
  return ids && rows.filter(({ id }) => ids.includes(id));
}

async function peopleOf(read: Reader, accountIds: number[]) {
  const rows = await read
    .select({ id: accounts.id, standing: accounts.standing, younger: accounts.younger })
    .from(accounts)
    .where(inArray(accounts.id, accountIds));
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

/** Which of these accounts a sanction binds now, on whichever of their names. */
async function sanctionedOf(read: Reader, accountIds: number[], now: Date): Promise<Set<number>> {
  const links = await linksOfAccounts(read, accountIds);
  const live = await read
    .select({ pseudonymId: sanctions.pseudonymId })
    .from(sanctions)
    .where(
      and(
        inArray(
          sanctions.pseudonymId,
          links.map((link) => link.pseudonymId),
        ),
        isNull(sanctions.lifted),
        or(isNull(sanctions.until), gt(sanctions.until, now)),
      ),
    );
  const bound = new Set(live.map((row) => row.pseudonymId));
  return new Set(links.filter((link) => bound.has(link.pseudonymId)).map((link) => link.accountId));
}

/** Turns five namings into five voices of a match. They're spent with it. */
async function tell(tx: Tx, organisation: string, now: Date): Promise<void> {
  const told = await toTell(tx, organisation, now);
  if (!told) return;
  const matchId = newId();
  await tx.insert(matches).values({ id: matchId, until: plus(now, LASTS) });
  for (const [i, { accountId, owner, name }] of shuffled(told).entries()) {
    const id = newId();
    const voice = { id, matchId, alias: i + 1, owner, name, sealed: sealAccount(id, accountId) };
    await tx.insert(matchVoices).values(voice);
    await spendOnce(tx, "naming", spentNaming(accountId, organisation), SPENT, now);
  }
  await tx.delete(namings).where(
    inArray(
      namings.id,
      told.map(({ id }) => id),
    ),
  );
}

function shuffled<T>(all: T[]): T[] {
  const left = [...all];
  return all.map(() => left.splice(randomInt(left.length), 1)[0]!);
}
