import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import SqliteConnection from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type CopiedRow, type CopiedTable, type Filling, refusals, type Snapshot, TOGETHER } from "./copied";
import { migrateSqlite, openSqlite } from "./sqlite";

const MIGRATIONS = "db/migrations/sqlite";
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const marks = (count: number) => Array(count).fill("?").join(", ");

/** Tables with rows of their own: the search index is made again from the posts. */
const OWN_TABLES = `select name from pragma_table_list
  where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> '__drizzle_migrations'
  order by name`;

type Named = { name: string };
/** JSON has no bytes. */
type Bytes = { base64: string };
const toJson = (value: unknown) => (Buffer.isBuffer(value) ? ({ base64: value.toString("base64") } as Bytes) : value);
const fromJson = (value: unknown) =>
  typeof value === "object" && value !== null ? Buffer.from((value as Bytes).base64, "base64") : value;

export async function withSqliteSnapshot<T>(
  file: string,
  without: string[],
  use: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const connection = new SqliteConnection(file, { readonly: true, fileMustExist: true });
  try {
    connection.exec("begin");
    const tables = (connection.prepare(OWN_TABLES).all() as Named[])
      .map(({ name }) => name)
      .filter((name) => !without.includes(name));
    const count = (table: string) =>
      connection
        .prepare(`select count(*) from ${quoted(table)}`)
        .pluck()
        .get() as number;
    const rows = tables.reduce((sum, table) => sum + count(table), 0);
    const migrated = connection.prepare("select max(created_at) from __drizzle_migrations").pluck().get() as number;
    return await use({ migrated, rows, parts: partsOf(connection, tables) });
  } finally {
    connection.close();
  }
}

async function* partsOf(connection: SqliteConnection.Database, tables: string[]) {
  for (const table of tables) {
    const about = connection.pragma(`table_info(${quoted(table)})`) as (Named & { pk: number })[];
    const columns = about.map(({ name }) => name);
    const keys = about
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map(({ name }) => quoted(name));
    yield { table, columns } satisfies CopiedTable;
    const all = connection.prepare(
      `select ${columns.map(quoted).join(", ")} from ${quoted(table)} order by ${keys.join(", ")}`,
    );
    let some: CopiedRow[] = [];
    for (const row of all.raw().iterate() as Iterable<unknown[]>) {
      some.push(row.map(toJson));
      if (some.length < TOGETHER) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }
}

/** Everything is made in a file beside the real one, which it replaces at the very end. */
export async function fillSqlite(
  file: string,
  { migrated, parts }: Pick<Snapshot, "migrated" | "parts">,
  { over, finish }: Filling,
): Promise<void> {
  checkTarget(file, over);
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  if (!known.some(({ folderMillis }) => folderMillis === migrated)) throw refusals.newer();
  const beside = `${file}.restoring`;
  removeAll(beside);
  try {
    const connection = new SqliteConnection(beside);
    try {
      // Until it takes the other's place, nothing of it has to survive a power cut.
      connection.pragma("journal_mode = OFF");
      connection.pragma("synchronous = OFF");
      migrateSqlite(connection, MIGRATIONS, migrated);
      connection.pragma("foreign_keys = OFF");
      await addRows(connection, parts);
      const broken = (connection.pragma("foreign_key_check") as unknown[]).length;
      if (broken > 0) throw refusals.broken(`${broken} rows belong to nothing`);
      const said = connection.pragma("integrity_check", { simple: true });
      if (said !== "ok") throw refusals.broken("its pages don't hold together");
    } finally {
      connection.close();
    }
    const database = openSqlite(beside, { migrations: MIGRATIONS });
    await database.transaction(finish).finally(() => database.close());
    chmodSync(beside, 0o600);
    flush(beside);
    // An old write-ahead log must not be read into the new file.
    for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
    renameSync(beside, file);
    flush(dirname(file));
  } finally {
    removeAll(beside);
  }
}

async function addRows(connection: SqliteConnection.Database, parts: Snapshot["parts"]) {
  connection.exec("begin");
  let add: SqliteConnection.Statement | undefined;
  for await (const part of parts) {
    if (Array.isArray(part)) for (const row of part) add!.run(...row.map(fromJson));
    else {
      const columns = part.columns.map(quoted).join(", ");
      add = connection.prepare(`insert into ${quoted(part.table)} (${columns}) values (${marks(part.columns.length)})`);
    }
  }
  connection.exec("commit");
}

/** Throws when a community is there that nobody said to replace, or when a server holds the file. */
function checkTarget(file: string, over: boolean) {
  if (!existsSync(file)) return;
  const connection = new SqliteConnection(file, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("begin exclusive");
    const made = connection.prepare("select 1 from sqlite_schema where name = 'accounts'").get();
    if (made && !over && connection.prepare("select 1 from accounts limit 1").get()) throw refusals.occupied();
    connection.exec("rollback");
  } catch (error) {
    throw (error as { code?: string }).code === "SQLITE_BUSY" ? refusals.inUse() : error;
  } finally {
    connection.close();
  }
}

const removeAll = (file: string) => {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(file + end, { force: true });
};

function flush(path: string) {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
