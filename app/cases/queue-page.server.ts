import { z } from "zod";
import type { Member } from "../accounts/viewer";
import { seal, unseal } from "../platform/keys.server";
import { behind, type Queued } from "./queue-order";

/** The most cases on one page. */
export const CASES_SHOWN = 100;

const place = z.object({
  severity: z.enum(["urgent", "ordinary"]),
  voices: z.number(),
  bump: z.number(),
  id: z.number(),
});

/**
 * The page of an ordered queue that begins behind the place `after` names, and the word that names where the next begins;
 * null on the last. A place is sealed for its reader: in plain, its number in order of opening would tell them how many cases
 * were dealt to others. A word that is no place, or somebody else's, leads to the first page.
 */
export function pageOf<C extends Queued>(viewer: Member, ordered: C[], after: string | null) {
  const from = after === null ? null : placeNamed(viewer, after);
  const rest = from ? behind(ordered, from) : ordered;
  const shown = rest.slice(0, CASES_SHOWN);
  const left = rest.length - shown.length;
  return { shown, left, next: left > 0 ? nameOf(viewer, shown.at(-1)!) : null, first: rest.length === ordered.length };
}

const boundTo = ({ accountId }: Member) => `queue of ${accountId}`;

function nameOf(viewer: Member, { severity, voices, bump, id }: Queued): string {
  return seal("queue-place", JSON.stringify({ severity, voices, bump, id }), boundTo(viewer)).toString("base64url");
}

function placeNamed(viewer: Member, word: string): Queued | null {
  try {
    return place.parse(JSON.parse(unseal("queue-place", Buffer.from(word, "base64url"), boundTo(viewer))));
  } catch {
    return null;
  }
}
