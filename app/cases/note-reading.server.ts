import { and, eq } from "drizzle-orm";
import { evidence, evidenceReadings, pileOnParts } from "#db/schema";
import { openCopies } from "../reports/evidence.server";
import type { Site } from "../site/site";

/**
 * Opens the sealed copies of a case for one of its handlers. That they did is written down first, once a day: where it can't
 * be, nothing is opened.
 */
export async function readCopies(site: Site, caseId: number, readerPseudonymId: number, now: Date) {
  const { read } = site.database;
  const copies = await read.$count(evidence, eq(evidence.caseId, caseId));
  const gathered = await read.$count(pileOnParts, eq(pileOnParts.caseId, caseId));
  if (copies + gathered === 0) return [];
  const noted = and(
    eq(evidenceReadings.caseId, caseId),
    eq(evidenceReadings.readerPseudonymId, readerPseudonymId),
    eq(evidenceReadings.day, now),
  );
  const row = { caseId, readerPseudonymId, day: now };
  if ((await read.$count(evidenceReadings, noted)) === 0)
    await site.database.transaction((tx) => tx.insert(evidenceReadings).values(row).onConflictDoNothing());
  return openCopies(read, caseId);
}
