import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { pseudonyms, roomMessages } from "#db/schema";
import type { Reader } from "#db/types";
import { officeHolders } from "../../accounts/office-queries.server";
import type { Viewer } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { unseal } from "../../platform/keys.server";
import { nameKeyOf } from "../../pseudonyms/name-key";
import { handlingSlots } from "../shifts/own-shift";
import { isName, runsIn } from "./people-in-text";

/** The most messages on one page; older ones are on the next. */
export const MESSAGES_SHOWN = 100;

/** The names on duty: moderators, or stewards for as long as nobody holds that office. */
async function namesOnDuty(read: Reader, now: Date): Promise<number[]> {
  const held = await officeHolders(read, now);
  const moderates = held.some((one) => one.office === "moderator");
  return held.filter((one) => one.office === (moderates ? "moderator" : "steward")).map((one) => one.pseudonymId);
}

/** The viewer's own names that are on duty, by slot; none for everybody else, nor for whoever is muted, suspended or removed. */
export async function ownDuty(read: Reader, viewer: Viewer, now: Date) {
  const own = handlingSlots(viewer);
  if (!own.length) return [];
  const onDuty = await namesOnDuty(read, now);
  return own.filter((one) => onDuty.includes(one.pseudonymId));
}

/** The messages of one page, the newest first. `own`: whose names the reader may take messages back for. */
export async function listRoom(read: Reader, own: number[], page: number) {
  const rows = await read
    .select({ message: roomMessages, name: pseudonyms.name })
    .from(roomMessages)
    .leftJoin(pseudonyms, and(eq(pseudonyms.id, roomMessages.pseudonymId), ne(pseudonyms.state, "burned")))
    .orderBy(desc(roomMessages.position), desc(roomMessages.id))
    .limit(MESSAGES_SHOWN + 1)
    .offset((page - 1) * MESSAGES_SHOWN);
  return {
    more: rows.length > MESSAGES_SHOWN,
    messages: rows.slice(0, MESSAGES_SHOWN).map(({ message: { id, pseudonymId, sealed, said }, name }) => ({
      link: toLink(id),
      by: name ?? "",
      mine: own.includes(pseudonymId),
      words: unseal("room-message", sealed, String(id)),
      said,
    })),
  };
}

/**
 * The first name in a text that is a member's and not on duty, as it was written; undefined when there is none. Which cases
 * are open isn't looked at, and whose name it is neither: every name is treated alike, so that a refusal tells nothing.
 */
export async function nameIn(read: Reader, text: string, now: Date): Promise<string | undefined> {
  const runs = runsIn(text);
  const keys = [...new Set(runs.map((run) => nameKeyOf(run.said)))];
  const known = await read
    .select({ id: pseudonyms.id, name: pseudonyms.name })
    .from(pseudonyms)
    .where(inArray(pseudonyms.nameKey, keys));
  const onDuty = await namesOnDuty(read, now);
  const others = known.filter((one) => !onDuty.includes(one.id));
  return runs.find((run) => others.some(({ name }) => isName(run, name)))?.said;
}
