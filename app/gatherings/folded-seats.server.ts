import type { Reader } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { floorToHour } from "../platform/time";
import { accountsBehind } from "../pseudonyms/sealed-link.server";
import { allTurnedFrom } from "../relations/relation-queries.server";
import { type Gathering, ownerOf, type Seat } from "./find-room.server";

/**
 * The seats whose words are folded for the viewer: names that they blocked or muted, and masks of accounts one of whose
 * names they had blocked before the hour in which the gathering began. A block of today folds no mask, so that nobody
 * finds out who is behind one by blocking names in turn.
 */
export async function foldedSeats(
  read: Reader,
  viewer: Viewer,
  gathering: Gathering,
  seats: readonly Seat[],
): Promise<ReadonlySet<number>> {
  if (viewer.kind === "guest") return new Set();
  const turned = await allTurnedFrom(read, viewer);
  if (turned.length === 0) return new Set();
  const names = new Set(turned.map((row) => row.pseudonymId));
  const began = floorToHour(gathering.starts);
  const old = turned.filter((row) => row.kind === "block" && row.since < began).map((row) => row.pseudonymId);
  const accounts = new Set((await accountsBehind(read, old)).values());
  const owners = new Set([...accounts].map((accountId) => ownerOf(gathering.id, accountId)));
  const folded = seats.filter((seat) =>
    seat.pseudonymId === null ? owners.has(seat.owner) : names.has(seat.pseudonymId),
  );
  return new Set(folded.map((seat) => seat.id));
}
