import { setTimeout as pause, setImmediate } from "node:timers/promises";
import SqliteConnection from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/sqlite-proxy";
import * as schema from "./schema";
import { inScope, turns, writtenHub } from "./scope";
import type { Database, Reader } from "./types";

type Failure = { code?: string; query?: string; cause?: { code?: string } };
type Method = "run" | "all" | "values" | "get";

const STATEMENTS_KEPT = 500;
const BUSY_MS = 5_000;
/** How long a scrub waits for somebody who reads for long, such as a backup; the next one takes up what it left. */
const SCRUB_MS = 2_000;

const busy = (error: Failure) =>
  (error.cause?.code ?? error.code) === "SQLITE_BUSY" && /begin/i.test(error.query ?? "");

/** drizzle's asynchronous session over a connection in this process, with a bounded cache of prepared statements. */
function session(connection: SqliteConnection.Database) {
  const statements = new Map<string, SqliteConnection.Statement>();
  const prepared = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const made = connection.prepare(text);
    if (made.reader) made.raw(true);
    if (statements.size >= STATEMENTS_KEPT) statements.delete(statements.keys().next().value!);
    statements.set(text, made);
    return made;
  };
  const answer = async (text: string, params: unknown[], method: Method) => {
    const statement = prepared(text);
    if (!statement.reader) {
      statement.run(...params);
      return { rows: [] };
    }
    return { rows: (method === "get" ? statement.get(...params) : statement.all(...params)) as unknown[] };
  };
  // drizzle 0.45 reads `casing` from the third argument only.
  return drizzle(answer as never, (async () => []) as never, { schema, casing: "snake_case" });
}

/**
 * Moves the write-ahead log into the file and empties it; false when somebody still reads from it. It doesn't wait inside
 * SQLite, where the whole process would wait with it.
 */
function emptiedLog(writer: SqliteConnection.Database): boolean {
  writer.pragma("busy_timeout = 0");
  try {
    const [{ busy }] = writer.pragma("wal_checkpoint(TRUNCATE)") as [{ busy: number }];
    return busy === 0;
  } finally {
    writer.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

export type SqliteOptions = { migrations?: string; timeoutMs?: number };

/** Opens the file (made if absent). `migrations`: the folder to apply first. */
export function openSqlite(file: string, { migrations, timeoutMs }: SqliteOptions = {}): Database {
  const connect = (readonly: boolean) => {
    const connection = new SqliteConnection(file, { readonly, timeout: BUSY_MS });
    if (!readonly) {
      connection.pragma("journal_mode = WAL");
      connection.pragma("secure_delete = ON");
    }
    connection.pragma("synchronous = NORMAL");
    connection.pragma("foreign_keys = ON");
    connection.pragma("trusted_schema = OFF");
    return connection;
  };
  const writer = connect(false);
  if (migrations) migrateSqlite(writer, migrations);
  const reader = connect(true);
  const write = session(writer);
  const inTurn = turns();
  const { tell, onWritten } = writtenHub();
  return {
    onWritten,
    read: session(reader) as unknown as Reader,
    transaction: (work) =>
      inScope(
        (body) =>
          inTurn(async () => {
            // better-sqlite3 answers in microtasks: let sockets in between two transactions.
            await setImmediate();
            for (const giveUp = Date.now() + BUSY_MS; ; ) {
              try {
                return await (write.transaction(body as never, { behavior: "immediate" }) as Promise<never>);
              } catch (error) {
                if (!busy(error as Failure) || Date.now() > giveUp) throw error;
                await pause(1 + Math.random() * 4);
              }
            }
          }),
        work,
        tell,
        timeoutMs,
      ),
    scrub: async () => {
      const giveUp = Date.now() + SCRUB_MS;
      while (!(await inTurn(async () => emptiedLog(writer)))) {
        if (Date.now() > giveUp) return false;
        await pause(50);
      }
      return true;
    },
    close: () =>
      inTurn(async () => {
        reader.close();
        writer.close();
      }),
  };
}

/**
 * Applies what is new in `folder`. drizzle's own migrator rebuilds tables with foreign keys on and so deletes their
 * children: here the keys are off, outside the transaction, and checked before the commit. Throws if any would break.
 * `upTo`: the last one to apply.
 */
export function migrateSqlite(connection: SqliteConnection.Database, folder: string, upTo = Number.POSITIVE_INFINITY) {
  connection.pragma("foreign_keys = OFF");
  try {
    connection
      .transaction(() => {
        connection.exec(
          "create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
        );
        const row = connection.prepare("select max(created_at) as at from __drizzle_migrations").get() as {
          at: number | null;
        };
        const fresh = readMigrationFiles({ migrationsFolder: folder }).filter(
          (m) => m.folderMillis > (row.at ?? -1) && m.folderMillis <= upTo,
        );
        // Checking every key of a large community takes seconds, which an ordinary start should not.
        if (!fresh.length) return;
        for (const migration of fresh) {
          for (const statement of migration.sql) connection.exec(statement);
          connection
            .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
            .run(migration.hash, migration.folderMillis);
        }
        const broken = connection.pragma("foreign_key_check") as unknown[];
        if (broken.length) throw new Error(`the migration would break ${broken.length} foreign keys`);
      })
      .immediate();
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}
