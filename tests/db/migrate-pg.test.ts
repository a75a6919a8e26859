import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { migratePg } from "#db/pg";
import { emptyPg } from "../support/database";
import { migrationFolder } from "../support/migration-folder";

async function pools(many: number) {
  const { url, drop } = await emptyPg();
  const made = Array.from({ length: many }, () => new pg.Pool({ connectionString: url, max: 2 }));
  // Dropping the database ends connections that are on their way out already.
  for (const pool of made) pool.on("error", () => {});
  onTestFinished(async () => {
    await Promise.all(made.map((pool) => pool.end()));
    await drop();
  });
  return made as [pg.Pool, ...pg.Pool[]];
}

const applied = async (pool: pg.Pool) =>
  Number((await pool.query("select count(*) from drizzle.__drizzle_migrations")).rows[0].count);

test("three processes that boot at once migrate once", async () => {
  const all = await pools(3);
  await Promise.all(all.map((pool) => migratePg(pool, "db/migrations/pg")));
  const { entries } = JSON.parse(readFileSync("db/migrations/pg/meta/_journal.json", "utf8")) as { entries: unknown[] };
  expect(await applied(all[0])).toBe(entries.length);
  await migratePg(all[0], "db/migrations/pg");
  expect(await applied(all[0])).toBe(entries.length);
});

test("a migration that breaks half-way leaves nothing behind, and frees those who wait", async () => {
  const [one, two] = (await pools(2)) as [pg.Pool, pg.Pool];
  const { folder, add } = migrationFolder("pg");
  add("create table kept (id bigint primary key)");
  await migratePg(one, folder);
  add("create table later (id bigint primary key)", "this is no SQL");
  await expect(migratePg(one, folder)).rejects.toThrow();
  await expect(migratePg(two, folder)).rejects.toThrow();
  const { rows } = await one.query("select tablename from pg_tables where schemaname = 'public'");
  expect(rows).toEqual([{ tablename: "kept" }]);
});
