import { join } from "node:path";
import SqliteConnection from "better-sqlite3";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrateSqlite } from "#db/sqlite";
import { migrationFolder } from "../support/migration-folder";

/** A parent and a child that goes when the parent goes, with a row in each. */
function family() {
  const { folder, add } = migrationFolder("sqlite");
  add(
    "create table parents (id integer primary key, name text)",
    "create table children (id integer primary key, parent_id integer not null references parents(id) on delete cascade)",
  );
  const connection = new SqliteConnection(join(folder, "family.db"));
  onTestFinished(() => void connection.close());
  migrateSqlite(connection, folder);
  connection.exec("insert into parents values (1, 'a'); insert into children values (10, 1);");
  return { folder, add, connection };
}

const count = (connection: SqliteConnection.Database, table: string) =>
  (connection.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;

test("rebuilding a table keeps the rows that hang on it", () => {
  const { folder, add, connection } = family();
  add(
    "PRAGMA foreign_keys=OFF;",
    "create table __new_parents (id integer primary key, name text not null)",
    "insert into __new_parents select id, name from parents",
    "drop table parents",
    "alter table __new_parents rename to parents",
    "PRAGMA foreign_keys=ON;",
  );
  migrateSqlite(connection, folder);
  expect([count(connection, "parents"), count(connection, "children")]).toEqual([1, 1]);
  expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a migration that would leave a row hanging on nothing is refused, and nothing of it stays", () => {
  const { folder, add, connection } = family();
  add("create table later (id integer primary key)", "delete from parents");
  expect(() => migrateSqlite(connection, folder)).toThrow("would break 1 foreign keys");
  expect([count(connection, "parents"), count(connection, "children")]).toEqual([1, 1]);
  expect(() => count(connection, "later")).toThrow("no such table");
  expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a migration that breaks half-way leaves nothing behind", () => {
  const { folder, add, connection } = family();
  add("create table later (id integer primary key)", "this is no SQL");
  expect(() => migrateSqlite(connection, folder)).toThrow("syntax error");
  expect(() => count(connection, "later")).toThrow("no such table");
});

test("applying the migrations again changes nothing", () => {
  const { folder, connection } = family();
  migrateSqlite(connection, folder);
  migrateSqlite(connection, folder);
  expect([count(connection, "parents"), count(connection, "__drizzle_migrations")]).toEqual([1, 1]);
});

test("the community's own migrations leave no row hanging, and keep every trigger that feeds the search", () => {
  const connection = new SqliteConnection(inject("sqliteTemplate"), { readonly: true });
  onTestFinished(() => void connection.close());
  expect(connection.pragma("foreign_key_check")).toEqual([]);
  expect(connection.pragma("integrity_check", { simple: true })).toBe("ok");
  const triggers = connection.prepare("select name from sqlite_master where type = 'trigger' order by name").pluck();
  const expected = ["post", "topic"].flatMap((kind) =>
    ["added", "changed", "erased"].map((when) => `${kind}_words_${when}`),
  );
  expect(triggers.all()).toEqual(expect.arrayContaining(expected));
});
