import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { dialect } from "#db/kit";
import type { Database } from "#db/types";
import { newId } from "~/platform/ids";

/** `migrations`: a folder to start from instead of the community's own tables. */
type Options = { timeoutMs?: number; migrations?: string };

export type TestDatabase = Database & {
  /** Where SQLite keeps it; null on Postgres. */
  file: string | null;
  /** Where Postgres keeps it; null on SQLite. */
  url: string | null;
  /** One more handle on the same database, as another process would open it. */
  another(): Promise<Database>;
};

/** A fresh, migrated database of the engine under test, gone when the test is over. */
export const freshDatabase = (options: Options = {}): Promise<TestDatabase> =>
  dialect === "pg" ? freshPg(options) : freshSqlite(options);

async function freshSqlite({ timeoutMs, migrations }: Options): Promise<TestDatabase> {
  const { openSqlite } = await import("#db/sqlite");
  const folder = mkdtempSync(join(tmpdir(), "understory-db-"));
  const file = join(folder, "understory.db");
  if (!migrations) copyFileSync(inject("sqliteTemplate"), file);
  const handles = [openSqlite(file, { timeoutMs, migrations })];
  onTestFinished(async () => {
    for (const handle of handles) await handle.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const another = async () => {
    const handle = openSqlite(file, { timeoutMs });
    handles.push(handle);
    return handle;
  };
  return { ...handles[0]!, file, url: null, another };
}

async function freshPg({ timeoutMs, migrations }: Options): Promise<TestDatabase> {
  const { openPg } = await import("#db/pg");
  const { template } = inject("pg")!;
  const { url, drop } = await emptyPg(migrations ? undefined : template);
  const handles = [await openPg(url, { timeoutMs, migrations, connections: 3 })];
  onTestFinished(async () => {
    for (const handle of handles) await handle.close();
    await drop();
  });
  const another = async () => {
    const handle = await openPg(url, { timeoutMs, connections: 3 });
    handles.push(handle);
    return handle;
  };
  return { ...handles[0]!, file: null, url, another };
}

/** A new database on the run's Postgres server: a copy of `template`, or empty. The caller drops it. */
export async function emptyPg(template?: string) {
  const at = new URL(inject("pg")!.url);
  const name = `test_${newId()}`;
  const asAdmin = async (text: string) => {
    const admin = new pg.Client({ connectionString: inject("pg")!.url });
    await admin.connect();
    await admin.query(text);
    await admin.end();
  };
  await asAdmin(`create database ${name}${template ? ` template ${template} strategy file_copy` : ""}`);
  at.pathname = `/${name}`;
  return { url: at.href, drop: () => asAdmin(`drop database ${name} with (force)`) };
}
