import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
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
const byteArray = customType<{ data: Buffer; default: false }>({ dataType: () => "bytea" });

/** drizzle's own `jsonb` parses a text a second time, so that a name like "1984" would come back as a number. */
const parsedOnce = <T>() =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
  })();

export const table = pgTable;
/** Random, so that neither its value nor the order of rows tells what came first. */
export const id = () => bigint({ mode: "number" }).primaryKey().$defaultFn(newId);
export const ref = () => bigint({ mode: "number" });
export const int = () => integer();
export const bool = () => boolean();
export const json = <T>() => parsedOnce<T>();
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
export const bytes = () => byteArray();
export { check, index, primaryKey, text, unique, uniqueIndex };
