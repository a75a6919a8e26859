import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import { caseEntries, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { DAY, plus } from "../../platform/time";
import { openCopies } from "../../reports/evidence.server";
import { type Case, findHandler } from "../find-handler.server";
import { listQueue } from "../queue-queries.server";
import { onFirstCall } from "./rota.server";
import { withoutNames } from "./without-names";

/** How far back notes are handed over. */
const NOTES_OF = 3 * DAY;

/**
 * What whoever comes next has to know, as far as the viewer may know it: the open cases that were dealt to them and in which
 * they have no conflict at this moment, and what was noted in these lately. Names of parties are taken out, replaced by `anon`.
 */
export async function readHandover(read: Reader, viewer: Member, anon: string, now: Date) {
  const open = [];
  const notes = [];
  for (const { id, conduct, severity, state, decideBy, late, mine, holder } of await listQueue(read, viewer, now)) {
    const acting = await findHandler(read, viewer, id);
    if (!acting) continue;
    // Enough to tell cases apart on paper; the link is what leads to one.
    const mark = toLink(id).slice(-4);
    open.push({ link: toLink(id), mark, conduct, severity, state, decideBy, late, mine, holder });
    for (const note of await readNotes(read, acting.found, anon, now)) notes.push({ mark, ...note });
  }
  const firstCall = await namesOf(read, await onFirstCall(read, now));
  return { open, notes, firstCall };
}

async function readNotes(read: Reader, found: Case, anon: string, now: Date) {
  const rows = await read
    .select({
      position: caseEntries.position,
      kind: caseEntries.kind,
      by: pseudonyms.name,
      words: caseEntries.words,
      at: caseEntries.at,
    })
    .from(caseEntries)
    .leftJoin(pseudonyms, eq(pseudonyms.id, caseEntries.actorPseudonymId))
    .where(
      and(
        eq(caseEntries.caseId, found.id),
        inArray(caseEntries.kind, ["note", "handed-over", "released"]),
        ne(caseEntries.words, ""),
        gt(caseEntries.at, plus(now, -NOTES_OF)),
      ),
    )
    .orderBy(asc(caseEntries.position));
  if (!rows.length) return [];
  const copies = await openCopies(read, found.id);
  const parties = copies.map(({ copy }) => copy.author);
  // Behind a mask the name isn't taken out: the gap would tell a guess from a hit.
  const named = found.respondentPseudonymId;
  if (named !== null && !copies.some(({ copy }) => copy.masked)) parties.push(...(await namesOf(read, [named])));
  return rows.map((row) => ({ ...row, words: withoutNames(row.words, parties, anon) }));
}

const namesOf = async (read: Reader, ids: number[]) =>
  ids.length === 0
    ? []
    : (await read.select({ name: pseudonyms.name }).from(pseudonyms).where(inArray(pseudonyms.id, ids))).map(
        (one) => one.name,
      );
