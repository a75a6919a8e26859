import type { Member } from "../accounts/viewer";
import { imageOf } from "../reports/item";
import type { Site } from "../site/site";
import { findHandler } from "./find-handler.server";
import { readCopies } from "./note-reading.server";

/** The image in one sealed copy of a case, for one of its handlers; null for everybody else, and where stewards alone may open it. That they saw it is noted. */
export async function findCopyImage(
  site: Site,
  viewer: Member,
  { caseId, copyId }: { caseId: number; copyId: number },
  now: Date,
) {
  const acting = await findHandler(site.database.read, viewer, caseId);
  if (!acting || acting.found.quarantine === "standing") return null;
  const copies = await readCopies(site, caseId, acting.pseudonymId, now);
  return imageOf(copies.find(({ id }) => id === copyId)?.copy);
}
