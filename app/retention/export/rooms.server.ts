import { asc, inArray, or } from "drizzle-orm";
import {
  gatheringAnswers,
  gatheringGoers,
  gatheringHosts,
  gatheringMessages,
  gatheringSeats,
  gatherings,
} from "#db/schema";
import { ownerOf } from "../../gatherings/find-room.server";
import { dayOf, source, spacesFor, type Taker } from "./taker.server";

/** Titles of gatherings by id, where the taker can enter their space. */
async function titlesOf(taker: Taker, ids: number[]): Promise<Map<number, string>> {
  if (!ids.length) return new Map();
  const rows = await taker.read
    .select({ id: gatherings.id, title: gatherings.title, spaceId: gatherings.spaceId })
    .from(gatherings)
    .where(inArray(gatherings.id, [...new Set(ids)]));
  const seen = await spacesFor(
    taker,
    rows.map((row) => row.spaceId),
  );
  return new Map(rows.filter((row) => seen.has(row.spaceId)).map(({ id, title }) => [id, title]));
}

/** Where the taker sits: under their names, and (for an archive of all) behind masks that are still tied to the account. */
async function ownSeats({ read, viewer, ids, whole }: Taker) {
  const named = inArray(gatheringSeats.pseudonymId, ids);
  const rooms = whole ? await read.selectDistinct({ id: gatheringSeats.gatheringId }).from(gatheringSeats) : [];
  const owners = rooms.map((room) => ownerOf(room.id, viewer.accountId));
  const rows = await read
    .select()
    .from(gatheringSeats)
    .where(owners.length ? or(named, inArray(gatheringSeats.owner, owners)) : named)
    .orderBy(asc(gatheringSeats.gatheringId), asc(gatheringSeats.id));
  return rows.filter((seat) => seat.pseudonymId === null || ids.includes(seat.pseudonymId));
}

type Seat = Awaited<ReturnType<typeof ownSeats>>[number];
const whoIn = (seat: Seat) => ({ name: seat.name, masked: seat.pseudonymId === null });

export const seatSource = source<"seats">()(ownSeats, async (taker, seats) => {
  const titles = await titlesOf(
    taker,
    seats.map((seat) => seat.gatheringId),
  );
  return seats.map((seat) => ({
    title: titles.get(seat.gatheringId) ?? null,
    ...whoIn(seat),
    turns: seat.turns,
    wordsHeard: seat.heard,
  }));
});

export const saidSource = source<"said">()(
  async (taker) => {
    const seats = new Map((await ownSeats(taker)).map((seat) => [seat.id, seat]));
    if (!seats.size) return [];
    const rows = await taker.read
      .select({ id: gatheringMessages.id, seatId: gatheringMessages.seatId })
      .from(gatheringMessages)
      .where(inArray(gatheringMessages.seatId, [...seats.keys()]))
      .orderBy(asc(gatheringMessages.gatheringId), asc(gatheringMessages.position));
    return rows.map((row) => ({ id: row.id, seat: seats.get(row.seatId)! }));
  },
  async (taker, keys) => {
    const ids = keys.map((key) => key.id);
    const rows = await taker.read
      .select({ id: gatheringMessages.id, channel: gatheringMessages.channel, body: gatheringMessages.body })
      .from(gatheringMessages)
      .where(inArray(gatheringMessages.id, ids));
    const titles = await titlesOf(
      taker,
      keys.map(({ seat }) => seat.gatheringId),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.flatMap(({ id, seat }) => {
      const row = byId.get(id);
      if (!row) return [];
      const { channel, body } = row;
      return [{ title: titles.get(seat.gatheringId) ?? null, ...whoIn(seat), channel, body }];
    });
  },
);

export const answerSource = source<"answers">()(
  async (taker) => {
    const seats = new Map((await ownSeats(taker)).map((seat) => [seat.id, seat]));
    if (!seats.size) return [];
    const rows = await taker.read
      .select()
      .from(gatheringAnswers)
      .where(inArray(gatheringAnswers.seatId, [...seats.keys()]))
      .orderBy(asc(gatheringAnswers.gatheringId), asc(gatheringAnswers.seatId), asc(gatheringAnswers.about));
    return rows.map(({ about, answer, seatId }) => ({ about, answer, seat: seats.get(seatId)! }));
  },
  async (taker, rows) => {
    const titles = await titlesOf(
      taker,
      rows.map(({ seat }) => seat.gatheringId),
    );
    return rows.map(({ about, answer, seat }) => ({
      title: titles.get(seat.gatheringId) ?? null,
      name: seat.name,
      about,
      answer,
    }));
  },
);

export const hostedSource = source<"hosted">()(
  ({ read, ids }) =>
    read
      .select()
      .from(gatherings)
      .where(inArray(gatherings.hostPseudonymId, ids))
      .orderBy(asc(gatherings.starts), asc(gatherings.id)),
  async (taker, rows) => {
    const seen = await spacesFor(
      taker,
      rows.map((row) => row.spaceId),
    );
    return rows.map((row) => ({
      title: row.title,
      name: taker.names.get(row.hostPseudonymId)!,
      space: seen.get(row.spaceId) ?? null,
      day: dayOf(row.starts),
      lengthMinutes: row.lengthMinutes,
      state: row.state,
      purpose: row.purpose,
      groundRules: row.groundRules,
      summary: row.summary,
    }));
  },
);

type Named = { gatheringId: number; pseudonymId: number };
async function titledNames(taker: Taker, rows: Named[]) {
  const titles = await titlesOf(
    taker,
    rows.map((row) => row.gatheringId),
  );
  return rows.map((row) => ({
    title: titles.get(row.gatheringId) ?? null,
    name: taker.names.get(row.pseudonymId)!,
  }));
}

export const hostedWithSource = source<"hostedWith">()(
  ({ read, ids }) =>
    read
      .select()
      .from(gatheringHosts)
      .where(inArray(gatheringHosts.pseudonymId, ids))
      .orderBy(asc(gatheringHosts.gatheringId), asc(gatheringHosts.pseudonymId)),
  titledNames,
);

export const comingSource = source<"coming">()(
  ({ read, ids }) =>
    read
      .select()
      .from(gatheringGoers)
      .where(inArray(gatheringGoers.pseudonymId, ids))
      .orderBy(asc(gatheringGoers.gatheringId), asc(gatheringGoers.pseudonymId)),
  titledNames,
);
