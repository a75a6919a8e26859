import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { gatheringAnswers, gatheringMessages, gatheringSeats, publicLog } from "#db/schema";
import { answerTheRoom } from "~/gatherings/answer-room.server";
import { askTheRoom, openSideChannel } from "~/gatherings/arrange-room.server";
import { endTurn, giveFloor, moveInStack } from "~/gatherings/give-floor.server";
import { handOver, leaveRoom } from "~/gatherings/hand-over.server";
import { endGathering, pauseGathering, resumeGathering } from "~/gatherings/move-gathering.server";
import { lowerHand, raiseHand } from "~/gatherings/raise-hand.server";
import { muteSeat, removeSeat, unmuteSeat } from "~/gatherings/restrain-seat.server";
import { LONGEST_MESSAGE, writeMessage } from "~/gatherings/write-message.server";
import { writeSummary } from "~/gatherings/write-summary.server";
import { MINUTE } from "~/platform/time";
import type { Person } from "../support/world";
import { openHall, says } from "./room";

async function fullHall() {
  const hall = await openHall();
  await hall.open();
  for (const person of [hall.birch, hall.iris, hall.wren]) await hall.enter(person);
  const give = async (host: Person, name: string, insteadOf: string | null = null) =>
    hall.does(host, giveFloor, {
      seatId: (await hall.seatOf(name)).id,
      insteadOf: insteadOf && (await hall.seatOf(insteadOf)).id,
    });
  const write = (person: Person, channel: "floor" | "side" | "host", body: string) =>
    hall.does(person, writeMessage, { channel, body });
  return {
    ...hall,
    world: hall.world,
    give,
    write,
    get now() {
      return hall.world.now;
    },
  };
}

test("the floor goes to a raised hand, for a turn, and what is said from it counts", async () => {
  const hall = await fullHall();
  expect(await hall.give(hall.alder, "Iris")).toBe("changed-meanwhile");
  expect(await hall.does(hall.iris, raiseHand)).toBe("yes");
  expect(await hall.does(hall.iris, raiseHand)).toBe("already-done");
  expect(await hall.write(hall.iris, "floor", "Too soon")).toBe("not-your-turn");
  expect(await hall.give(hall.wren, "Iris")).toBe("not-allowed");
  expect(await hall.give(hall.alder, "Iris")).toBe("yes");
  expect(await hall.write(hall.iris, "floor", "Three words here")).toBe("yes");
  expect(await hall.write(hall.wren, "floor", "Me too")).toBe("not-your-turn");
  expect(await hall.seatOf("Iris")).toMatchObject({ turns: 1, heard: 3, handAt: null });
  expect(await hall.does(hall.wren, endTurn)).toBe("not-allowed");
  expect(await hall.does(hall.iris, endTurn)).toBe("yes");
  expect(await hall.write(hall.iris, "floor", "And")).toBe("not-your-turn");
});

test("a turn ends by itself at exactly its end", async () => {
  const hall = await fullHall();
  await hall.does(hall.iris, raiseHand);
  await hall.give(hall.alder, "Iris");
  const until = (await hall.gathering()).floorUntil!;
  const viewer = await hall.viewer(hall.iris);
  const say = (at: Date) =>
    writeMessage(hall.site, viewer, { gatheringId: hall.gatheringId, channel: "floor", body: "Still me" }, at);
  expect(says(await say(new Date(until.getTime() - 1)))).toBe("yes");
  expect(says(await say(until))).toBe("not-your-turn");
  expect(until.getTime() % MINUTE).toBe(0);
});

test("of two co-hosts who give the floor at once, one does and the other is told to look again", async () => {
  const hall = await fullHall();
  await hall.does(hall.iris, raiseHand);
  await hall.does(hall.wren, raiseHand);
  const [iris, wren] = [await hall.seatOf("Iris"), await hall.seatOf("Wren")];
  const [alder, birch] = [await hall.viewer(hall.alder), await hall.viewer(hall.birch)];
  const { gatheringId } = hall;
  const outcomes = await Promise.all([
    giveFloor(hall.site, alder, { gatheringId, seatId: iris.id, insteadOf: null }, hall.now),
    giveFloor(hall.site, birch, { gatheringId, seatId: wren.id, insteadOf: null }, hall.now),
  ]);
  expect(outcomes.map(says).sort()).toEqual(["changed-meanwhile", "yes"]);
  const turns = (await hall.read.select().from(gatheringSeats)).reduce((sum, seat) => sum + seat.turns, 0);
  expect(turns).toBe(1);
});

test("the host moves a hand with a reason, and the stack closes up when one has spoken", async () => {
  const hall = await fullHall();
  for (const person of [hall.birch, hall.iris, hall.wren]) await hall.does(person, raiseHand);
  const wren = (await hall.seatOf("Wren")).id;
  const moveWren = (who: Person, to: number, reason: string) =>
    hall.does(who, moveInStack, { seatId: wren, to, reason });
  expect(await moveWren(hall.iris, 1, "I say so")).toBe("not-allowed");
  expect(await moveWren(hall.alder, 1, "  ")).toBe("invalid");
  expect(await moveWren(hall.alder, 0, "Answers a question")).toBe("invalid");
  expect(await moveWren(hall.alder, 99, "Answers a question")).toBe("yes");
  expect((await hall.seatOf("Wren")).movedTo).toBe(3);
  expect(await moveWren(hall.alder, 2, "Answers a question")).toBe("yes");
  await hall.give(hall.alder, "Birch");
  expect(await hall.seatOf("Wren")).toMatchObject({ movedTo: 1, movedReason: "Answers a question" });
  await hall.does(hall.wren, lowerHand);
  expect(await hall.seatOf("Wren")).toMatchObject({ handAt: null, movedTo: null, movedReason: null });
});

test("the side channel is open to all when the hosts leave it open", async () => {
  const hall = await fullHall();
  expect(await hall.write(hall.wren, "side", "Well said")).toBe("yes");
  expect(await hall.write(hall.wren, "host", "I am the host")).toBe("not-allowed");
  expect(await hall.does(hall.wren, openSideChannel, { open: false })).toBe("not-allowed");
  expect(await hall.does(hall.birch, openSideChannel, { open: false })).toBe("yes");
  expect(await hall.write(hall.wren, "side", "Hello?")).toBe("side-closed");
  expect(await hall.write(hall.birch, "side", "From a host")).toBe("yes");
  expect((await hall.seatOf("Wren")).heard).toBe(0);
});

test("in a pause only hosts speak, and whoever had the floor gets a whole turn afterwards", async () => {
  const hall = await fullHall();
  await hall.does(hall.iris, raiseHand);
  await hall.give(hall.alder, "Iris");
  expect(await hall.does(hall.birch, pauseGathering)).toBe("yes");
  expect(await hall.write(hall.iris, "floor", "But")).toBe("paused");
  expect(await hall.write(hall.wren, "side", "But")).toBe("paused");
  expect(await hall.write(hall.alder, "host", "Breathe")).toBe("yes");
  expect(await hall.does(hall.wren, raiseHand)).toBe("yes");
  expect(await hall.give(hall.alder, "Wren", "Iris")).toBe("paused");
  hall.later(20 * MINUTE);
  expect(await hall.does(hall.alder, resumeGathering)).toBe("yes");
  expect(await hall.write(hall.iris, "floor", "As I was saying")).toBe("yes");
  expect((await hall.gathering()).floorUntil!.getTime() - hall.now.getTime()).toBeGreaterThan(2 * MINUTE);
});

test.each([
  ["nothing", "  \n ", "invalid"],
  ["too much", "x".repeat(LONGEST_MESSAGE + 1), "too-long"],
  ["as much as fits", "x".repeat(LONGEST_MESSAGE), "yes"],
])("a message of %s", async (_, body, expected) => {
  const hall = await fullHall();
  expect(await hall.write(hall.wren, "side", body)).toBe(expected);
});

test("after the end nothing is said, and nobody has the floor", async () => {
  const hall = await fullHall();
  await hall.does(hall.iris, raiseHand);
  await hall.give(hall.alder, "Iris");
  expect(await hall.does(hall.alder, endGathering)).toBe("yes");
  expect(await hall.write(hall.iris, "floor", "One more thing")).toBe("closed");
  expect(await hall.write(hall.alder, "host", "One more thing")).toBe("closed");
  expect(await hall.gathering()).toMatchObject({ state: "ended", floorSeatId: null, floorUntil: null });
});

test("somebody muted reads on; somebody removed doesn't; the public log tells of both and names nobody", async () => {
  const hall = await fullHall();
  const [iris, wren, birch] = [await hall.seatOf("Iris"), await hall.seatOf("Wren"), await hall.seatOf("Birch")];
  await hall.does(hall.iris, raiseHand);
  await hall.give(hall.alder, "Iris");
  expect(await hall.does(hall.wren, muteSeat, { seatId: iris.id })).toBe("not-allowed");
  expect(await hall.does(hall.alder, muteSeat, { seatId: birch.id })).toBe("not-allowed");
  expect(await hall.does(hall.birch, muteSeat, { seatId: iris.id })).toBe("yes");
  expect(await hall.does(hall.birch, muteSeat, { seatId: iris.id })).toBe("already-done");
  expect((await hall.gathering()).floorSeatId).toBeNull();
  expect(await hall.write(hall.iris, "side", "Let me")).toBe("seat-muted");
  expect(await hall.does(hall.birch, unmuteSeat, { seatId: iris.id })).toBe("yes");
  expect(await hall.write(hall.iris, "side", "Thank you")).toBe("yes");
  expect(await hall.does(hall.alder, removeSeat, { seatId: wren.id })).toBe("yes");
  expect(await hall.write(hall.wren, "side", "Why?")).toBe("seat-removed");
  expect(await hall.does(hall.alder, removeSeat, { seatId: 12345 })).toBe("not-found");
  const log = await hall.read.select().from(publicLog).orderBy(publicLog.position);
  expect(log.map(({ act, office, details }) => [act, office, details])).toEqual([
    ["gathering-seat-muted", "members", {}],
    ["gathering-seat-removed", "organizer", {}],
  ]);
});

test("a seat of another gathering is out of a host's reach", async () => {
  const hall = await fullHall();
  const other = await openHall();
  await other.open();
  await other.enter(other.wren);
  expect(await hall.does(hall.alder, removeSeat, { seatId: (await other.seatOf("Wren")).id })).toBe("not-found");
});

test("a host who leaves is followed by a co-host by itself; a host may hand over too", async () => {
  const hall = await fullHall();
  expect(await hall.does(hall.birch, handOver, { seatId: (await hall.seatOf("Birch")).id })).toBe("not-allowed");
  expect(await hall.does(hall.alder, handOver, { seatId: (await hall.seatOf("Wren")).id })).toBe("not-found");
  expect(await hall.does(hall.alder, leaveRoom)).toBe("yes");
  expect((await hall.gathering()).hostPseudonymId).toBe(hall.birch.pseudonymId);
  await hall.enter(hall.alder);
  expect(await hall.does(hall.birch, handOver, { seatId: (await hall.seatOf("Alder")).id })).toBe("yes");
  expect((await hall.gathering()).hostPseudonymId).toBe(hall.alder.pseudonymId);
  expect(await hall.does(hall.birch, pauseGathering)).toBe("yes");
});

test("somebody suspended in the middle of it is heard no more", async () => {
  const hall = await fullHall();
  const viewer = await hall.viewer(hall.iris);
  const suspended = {
    ...viewer,
    sanctions: [
      { id: 1, pseudonymId: 1, caseId: 1, kind: "suspension" as const, agreement: "a", reasons: "r", until: null },
    ],
  };
  const saying = { gatheringId: hall.gatheringId, channel: "side" as const, body: "Hello" };
  expect(says(await writeMessage(hall.site, suspended, saying, hall.now))).toBe("suspended");
});

test("the room is asked, and each seat's last answer counts until something else is asked", async () => {
  const hall = await fullHall();
  const answer = (person: Person, given: string) =>
    hall.does(person, answerTheRoom, { about: "question", answer: given });
  expect(await answer(hall.iris, "support")).toBe("closed");
  expect(await hall.does(hall.iris, askTheRoom, { question: "Shall we?" })).toBe("not-allowed");
  expect(await hall.does(hall.alder, askTheRoom, { question: "Shall we?" })).toBe("yes");
  expect(await answer(hall.iris, "object")).toBe("yes");
  expect(await answer(hall.iris, "aside")).toBe("yes");
  expect((await hall.read.select().from(gatheringAnswers)).map((row) => row.answer)).toEqual(["aside"]);
  await hall.does(hall.alder, askTheRoom, { question: "Shall we today?" });
  expect(await hall.read.$count(gatheringAnswers)).toBe(0);
});

test("those who were there say how they stand to the summary; a changed one asks anew", async () => {
  const hall = await fullHall();
  await hall.does(hall.alder, endGathering);
  const sumUp = (who: Person, summary: string) => hall.does(who, writeSummary, { summary });
  const stand = (who: Person) => hall.does(who, answerTheRoom, { about: "summary", answer: "support" });
  expect(await stand(hall.iris)).toBe("closed");
  expect(await sumUp(hall.iris, "We agreed")).toBe("not-allowed");
  expect(await sumUp(hall.alder, " ")).toBe("invalid");
  expect(await sumUp(hall.alder, "x".repeat(20_000))).toBe("too-long");
  expect(await sumUp(hall.alder, "We agreed on three asks.")).toBe("yes");
  expect(await stand(hall.iris)).toBe("yes");
  expect(await sumUp(hall.birch, "We agreed on two asks.")).toBe("yes");
  expect(await hall.read.$count(gatheringAnswers)).toBe(0);
});

test("messages are counted in order, and a storm of them at once keeps each its own place", async () => {
  const hall = await fullHall();
  const people = await Promise.all([hall.alder, hall.birch, hall.iris, hall.wren].map((one) => hall.viewer(one)));
  const { gatheringId } = hall;
  await Promise.all(
    people.map((viewer, i) =>
      writeMessage(hall.site, viewer, { gatheringId, channel: "side", body: `${i}` }, hall.later(2000)),
    ),
  );
  const rows = await hall.read.select().from(gatheringMessages).where(eq(gatheringMessages.gatheringId, gatheringId));
  expect(new Set(rows.map((row) => row.position)).size).toBe(4);
});

test("a fast talker is slowed, and told so", async () => {
  const hall = await fullHall();
  const viewer = await hall.viewer(hall.wren);
  const saying = { gatheringId: hall.gatheringId, channel: "side" as const, body: "again" };
  const now = hall.later(2000);
  const said = [];
  for (let i = 0; i < 4; i++) said.push(says(await writeMessage(hall.site, viewer, saying, now)));
  expect(said).toEqual(["yes", "yes", "yes", "limited"]);
});
