import { getTableColumns } from "drizzle-orm";
import type { accounts } from "#db/schema";
import * as schema from "#db/schema";
import { storedTables } from "~/retention/hand-over.server";
import type { World } from "../support/world";

type Row = Record<string, unknown>;
const tables = new Map(Object.entries(schema));
const tableOf = (key: string) => tables.get(key) as typeof accounts;
const plain = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : (JSON.stringify(value) ?? "");

/** Everything in the database, as `table.column: value`. */
export async function everything(world: World) {
  const found: { column: string; table: string; text: string }[] = [];
  for (const { key } of storedTables) {
    const rows = (await world.read.select().from(tableOf(key))) as Row[];
    for (const row of rows)
      for (const column of Object.keys(getTableColumns(tableOf(key))))
        found.push({ table: key, column: `${key}.${column}`, text: plain(row[column]) });
  }
  return found;
}

const holds = (text: string, needle: string | number) =>
  typeof needle === "number" ? text === String(needle) : text.includes(needle);

/** Where any of these stand now. */
export async function placesOf(world: World, needles: (string | number)[]) {
  const all = await everything(world);
  return [
    ...new Set(all.filter(({ text }) => needles.some((one) => holds(text, one))).map(({ column }) => column)),
  ].sort();
}
