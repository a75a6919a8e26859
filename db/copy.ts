import type { Filling, Place, Snapshot } from "./copied";
import { dialect } from "./kit";

/**
 * Hands `use` everything that is stored at one moment, but the tables in `without`, while others go on writing. Rows come
 * in the order of their keys, so that a copy says nothing of the order in which they were written.
 */
export async function withSnapshot<T>(place: Place, without: string[], use: (snapshot: Snapshot) => Promise<T>) {
  if (dialect === "pg") return (await import("./copy.pg")).withPgSnapshot(place.url!, without, use);
  return (await import("./copy.sqlite")).withSqliteSnapshot(place.file, without, use);
}

/**
 * Fills a database with a copy, all of it or nothing: brings the tables to where the copy was made, adds the rows, checks
 * keys and pages, and migrates on. Throws when somebody uses the database, when there are accounts in it and `over` is
 * false, and when the copy comes from a newer version.
 */
export async function fillDatabase(place: Place, snapshot: Pick<Snapshot, "migrated" | "parts">, filling: Filling) {
  if (dialect === "pg") return (await import("./copy.pg")).fillPg(place.url!, snapshot, filling);
  return (await import("./copy.sqlite")).fillSqlite(place.file, snapshot, filling);
}
