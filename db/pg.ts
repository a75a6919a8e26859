import { getTableName, is, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { PgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import * as schema from "./schema";
import { inScope, turns, writtenHub } from "./scope";
import type { Database } from "./types";

/** Advisory lock numbers: any two that nothing else in the database uses. */
const MIGRATING = 7_310_001;
const WRITING = 7_310_002;

export type PgOptions = { migrations?: string; timeoutMs?: number; connections?: number };

// Whole numbers beyond 2^31 (ids, counts) come as text from the driver; ids stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens `url`: one connection that writes, and a pool that the server itself keeps from writing. Writers of all processes
 * take turns through one advisory lock, exactly as on SQLite, and never queue behind slow readers.
 */
export async function openPg(
  url: string,
  { migrations, timeoutMs, connections = 10 }: PgOptions = {},
): Promise<Database> {
  const connect = (max: number, options?: string) => {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      options,
      idle_in_transaction_session_timeout: 10_000,
      statement_timeout: 30_000,
    });
    // A connection that the server ends while idle must not end this process; the next query gets a fresh one.
    pool.on("error", () => {});
    return pool;
  };
  const writer = connect(1);
  if (migrations) await migratePg(writer, migrations);
  const reader = connect(connections, "-c default_transaction_read_only=on");
  const write = drizzle(writer, { schema, casing: "snake_case" });
  const inTurn = turns();
  const { tell, onWritten } = writtenHub();
  return {
    onWritten,
    read: drizzle(reader, { schema, casing: "snake_case" }) as unknown as Database["read"],
    transaction: (work) =>
      inScope(
        (body) =>
          inTurn(
            () =>
              write.transaction(async (tx) => {
                await tx.execute(sql`select pg_advisory_xact_lock(${WRITING})`);
                return body(tx);
              }) as Promise<never>,
          ),
        work,
        tell,
        timeoutMs,
      ),
    scrub: shared(() => vacuum(url)),
    close: async () => {
      await Promise.all([reader.end(), writer.end()]);
    },
  };
}

const everyTable = Object.values(schema as Record<string, unknown>)
  .flatMap((one) => (is(one, PgTable) ? [`"${getTableName(one)}"`] : []))
  .join(", ");

/**
 * Gives the room of deleted rows back, so that no reader of the tables finds them. It has a connection of its own, because
 * it can't be part of a transaction and nobody should wait for it. Whoever holds a table keeps it until the next time.
 */
async function vacuum(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, statement_timeout: 600_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(`vacuum (skip_locked) ${everyTable}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** While one goes on, whoever asks waits for one that begins after it: many who ask at once share it. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= running.then(async () => {
      next = undefined;
      const mine = work();
      running = mine;
      return mine;
    });
    return next;
  };
}

/** Several processes boot at once: one migrates, the others wait. */
export async function migratePg(pool: pg.Pool, folder: string) {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATING]).catch(() => {});
    client.release();
  }
}
