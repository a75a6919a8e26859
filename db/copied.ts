import type { Tx } from "./types";

/** Where a database is: `url` names a Postgres server, else `file` is the SQLite database. */
export type Place = { url?: string; file: string };

/** A table as a copy lists it; its rows follow as arrays in the order of `columns`. */
export type CopiedTable = { table: string; columns: string[] };
export type CopiedRow = unknown[];

/** One moment of a database. `migrated`: the newest migration it knows. `rows`: how many will come. */
export type Snapshot = { migrated: number; rows: number; parts: AsyncIterable<CopiedTable | CopiedRow[]> };

/** How many rows come at once. */
export const TOGETHER = 500;

/** `over`: replace what is there. `finish`: what else has to be written before the copy counts as restored. */
export type Filling = { over: boolean; finish: (tx: Tx) => Promise<void> };

/** A reason for which a copy can't be restored, in words for whoever runs the server. */
export class CopyRefused extends Error {}

export const refusals = {
  inUse: () => new CopyRefused("Something is still using the database. Stop the forum first, then try again."),
  occupied: () => new CopyRefused("There is a community here already. To put the backup in its place, add --over."),
  newer: () => new CopyRefused("This backup comes from a newer version of Understory. Update this folder first."),
  broken: (what: string) => new CopyRefused(`The backup is damaged (${what}), so nothing was changed.`),
};
