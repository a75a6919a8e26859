import { getTableColumns, getTableName, is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { PgTable } from "drizzle-orm/pg-core";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "#db/schema";

/** A table as the database has it: `key` is its name in the code, `columns` in the database's spelling and the code's. */
export type StoredTable = { key: string; name: string; columns: { key: string; name: string }[] };

/** Every table and column that exists, read from the schema itself, so that none can be left out. */
export const storedTables: StoredTable[] = Object.entries(schema)
  .flatMap(([key, value]) => (is(value, SQLiteTable) || is(value, PgTable) ? [{ key, table: value as PgTable }] : []))
  .map(({ key, table }) => ({
    key,
    name: getTableName(table),
    columns: Object.keys(getTableColumns(table)).map((column) => ({ key: column, name: toSnakeCase(column) })),
  }))
  .sort((a, b) => a.name.localeCompare(b.name));
