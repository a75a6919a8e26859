import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { type CopiedTable, type Filling, refusals, type Snapshot, TOGETHER } from "./copied";
import * as schema from "./schema";
import type { Tx } from "./types";

const MIGRATIONS = "db/migrations/pg";
const quoted = (name: string) => pg.escapeIdentifier(name);

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const namesOf = async (client: pg.Client, text: string, values: unknown[] = []) =>
  (await client.query<{ name: string }>(text, values)).rows.map(({ name }) => name);

export function withPgSnapshot<T>(url: string, without: string[], use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return connected(url, async (client) => {
    await client.query("begin isolation level repeatable read, read only");
    const tables = await namesOf(
      client,
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1",
      [without],
    );
    let rows = 0;
    for (const table of tables)
      rows += Number((await client.query(`select count(*) as count from ${quoted(table)}`)).rows[0].count);
    const newest = await client.query("select max(created_at) as at from drizzle.__drizzle_migrations");
    return use({ migrated: Number(newest.rows[0].at), rows, parts: partsOf(client, tables) });
  });
}

/** Every value comes as the text that Postgres itself reads back, whatever its type. */
async function* partsOf(client: pg.Client, tables: string[]) {
  for (const table of tables) {
    const columns = await namesOf(
      client,
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    const keys = await namesOf(
      client,
      `select a.attname as name from pg_index i, unnest(i.indkey) with ordinality k(number, place), pg_attribute a
       where i.indrelid = $1::regclass and i.indisprimary and a.attrelid = i.indrelid and a.attnum = k.number
       order by k.place`,
      [quoted(table)],
    );
    yield { table, columns } satisfies CopiedTable;
    const texts = columns.map((column) => `${quoted(column)}::text`).join(", ");
    await client.query(
      `declare rows no scroll cursor for select ${texts} from ${quoted(table)} order by ${keys.map(quoted).join(", ")}`,
    );
    for (;;) {
      const { rows } = await client.query({ text: `fetch ${TOGETHER} from rows`, rowMode: "array" });
      if (rows.length === 0) break;
      yield rows as unknown[][];
    }
    await client.query("close rows");
  }
}

/** One transaction: tables, rows and what belongs to a restore come into sight together. */
export function fillPg(
  url: string,
  { migrated, parts }: Pick<Snapshot, "migrated" | "parts">,
  { over, finish }: Filling,
): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  if (!known.some(({ folderMillis }) => folderMillis === migrated)) throw refusals.newer();
  return connected(url, async (client) => {
    await checkTarget(client, over);
    await client.query("begin");
    await client.query("drop schema if exists drizzle cascade");
    await client.query("drop schema public cascade");
    await client.query("create schema public");
    await client.query("create schema drizzle");
    await client.query(
      "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
    );
    const apply = async (chosen: typeof known) => {
      for (const migration of chosen) {
        for (const statement of migration.sql) await client.query(statement);
        await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
          migration.hash,
          migration.folderMillis,
        ]);
      }
    };
    await apply(known.filter(({ folderMillis }) => folderMillis <= migrated));
    const keys = await takeForeignKeys(client);
    await addRows(client, parts);
    await giveForeignKeys(client, keys);
    await apply(known.filter(({ folderMillis }) => folderMillis > migrated));
    await finish(drizzle(client, { schema, casing: "snake_case" }) as unknown as Tx);
    await client.query("commit");
    await client.query("analyze");
  });
}

type ForeignKey = { table: string; name: string; words: string };

/** Without foreign keys rows may come in any order; adding the keys again looks at each of them. */
async function takeForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as words
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  return rows;
}

async function giveForeignKeys(client: pg.Client, keys: ForeignKey[]) {
  for (const { table, name, words } of keys) {
    try {
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${words}`);
    } catch (error) {
      throw (error as { code?: string }).code === "23503" ? refusals.broken("some rows belong to nothing") : error;
    }
  }
}

async function addRows(client: pg.Client, parts: Snapshot["parts"]) {
  let text = "";
  for await (const part of parts) {
    if (Array.isArray(part)) await client.query(text, [JSON.stringify(part)]);
    else text = await insertInto(client, part);
  }
}

/** The statement that adds rows given as a JSON array of arrays of texts. */
async function insertInto(client: pg.Client, { table, columns }: CopiedTable): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [quoted(table)],
  );
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  const values = columns.map((column, i) => `(r.v ->> ${i})::${types.get(column) ?? "text"}`).join(", ");
  return `insert into ${quoted(table)} (${columns.map(quoted).join(", ")})
    select ${values} from json_array_elements($1::json) r(v)`;
}

async function checkTarget(client: pg.Client, over: boolean) {
  const others = await client.query(
    "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  if (others.rows.length > 0) throw refusals.inUse();
  const made = await client.query("select to_regclass('public.accounts') is not null as made");
  if (!made.rows[0].made || over) return;
  if ((await client.query("select 1 from public.accounts limit 1")).rows.length > 0) throw refusals.occupied();
}
