import { eq } from "drizzle-orm";
import { gatheringMessages, gatheringSeats } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { toLink } from "../platform/ids";
import { unseal } from "../platform/keys.server";
import { floorToHour } from "../platform/time";
import type { ReportedItem } from "../reports/item";
import { findRoom } from "./find-room.server";

/**
 * A message that the viewer, having been in the room, may report until it is swept; null otherwise.
 * The respondent is the name behind a mask: a case needs it, and shows it to nobody. Messages have no time of their own:
 * they count as written in the hour in which the gathering was announced to begin.
 */
export async function sealedGatheringMessage(
  read: Reader,
  viewer: Viewer,
  messageId: number,
): Promise<ReportedItem | null> {
  const [found] = await read
    .select({ message: gatheringMessages, seat: gatheringSeats })
    .from(gatheringMessages)
    .innerJoin(gatheringSeats, eq(gatheringSeats.id, gatheringMessages.seatId))
    .where(eq(gatheringMessages.id, messageId));
  if (!found || found.seat.sealed.length === 0) return null;
  const { message, seat } = found;
  const room = await findRoom(read, viewer, message.gatheringId);
  if (!room?.seat || room.seat.id === seat.id) return null;
  const [, respondentPseudonymId] = JSON.parse(unseal("gathering-mask", seat.sealed, String(seat.id))) as number[];
  return {
    kind: "gathering-message",
    subjectId: message.id,
    respondentPseudonymId: respondentPseudonymId!,
    written: floorToHour(room.gathering.starts),
    copy: {
      author: seat.name,
      masked: seat.pseudonymId === null,
      place: room.gathering.title,
      text: message.body,
      answered: "",
      contentNotes: [],
      state: "visible",
    },
    address: `/gatherings/${toLink(message.gatheringId)}`,
    answerAddress: null,
  };
}
