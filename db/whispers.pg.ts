import pg from "pg";

/** One connection on which processes tell each other things that are in no table, and hold locks for as long as they live. */
export type Whispers = {
  say(words: string): Promise<void>;
  /** Takes a lock for this process if nobody else has it in a way that shuts this one out. Goes with the connection. */
  tryLock(name: number, how: "alone" | "shared"): Promise<boolean>;
  unlock(name: number, how: "alone" | "shared"): Promise<void>;
  close(): Promise<void>;
};

const CHANNEL = "understory_limits";
/** The first half of the advisory locks. */
const HOLDING = 7_310_004;

/** Opens it. `hear` gets what is said, also by this process itself; `lost` is told when the connection ended by itself. */
export async function openWhispers(
  url: string,
  { hear, lost }: { hear(words: string): void; lost(): void },
): Promise<Whispers> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  let closing = false;
  client.on("error", () => {});
  client.on("end", () => {
    if (!closing) lost();
  });
  client.on("notification", ({ channel, payload }) => {
    if (channel === CHANNEL && payload) hear(payload);
  });
  await client.connect();
  await client.query(`listen ${CHANNEL}`);
  const suffix = (how: "alone" | "shared") => (how === "shared" ? "_shared" : "");
  return {
    async say(words) {
      await client.query("select pg_notify($1, $2)", [CHANNEL, words]);
    },
    async tryLock(name, how) {
      const { rows } = await client.query<{ got: boolean }>(
        `select pg_try_advisory_lock${suffix(how)}($1, $2) as got`,
        [HOLDING, name],
      );
      return rows[0]!.got;
    },
    async unlock(name, how) {
      await client.query(`select pg_advisory_unlock${suffix(how)}($1, $2)`, [HOLDING, name]);
    },
    async close() {
      closing = true;
      await client.end();
    },
  };
}
