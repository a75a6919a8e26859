import { and, count, desc, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { gatheringAnswers, gatheringGoers, gatheringMessages, gatheringSeats, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../accounts/viewer";
import { toLink } from "../platform/ids";
import { rememberedSlot } from "../pseudonyms/voice-guard.server";
import { factsOf, findRoom, type Room, type Seat } from "./find-room.server";
import { whoHasTheFloor } from "./floor";
import { foldedSeats } from "./folded-seats.server";
import { handOf } from "./give-floor.server";
import {
  canBeInRoom,
  canHandOver,
  canPassDoor,
  canRaiseHand,
  canRunRoom,
  canSummarise,
  canWrite,
  type Facts,
} from "./permissions";
import type { AfterView, GatheringView, MessageView, RoomView, Tally, Voiced } from "./room-view";
import { speakerStack } from "./speaker-stack";

/** How many messages a page holds, the newest ones: two hours of a lively room. */
const MOST_MESSAGES = 500;

/**
 * A gathering as the viewer may see it now, or null. In the room while it's on, and for those who were there until the
 * sweep, with the messages after position `since`.
 */
export async function viewGathering(
  read: Reader,
  viewer: Viewer,
  gatheringId: number,
  now: Date,
  since = 0,
): Promise<GatheringView | null> {
  const room = await findRoom(read, viewer, gatheringId);
  if (!room) return null;
  const { gathering, space } = room;
  const facts = factsOf(room, viewer, now);
  const inside = canBeInRoom(viewer, facts).ok;
  const names = await namesOf(read, room.hosts);
  return {
    link: toLink(gathering.id),
    title: gathering.title,
    purpose: gathering.purpose,
    groundRules: gathering.groundRules,
    space: { slug: space.slug, name: space.name, kind: space.kind },
    hostName: names.get(gathering.hostPseudonymId) ?? "",
    coHosts: room.hosts.slice(1).flatMap((id) => names.get(id) ?? []),
    state: gathering.state,
    starts: gathering.starts.getTime(),
    lengthMinutes: gathering.lengthMinutes,
    turnSeconds: gathering.turnSeconds,
    sideChannel: gathering.sideChannel,
    keepMessages: gathering.keepMessages,
    doorLocked: gathering.doorLocked,
    hosting: facts.hosting,
    guest: viewer.kind === "guest",
    coming: await comingOf(read, viewer, room, facts),
    door: inside || gathering.state === "ended" ? null : await doorOf(read, viewer, room, facts),
    room: inside ? await roomOf(read, viewer, room, facts, now, since) : null,
    after: gathering.state === "ended" ? await afterOf(read, viewer, room, facts) : null,
  };
}

async function namesOf(read: Reader, ids: number[]): Promise<Map<number, string>> {
  const rows = await read
    .select({ id: pseudonyms.id, name: pseudonyms.name })
    .from(pseudonyms)
    .where(and(inArray(pseudonyms.id, ids), ne(pseudonyms.state, "burned")));
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function comingOf(read: Reader, viewer: Viewer, { gathering }: Room, facts: Facts) {
  if (gathering.state !== "planned" || viewer.kind === "guest") return { mine: false, count: null };
  const here = eq(gatheringGoers.gatheringId, gathering.id);
  const own = viewer.pseudonyms.map((name) => name.id);
  const mine = await read.$count(gatheringGoers, and(here, inArray(gatheringGoers.pseudonymId, own)));
  return { mine: mine > 0, count: facts.hosting ? await read.$count(gatheringGoers, here) : null };
}

async function doorOf(read: Reader, viewer: Viewer, room: Room, facts: Facts): Promise<GatheringView["door"]> {
  const may = canPassDoor(viewer, facts);
  const hosting = viewer.kind === "member" && facts.hosting !== null;
  const own = viewer.kind === "guest" ? [] : viewer.pseudonyms.filter((name) => room.names.includes(name.id));
  const usable = hosting ? own.filter((name) => room.hosts.includes(name.id)) : own;
  return {
    reason: may.ok ? null : may.reason,
    names: usable.map(({ slot, name, leaf }) => ({ slot, name, leaf })),
    usual: viewer.kind === "guest" ? null : await rememberedSlot(read, viewer.accountId, room.space.id),
    mask: !hosting,
  };
}

const voiced = (seat: Seat): Voiced => ({
  seat: toLink(seat.id),
  name: seat.name,
  leaf: seat.leaf,
  mask: seat.pseudonymId === null,
});

async function roomOf(
  read: Reader,
  viewer: Viewer,
  room: Room,
  facts: Facts,
  now: Date,
  since: number,
): Promise<RoomView> {
  const { gathering } = room;
  const me = room.seat!;
  const seats = await seatsOf(read, gathering.id);
  const present = seats.filter((seat) => seat.state === "in" || seat.state === "muted");
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  const speaking = whoHasTheFloor(gathering, now);
  const speaker = speaking === null ? undefined : byId.get(speaking);
  const { tally, mine } = await answersOf(read, gathering.id, "question", me.id);
  return {
    me: {
      ...voiced(me),
      muted: me.state === "muted",
      handUp: me.handAt !== null,
      hasFloor: speaking === me.id,
      answer: mine,
    },
    speaker: speaker
      ? { ...voiced(speaker), mine: speaker.id === me.id, until: gathering.floorUntil?.getTime() ?? null }
      : null,
    seats: present.map((seat) => ({
      ...voiced(seat),
      host: seat.pseudonymId !== null && room.hosts.includes(seat.pseudonymId),
      muted: seat.state === "muted",
    })),
    stack: speakerStack(present.filter((seat) => seat.handAt !== null).map(handOf)).map(({ seatId, place, why }) => ({
      ...voiced(byId.get(seatId)!),
      mine: seatId === me.id,
      place,
      why,
    })),
    question: gathering.question,
    answers: tally,
    messages: await messagesOf(read, viewer, room, seats, since),
    can: {
      floor: canWrite(viewer, facts, "floor").ok,
      side: canWrite(viewer, facts, "side").ok,
      host: canWrite(viewer, facts, "host").ok,
      hand: canRaiseHand(viewer, facts).ok,
      run: canRunRoom(viewer, facts).ok,
      handOver: canHandOver(viewer, facts).ok,
    },
  };
}

async function afterOf(read: Reader, viewer: Viewer, room: Room, facts: Facts): Promise<AfterView> {
  const { gathering, seat } = room;
  const sweeps = gathering.sweepMessages !== null;
  const wasThere = seat !== null && seat.state !== "removed";
  const readable = wasThere || (!sweeps && gathering.keepMessages && viewer.kind === "member");
  const asked = sweeps && wasThere && gathering.summary !== null;
  const { tally, mine } = await answersOf(read, gathering.id, "summary", seat?.id ?? 0);
  return {
    messages: readable ? await messagesOf(read, viewer, room, await seatsOf(read, gathering.id), 0) : [],
    sweeps,
    wasThere,
    summary: gathering.summary,
    answers: asked ? tally : null,
    mine: asked ? mine : null,
    canSummarise: canSummarise(viewer, facts).ok,
  };
}

/** Everybody in a gathering, by name. What a burned name said went with it, and its seat. */
async function seatsOf(read: Reader, gatheringId: number): Promise<Seat[]> {
  const rows = await read
    .select({ seat: gatheringSeats })
    .from(gatheringSeats)
    .leftJoin(pseudonyms, eq(pseudonyms.id, gatheringSeats.pseudonymId))
    .where(and(eq(gatheringSeats.gatheringId, gatheringId), or(isNull(pseudonyms.id), ne(pseudonyms.state, "burned"))))
    .orderBy(gatheringSeats.name);
  return rows.map((row) => row.seat);
}

async function messagesOf(
  read: Reader,
  viewer: Viewer,
  { gathering, seat }: Room,
  seats: Seat[],
  since: number,
): Promise<MessageView[]> {
  const rows = await read
    .select()
    .from(gatheringMessages)
    .where(and(eq(gatheringMessages.gatheringId, gathering.id), gt(gatheringMessages.position, since)))
    .orderBy(desc(gatheringMessages.position))
    .limit(MOST_MESSAGES);
  if (rows.length === 0) return [];
  const folded = await foldedSeats(read, viewer, gathering, seats);
  const byId = new Map(seats.map((one) => [one.id, one]));
  return rows.reverse().flatMap((row) => {
    const from = byId.get(row.seatId);
    if (!from) return [];
    const { position, channel, html } = row;
    const mine = from.id === seat?.id;
    return [{ ...voiced(from), id: toLink(row.id), position, channel, html, mine, folded: folded.has(from.id) }];
  });
}

async function answersOf(read: Reader, gatheringId: number, about: "question" | "summary", seatId: number) {
  const here = and(eq(gatheringAnswers.gatheringId, gatheringId), eq(gatheringAnswers.about, about));
  const rows = await read
    .select({ answer: gatheringAnswers.answer, of: count() })
    .from(gatheringAnswers)
    .where(here)
    .groupBy(gatheringAnswers.answer);
  const tally: Tally = { support: 0, aside: 0, object: 0 };
  for (const row of rows) tally[row.answer] = row.of;
  const [own] = await read
    .select({ answer: gatheringAnswers.answer })
    .from(gatheringAnswers)
    .where(and(here, eq(gatheringAnswers.seatId, seatId)));
  return { tally, mine: own?.answer ?? null };
}
