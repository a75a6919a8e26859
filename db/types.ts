import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

type Engine = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Reads outside a transaction: on SQLite a read-only connection, on Postgres the pool. */
export type Reader = Pick<Engine, "select" | "selectDistinct" | "query" | "$count" | "with" | "$with">;

/** The handle inside a transaction. Dead as soon as the transaction is over. */
export type Tx = Reader &
  Pick<Engine, "insert" | "update" | "delete"> & {
    /** Work whose failure undoes only itself; nests. */
    savepoint<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
    /** Runs once, after COMMIT, never after a rollback. What the outside world sees belongs here. */
    afterCommit(effect: () => unknown): void;
  };

/** Told the names of the tables that a committed transaction wrote. */
export type Written = (tables: ReadonlySet<string>) => void;

export interface Database {
  readonly read: Reader;
  /** Writers take turns, so `work` may read, decide and write without retries. Throws what `work` throws, having undone everything. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Hears of every commit of this process that wrote anything. Answers the way to stop hearing. */
  onWritten(listener: Written): () => void;
  /**
   * Makes what was deleted unreadable in the files too. SQLite: empties the write-ahead log, unless somebody reads for
   * longer than it waits. Postgres: VACUUM, which frees the room and doesn't overwrite it. False when
   * it couldn't: what it left is taken up by the next one, and never a reason to refuse whoever removed something.
   */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}
