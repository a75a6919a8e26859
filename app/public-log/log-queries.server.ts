import { and, asc, desc, eq, lt } from "drizzle-orm";
import { publicLog } from "#db/schema";
import type { Reader } from "#db/types";
import { DAY } from "../platform/time";
import type { Act } from "./acts";
import type { Published } from "./verify";

export const LOG_PAGE = 50;

type Filter = { office?: (typeof publicLog.$inferSelect)["office"]; before?: number };

/** A page of the log, newest first, and whether it goes on. */
export async function logPage(read: Reader, { office, before }: Filter) {
  const rows = await read
    .select({
      position: publicLog.position,
      day: publicLog.day,
      act: publicLog.act,
      office: publicLog.office,
      agreement: publicLog.agreement,
      agreementVersion: publicLog.agreementVersion,
      details: publicLog.details,
      redacted: publicLog.salt,
    })
    .from(publicLog)
    .where(
      and(office && eq(publicLog.office, office), before === undefined ? undefined : lt(publicLog.position, before)),
    )
    .orderBy(desc(publicLog.position))
    .limit(LOG_PAGE + 1);
  return {
    entries: rows.slice(0, LOG_PAGE).map((row) => ({ ...row, act: row.act as Act, redacted: row.redacted === null })),
    goesOn: rows.length > LOG_PAGE,
  };
}

/** The whole log, oldest first, as anyone may check it. Days are whole days since 1970. */
export async function wholeLog(read: Reader): Promise<Published[]> {
  const rows = await read.select().from(publicLog).orderBy(asc(publicLog.position));
  return rows.map((row) => ({ ...row, day: Math.floor(row.day.getTime() / DAY) }));
}
