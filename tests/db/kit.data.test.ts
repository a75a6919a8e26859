import { getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { expect, test } from "vitest";
import { dialect, kit } from "#db/kit";
import { freshDatabase } from "../support/database";
import { migrationFolder } from "../support/migration-folder";

const { table, id, ref, int, bool, json, hour, day, month, minute, oneOf, text, bytes } = kit;

const kinds = table("kinds", {
  id: id(),
  ref: ref(),
  int: int(),
  bool: bool(),
  json: json<unknown>(),
  hour: hour(),
  day: day(),
  month: month(),
  minute: minute(),
  oneOf: oneOf(["a", "b"]),
  text: text(),
  bytes: bytes(),
});

/** A database with nothing in it but `kinds`. */
function databaseOfKinds() {
  const columns = Object.entries(getTableColumns(kinds)).map(
    ([name, column]) => `"${toSnakeCase(name)}" ${column.getSQLType()}${column.primary ? " primary key" : ""}`,
  );
  const { folder, add } = migrationFolder(dialect);
  add(`create table "kinds" (${columns.join(", ")});`);
  return freshDatabase({ migrations: folder });
}

const at = new Date("2026-05-04T13:47:31.123Z");
const LARGEST_ID = 2 ** 53 - 1;

const values: [string, Partial<typeof kinds.$inferInsert>, unknown][] = [
  ["a reference as large as any id", { ref: LARGEST_ID }, LARGEST_ID],
  ["a whole number below zero", { int: -7 }, -7],
  ["the largest whole number of both engines", { int: 2 ** 31 - 1 }, 2 ** 31 - 1],
  ["yes", { bool: true }, true],
  ["no", { bool: false }, false],
  ["an object", { json: { a: [1, "á", null, { b: false }] } }, { a: [1, "á", null, { b: false }] }],
  ["a bare text as json", { json: "true" }, "true"],
  ["a bare number as json", { json: 7 }, 7],
  ["an hour, and no finer", { hour: at }, new Date("2026-05-04T13:00:00.000Z")],
  ["a day, and no finer", { day: at }, new Date("2026-05-04T00:00:00.000Z")],
  ["a month, and no finer", { month: at }, new Date("2026-05-01T00:00:00.000Z")],
  ["a deadline to the minute", { minute: at }, new Date("2026-05-04T13:47:00.000Z")],
  ["a day before 1970", { day: new Date("1969-12-31T23:59:59.999Z") }, new Date("1969-12-31T00:00:00.000Z")],
  ["a month before 1970", { month: new Date("1969-12-31T23:59:59.999Z") }, new Date("1969-12-01T00:00:00.000Z")],
  ["one of several words", { oneOf: "b" }, "b"],
  ["a text of every kind of letter", { text: "ñ 🌿 '\" \\ %_ \n" }, "ñ 🌿 '\" \\ %_ \n"],
  ["an empty text, which is not nothing", { text: "" }, ""],
  ["bytes", { bytes: Buffer.from([0, 255, 10, 0]) }, Buffer.from([0, 255, 10, 0])],
];

test.each(values)("%s comes back as it went in", async (_, given, expected) => {
  const database = await databaseOfKinds();
  const [returned] = await database.transaction((tx) => tx.insert(kinds).values(given).returning());
  const [row] = await database.read.select().from(kinds);
  expect(row![Object.keys(given)[0] as keyof typeof given]).toEqual(expected);
  expect(returned).toEqual(row);
});

test("what isn't given is null, and an id is made", async () => {
  const database = await databaseOfKinds();
  await database.transaction((tx) => tx.insert(kinds).values({ int: null }));
  const [row] = await database.read.select().from(kinds);
  const { id: made, ...others } = row!;
  expect(Number.isSafeInteger(made)).toBe(true);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
});

test("largest ids and counts come back as numbers", async () => {
  const database = await databaseOfKinds();
  await database.transaction((tx) => tx.insert(kinds).values([{ ref: LARGEST_ID }, { ref: 1 }]));
  const [row] = await database.read
    .select({ largest: sql<number>`max(${kinds.ref})`, many: sql<number>`count(*)` })
    .from(kinds);
  expect(row).toEqual({ largest: LARGEST_ID, many: 2 });
});
