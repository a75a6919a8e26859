import { MINUTE, plus, SECOND } from "../platform/time";

type Floor = { state: string; floorSeatId: number | null; floorUntil: Date | null };

/**
 * When a turn that begins now is over: after the gathering's turn length, rounded up to the whole minute, because the
 * database keeps deadlines by the minute. A turn is never shorter than announced, and at most 59 seconds longer.
 */
export const endOfTurn = (now: Date, turnSeconds: number) =>
  new Date(Math.ceil(plus(now, turnSeconds * SECOND).getTime() / MINUTE) * MINUTE);

/**
 * The seat that has the floor, or null. A turn ends by itself: at `floorUntil` it is over, whether or not anybody has
 * cleared it away. In a pause the turn waits and begins anew afterwards.
 */
export function whoHasTheFloor(floor: Floor, now: Date): number | null {
  if (floor.floorSeatId === null) return null;
  if (floor.state === "paused") return floor.floorSeatId;
  if (floor.state !== "open" || floor.floorUntil === null || now >= floor.floorUntil) return null;
  return floor.floorSeatId;
}
