import {
  blob,
  check,
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { newId } from "../app/platform/ids";
import { DAY, HOUR, MINUTE, monthOf, startOfMonth } from "../app/platform/time";

const whole = (unit: number) =>
  customType<{ data: Date; driverData: number }>({
    dataType: () => "integer",
    toDriver: (at) => Math.floor(at.getTime() / unit),
    fromDriver: (n) => new Date(n * unit),
  });
const hours = whole(HOUR);
const days = whole(DAY);
const minutes = whole(MINUTE);
const months = customType<{ data: Date; driverData: number }>({
  dataType: () => "integer",
  toDriver: monthOf,
  fromDriver: startOfMonth,
});

export const table = sqliteTable;
/** Random, so that neither its value nor the order of rows tells what came first. */
export const id = () => integer().primaryKey().$defaultFn(newId);
export const ref = () => integer();
export const int = () => integer();
export const bool = () => integer({ mode: "boolean" });
export const json = <T>() => text({ mode: "json" }).$type<T>();
/** The hour in which something was done: the column cannot hold more. */
export const hour = () => hours();
/** The day (UTC) of something done. */
export const day = () => days();
/** The month (UTC) of something done. */
export const month = () => months();
/** A deadline ahead, to the minute; erased when past. Never for past deeds. */
export const minute = () => minutes();
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  text({ enum: values as unknown as [T[number], ...T[number][]] });
export const bytes = () => blob({ mode: "buffer" });
export { check, index, primaryKey, text, unique, uniqueIndex };
