import pg from "pg";

/** Rows of a table of counts that no log is written for: a key, and bytes that only whoever wrote them can read. */
export type Tallies = {
  /**
   * Hands over what is held under these keys, and writes what `work` answers (null: nothing). Nobody else comes between,
   * in any process. `until`: the hour after which it may be forgotten. Throws when the store doesn't answer within two seconds.
   */
  change(
    keys: string[],
    work: (held: ReadonlyMap<string, Buffer>) => { put: ReadonlyMap<string, Buffer>; until: Date } | null,
  ): Promise<void>;
  /** Forgets what is over by `now`. */
  sweep(now: Date): Promise<void>;
  /** Forgets everything. */
  empty(): Promise<void>;
  close(): Promise<void>;
};

/** The first half of the advisory locks, whose second half is a part of a key. */
const COUNTING = 7_310_003;
const PATIENCE = 2_000;

const lockOf = (key: string) => Buffer.from(key, "base64url").readInt32BE(0);

/**
 * Opens the table of counts on Postgres, and makes it where it isn't there. It's unlogged: the write-ahead log, its archives and
 * replicas never have a row of it, a crash empties it, and backups pass it by.
 */
export async function openTallies(url: string): Promise<Tallies> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    options: "-c synchronous_commit=off",
    statement_timeout: PATIENCE,
    connectionTimeoutMillis: PATIENCE,
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on("error", () => {});
  // Several processes boot at once: one makes it.
  await pool.query(`select pg_advisory_xact_lock(${COUNTING}, 0); create unlogged table if not exists limit_tallies
    (key text primary key, tally bytea not null, until timestamptz not null)`);

  return {
    async change(keys, work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        // Whole numbers of our own making; in order, so that nobody waits in a circle.
        const locks = [...new Set(keys.map(lockOf))].sort((a, b) => a - b);
        await client.query(
          `begin; ${locks.map((lock) => `select pg_advisory_xact_lock(${COUNTING}, ${lock});`).join(" ")}`,
        );
        const { rows } = await client.query<{ key: string; tally: Buffer }>(
          "select key, tally from limit_tallies where key = any($1)",
          [keys],
        );
        const change = work(new Map(rows.map(({ key, tally }) => [key, tally])));
        if (change)
          await client.query(
            `insert into limit_tallies (key, tally, until) select *, $3::timestamptz from unnest($1::text[], $2::bytea[])
             on conflict (key) do update set tally = excluded.tally, until = greatest(limit_tallies.until, excluded.until)`,
            [[...change.put.keys()], [...change.put.values()], change.until],
          );
        await client.query("commit");
      } catch (error) {
        broken = error as Error;
        throw error;
      } finally {
        // A connection in the middle of something is closed, which undoes it.
        client.release(broken);
      }
    },
    async sweep(now) {
      await pool.query("delete from limit_tallies where until <= $1", [now]);
    },
    async empty() {
      await pool.query("truncate limit_tallies");
    },
    close: () => pool.end(),
  };
}
