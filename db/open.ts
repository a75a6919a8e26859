import { dialect } from "./kit";
import type { Database } from "./types";

/** Opens and migrates the database: `url` names a Postgres server, else `file` is the SQLite database. Run from the project's folder. */
export async function openDatabase({ url, file }: { url?: string; file: string }): Promise<Database> {
  if (dialect === "pg") {
    const { openPg } = await import("./pg");
    return openPg(url!, { migrations: "db/migrations/pg" });
  }
  const { openSqlite } = await import("./sqlite");
  return openSqlite(file, { migrations: "db/migrations/sqlite" });
}
