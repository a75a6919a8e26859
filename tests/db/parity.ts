import type { InferSelectModel } from "drizzle-orm";
import * as pg from "#db/kit.pg";
import * as sqlite from "#db/kit.sqlite";

/*
 * Nothing here runs: the compiler proves that every column kind gives the same TypeScript value on both engines, which
 * is what lets db/kit.ts type both as one.
 */

const onPg = pg.table("kinds", {
  id: pg.id(),
  ref: pg.ref(),
  sure: pg.ref().notNull(),
  int: pg.int().notNull(),
  bool: pg.bool().notNull(),
  json: pg.json<{ a: 1 }>(),
  hour: pg.hour().notNull(),
  day: pg.day(),
  month: pg.month(),
  minute: pg.minute(),
  kind: pg.oneOf(["a", "b"]).notNull(),
  text: pg.text().notNull(),
  bytes: pg.bytes(),
});

const onSqlite = sqlite.table("kinds", {
  id: sqlite.id(),
  ref: sqlite.ref(),
  sure: sqlite.ref().notNull(),
  int: sqlite.int().notNull(),
  bool: sqlite.bool().notNull(),
  json: sqlite.json<{ a: 1 }>(),
  hour: sqlite.hour().notNull(),
  day: sqlite.day(),
  month: sqlite.month(),
  minute: sqlite.minute(),
  kind: sqlite.oneOf(["a", "b"]).notNull(),
  text: sqlite.text().notNull(),
  bytes: sqlite.bytes(),
});

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const rowsAgree: Same<InferSelectModel<typeof onPg>, InferSelectModel<typeof onSqlite>> = true;
export const insertsAgree: Same<typeof onPg.$inferInsert, typeof onSqlite.$inferInsert> = true;
export const kitsAgree: Same<keyof typeof pg, keyof typeof sqlite> = true;
