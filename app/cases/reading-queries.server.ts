import { desc, eq, inArray } from "drizzle-orm";
import { cases, evidenceReadings, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, officeName } from "../accounts/viewer";
import { toLink } from "../platform/ids";
import { withoutConflict } from "./conflict-queries.server";

/** The most readings on one page; older ones are on the next. */
export const READINGS_SHOWN = 100;

/** As much of a case's number as tells two cases apart in a list, and opens none. */
const markOf = (caseId: number) => toLink(caseId).slice(0, 5);

/**
 * Who opened the sealed copies of which case on which day, the newest first, for a steward. Names no party and nothing of
 * what is in a case; and of a case in which the steward has a conflict it says nothing at all.
 */
export async function listReadings(read: Reader, viewer: Member, page: number) {
  const rows = await read
    .select({ caseId: evidenceReadings.caseId, by: pseudonyms.name, day: evidenceReadings.day })
    .from(evidenceReadings)
    .leftJoin(pseudonyms, eq(pseudonyms.id, evidenceReadings.readerPseudonymId))
    .orderBy(desc(evidenceReadings.day), evidenceReadings.caseId, evidenceReadings.readerPseudonymId)
    .limit(READINGS_SHOWN + 1)
    .offset((page - 1) * READINGS_SHOWN);
  const shown = rows.slice(0, READINGS_SHOWN);
  const open = await openTo(read, viewer, [...new Set(shown.map((row) => row.caseId))]);
  return {
    more: rows.length > READINGS_SHOWN,
    readings: shown
      .filter((row) => open.has(row.caseId))
      .map(({ caseId, by, day }) => ({ mark: markOf(caseId), by: by ?? "", day })),
  };
}

/** Of some cases those in which a steward has no conflict. */
async function openTo(read: Reader, viewer: Member, caseIds: number[]): Promise<Set<number>> {
  const pseudonymId = officeName(viewer, "steward");
  if (pseudonymId === undefined || !caseIds.length) return new Set();
  const found = await read.select().from(cases).where(inArray(cases.id, caseIds));
  const open = new Set<number>();
  for (const one of found) {
    const { free } = await withoutConflict(read, one, [{ pseudonymId, accountId: viewer.accountId }]);
    if (free.length) open.add(one.id);
  }
  return open;
}
