import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema";
import { DAY, HOUR } from "~/platform/time";

const tables = Object.values(schema).filter((value) => is(value, Table));
const columns = tables.flatMap((table) =>
  Object.entries(getTableColumns(table)).map(([name, column]) => ({
    at: `${getTableName(table)}.${name}`,
    table: getTableName(table),
    name,
    column,
  })),
);

/** Tables in which an account and a pseudonym may stand in one row, each with its reason. */
const BOTH_SIDES: Record<string, string> = {
  blocks: "the owner's account, and a pseudonym of somebody else: never one of their own",
  notifications: "a row is addressed to one or to the other; the table itself refuses both",
};

test("no table holds both an account and a pseudonym, but for those that name two people or only one of both", () => {
  const tellsAccount = (name: string) => /account/i.test(name);
  const tellsPseudonym = (name: string) => /pseudonym|voice/i.test(name);
  const both = tables
    .map(getTableName)
    .filter((table) => columns.some((c) => c.table === table && tellsAccount(c.name)))
    .filter((table) => columns.some((c) => c.table === table && tellsPseudonym(c.name)));
  expect(both.sort()).toEqual(Object.keys(BOTH_SIDES).sort());
});

test("what refers to an account says so in its name, and a foreign key to accounts never stands on the public side", () => {
  const hidden = tables.flatMap((table) =>
    getTableConfig(table as never).foreignKeys.flatMap((key) => {
      const { columns: from, foreignTable } = key.reference();
      return getTableName(foreignTable) === "accounts" && !/account/i.test(from[0]!.name)
        ? [`${getTableName(table)}.${from[0]!.name}`]
        : [];
    }),
  );
  expect(hidden).toEqual([]);
});

/** Deadlines ahead, the only times kept to the minute, and what erases or floors each when it's past. */
const DEADLINES: Record<string, string> = {
  "sessions.expires": "written by the hour, and swept when it's past",
  "sanctions.until": "announced to whoever is bound by it",
  "cases.acknowledgeBy": "emptied when acknowledged",
  "cases.decideBy": "emptied when decided",
  "cases.remindedOf": "emptied when decided; a deadline, not the moment of a reminder",
  "case_messages.answerBy": "emptied when answered, or when the time is over",
  "outside_reports.decideBy": "announced on the receipt, emptied when answered",
  "emergencies.until": "a full hour, so that it tells no minute",
  "topics.calmUntil": "a full hour, so that it tells no minute",
  "cases.leaseUntil": "emptied when the lease ends",
  "invitations.expires": "a full hour, so that it tells no minute; an expired invitation is swept",
  "gatherings.starts": "announced to all, floored to the hour at the end",
  "gatherings.floorUntil": "emptied when the floor is free",
  "gatherings.sweepMessages": "emptied by the sweep",
};

/** How many milliseconds two moments may lie apart and still be stored as one; null for what holds no moment. */
function grain(column: (typeof columns)[number]["column"]): number | null {
  if (column.columnType !== "SQLiteCustomColumn") return null;
  const stored = (ms: number) => column.mapToDriverValue(new Date(ms));
  const start = 20_000 * DAY;
  return [31 * DAY, DAY - 1, HOUR - 1].find((apart) => stored(start) === stored(start + Math.min(apart, DAY))) ?? 0;
}

test("what happened is kept by the hour or coarser; only deadlines ahead are finer", () => {
  const finer = columns.filter(({ column }) => grain(column) === 0).map((c) => c.at);
  expect(finer.sort()).toEqual(Object.keys(DEADLINES).sort());
});

test("the grain of each kind of column is told apart", () => {
  const grains = Object.fromEntries(columns.map(({ at, column }) => [at, grain(column)]));
  expect(grains["accounts.lastSeen"]).toBe(31 * DAY);
  expect(grains["sessions.started"]).toBe(DAY - 1);
  expect(grains["topics.started"]).toBe(HOUR - 1);
  expect(grains["sessions.expires"]).toBe(0);
  expect(grains["topics.title"]).toBeNull();
});

test("no time hides in a column of another kind", () => {
  const timely =
    /^(at|on|when|time|date)$|[a-z](At|On|When|Time|Date|Stamp)$|^(created|updated|written|edited|opened|closed|started|ended)$/;
  /** Whole numbers and flags whose names sound like a time, and what they hold. */
  const harmless = new Set([
    // the count of messages and hands at which the hand went up
    "gathering_seats.handAt",
    // whether, not when
    "posts.edited",
  ]);
  const suspicious = columns
    .filter(({ name, column }) => timely.test(name) && grain(column) === null)
    .map(({ at }) => at)
    .filter((at) => !harmless.has(at));
  expect(suspicious).toEqual([]);
  expect(columns.filter(({ column }) => column.dataType === "date").map((c) => c.at)).toEqual([]);
  expect(columns.filter(({ column }) => /timestamp|serial|identity/i.test(column.columnType)).map((c) => c.at)).toEqual(
    [],
  );
});

/** Tables whose rows are numbered in order because their order is public. */
const NUMBERED = new Set(["agreement_versions.version", "public_log.position"]);

/** Tables that hold one row at most for a row of another table, under its random id. */
const OWNED = new Set([
  "journal_images.entryId",
  "pile_ons.caseId",
  "handler_wishes.pseudonymId",
  "shelters.pseudonymId",
]);

test("every id is random: nothing counts rows", () => {
  const counted = tables.flatMap((table) => {
    const keys = columns.filter(
      (c) => c.table === getTableName(table) && c.column.primary && /int/i.test(c.column.getSQLType()),
    );
    return keys
      .filter(
        ({ column, at, name }) =>
          !NUMBERED.has(at) && !column.defaultFn && !/^(.*A|a)ccountId$/.test(name) && !OWNED.has(at),
      )
      .map(({ at }) => at);
  });
  expect(counted).toEqual([]);
  const { defaultFn } = schema.posts.id;
  const ids = Array.from({ length: 50 }, () => defaultFn!() as number);
  expect(new Set(ids).size).toBe(50);
  expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
});

test("no column is made for what is never kept", () => {
  const never = /address|agent|referr|fingerprint|email|phone|device_?id|browser|location|country|network/i;
  /** Of whoever asked for data, written by a steward; not of anybody here. */
  const ofThoseWhoAsk = "transparency_entries.country";
  expect(columns.filter(({ name, at }) => never.test(name) && at !== ofThoseWhoAsk).map((c) => c.at)).toEqual([]);
});
