import { asc, desc } from "drizzle-orm";
import { publicLog, transparencyCorrections, transparencyEntries } from "#db/schema";
import type { Reader } from "#db/types";
import type { ShownEntry } from "./entry";

/** Every entry, the newest day first, each with what was added to it in order. */
export async function readEntries(read: Reader): Promise<ShownEntry[]> {
  const rows = await read
    .select()
    .from(transparencyEntries)
    .orderBy(desc(transparencyEntries.day), desc(transparencyEntries.bump));
  const added = await read.select().from(transparencyCorrections).orderBy(asc(transparencyCorrections.bump));
  return rows.map(({ id, bump, day, written, ...row }) => ({
    ...row,
    number: bump,
    day: dayOf(day),
    written: dayOf(written),
    added: added
      .filter((one) => one.entryId === id)
      .map(({ bump, written, answer, words, language }) => ({
        bump,
        written: dayOf(written),
        answer,
        words,
        language,
      })),
  }));
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The day from which on requests are counted: the first of the public log. Null before anything was done at all. */
export async function countingSince(read: Reader): Promise<Date | null> {
  const [first] = await read.select({ day: publicLog.day }).from(publicLog).orderBy(asc(publicLog.position)).limit(1);
  return first?.day ?? null;
}
