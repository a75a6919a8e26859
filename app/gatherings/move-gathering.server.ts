import { eq } from "drizzle-orm";
import { gatheringGoers, gatheringSeats, gatherings } from "#db/schema";
import type { Tx } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { DAY, floorToHour, HOUR, plus } from "../platform/time";
import type { Site } from "../site/site";
import { actInRoom } from "./act-in-room.server";
import { type Gathering, hostingName } from "./find-room.server";
import { endOfTurn } from "./floor";
import type { GatheringState } from "./gathering-states";
import { takeSeat } from "./pass-the-door.server";
import { canMove } from "./permissions";

/** How long messages stay readable for those who were there. */
export const MESSAGES_STAY = DAY;

/** A room may be opened this long before its announced time. */
export const EARLY = HOUR;

type Which = { gatheringId: number };

function move(
  site: Site,
  viewer: Viewer,
  { gatheringId }: Which,
  to: GatheringState,
  act: (tx: Tx, gathering: Gathering) => Promise<Outcome>,
  now: Date,
): Promise<Outcome> {
  return actInRoom(
    site,
    viewer,
    gatheringId,
    {
      deed: "run-gathering",
      may: (member, facts) => canMove(member, facts, to),
      async act(tx, room, _facts, member) {
        if (to === "open" && !room.seat) {
          const pseudonymId = hostingName(room, member)!;
          // Who hosts was asked as whom when it was planned, and the button names the name.
          const sureSlot = member.pseudonyms.find((own) => own.id === pseudonymId)?.slot;
          const seated = await takeSeat(tx, member, room, { as: "name", pseudonymId, sureSlot });
          if (!seated.ok) return seated;
        }
        return act(tx, room.gathering);
      },
    },
    now,
  );
}

/** Opens the room, at the earliest an hour before its time, and seats whoever opens it. */
export const openGathering = (site: Site, viewer: Viewer, which: Which, now: Date) =>
  move(
    site,
    viewer,
    which,
    "open",
    async (tx, gathering) => {
      if (gathering.state === "planned" && now < plus(gathering.starts, -EARLY)) return refused("not-open-yet");
      await setState(tx, gathering, { state: "open" });
      return { ok: true };
    },
    now,
  );

/** Pause and breathe: nobody but the hosts speaks, and whoever has the floor keeps it. */
export const pauseGathering = (site: Site, viewer: Viewer, which: Which, now: Date) =>
  move(
    site,
    viewer,
    which,
    "paused",
    async (tx, gathering) => {
      const over = gathering.floorUntil !== null && now >= gathering.floorUntil;
      await setState(tx, gathering, {
        state: "paused",
        floorUntil: null,
        floorSeatId: over ? null : gathering.floorSeatId,
      });
      return { ok: true };
    },
    now,
  );

/** Goes on after a pause; whoever had the floor gets a whole turn. */
export const resumeGathering = (site: Site, viewer: Viewer, which: Which, now: Date) =>
  move(
    site,
    viewer,
    which,
    "open",
    async (tx, gathering) => {
      if (gathering.state !== "paused") return refused("not-open-yet");
      const floorUntil = gathering.floorSeatId === null ? null : endOfTurn(now, gathering.turnSeconds);
      await setState(tx, gathering, { state: "open", floorUntil });
      return { ok: true };
    },
    now,
  );

/** Ends it: hands go down, the floor is empty, and the messages go a day later. */
export const endGathering = (site: Site, viewer: Viewer, which: Which, now: Date) =>
  move(site, viewer, which, "ended", (tx, gathering) => closeRoom(tx, gathering, now), now);

/** Calls off what hasn't begun. Who wanted to come is forgotten at once. */
export const callOff = (site: Site, viewer: Viewer, which: Which, now: Date) =>
  move(site, viewer, which, "called-off", (tx, gathering) => cancel(tx, gathering), now);

/** What ending a gathering does, whoever ends it. */
export async function closeRoom(tx: Tx, gathering: Gathering, now: Date): Promise<Outcome> {
  await setState(tx, gathering, {
    state: "ended",
    ended: now,
    starts: floorToHour(gathering.starts),
    sweepMessages: plus(now, MESSAGES_STAY),
    floorSeatId: null,
    floorUntil: null,
    question: null,
  });
  await tx
    .update(gatheringSeats)
    .set({ handAt: null, movedTo: null, movedReason: null })
    .where(eq(gatheringSeats.gatheringId, gathering.id));
  await tx.delete(gatheringGoers).where(eq(gatheringGoers.gatheringId, gathering.id));
  return { ok: true };
}

/** What calling a gathering off does, whoever calls it off. */
export async function cancel(tx: Tx, gathering: Gathering): Promise<Outcome> {
  await setState(tx, gathering, { state: "called-off", starts: floorToHour(gathering.starts) });
  await tx.delete(gatheringGoers).where(eq(gatheringGoers.gatheringId, gathering.id));
  return { ok: true };
}

const setState = (tx: Tx, gathering: Gathering, set: Partial<Gathering>) =>
  tx.update(gatherings).set(set).where(eq(gatherings.id, gathering.id));
