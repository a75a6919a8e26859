import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gatheringAnswers, gatheringGoers, gatheringMessages, gatheringSeats } from "#db/schema";
import { answerTheRoom } from "~/gatherings/answer-room.server";
import { giveFloor } from "~/gatherings/give-floor.server";
import { endGathering } from "~/gatherings/move-gathering.server";
import { raiseHand } from "~/gatherings/raise-hand.server";
import { OVERTIME, sweepGatherings } from "~/gatherings/sweep-gatherings.server";
import { writeMessage } from "~/gatherings/write-message.server";
import { writeSummary } from "~/gatherings/write-summary.server";
import { DAY, HOUR, MINUTE } from "~/platform/time";
import { openHall } from "./room";

async function endedHall(about: { keepMessages?: boolean } = {}) {
  const hall = await openHall(about);
  await hall.open();
  await hall.enter(hall.iris, { as: "mask" });
  await hall.enter(hall.wren);
  await hall.does(hall.alder, writeMessage, { channel: "host", body: "Welcome, everybody" });
  await hall.does(hall.wren, writeMessage, { channel: "side", body: "Marked words beside the floor" });
  await hall.does(hall.alder, endGathering);
  await hall.does(hall.alder, writeSummary, { summary: "We met." });
  await hall.does(hall.wren, answerTheRoom, { about: "summary", answer: "support" });
  return hall;
}

test("a day after the end messages, seats, answers and the links from masks are gone; the summary stays", async () => {
  const hall = await endedHall();
  expect(await sweepGatherings(hall.site, hall.later(DAY - MINUTE * 2))).toEqual({ ended: 0, calledOff: 0, swept: 0 });
  expect(await hall.read.$count(gatheringMessages)).toBe(2);
  expect(await sweepGatherings(hall.site, hall.later(2 * MINUTE))).toEqual({ ended: 0, calledOff: 0, swept: 1 });
  for (const table of [gatheringMessages, gatheringSeats, gatheringAnswers, gatheringGoers])
    expect(await hall.read.$count(table)).toBe(0);
  const gathering = await hall.gathering();
  expect(gathering).toMatchObject({ summary: "We met.", sweepMessages: null, bump: 0 });
  expect(gathering.starts.getTime() % HOUR).toBe(0);
  if (hall.file)
    for (const part of ["", "-wal"])
      expect(readFileSync(hall.file + part).includes("Marked words beside the floor")).toBe(false);
  expect(await sweepGatherings(hall.site, hall.later(DAY))).toEqual({ ended: 0, calledOff: 0, swept: 0 });
});

test("where keeping was chosen before it began, what was said from the front stays, without who sat there or behind a mask", async () => {
  const hall = await endedHall({ keepMessages: true });
  await sweepGatherings(hall.site, hall.later(DAY));
  expect((await hall.read.select().from(gatheringMessages)).map((row) => row.channel)).toEqual(["host"]);
  const seats = await hall.read.select().from(gatheringSeats);
  expect(seats.map((seat) => seat.name)).toEqual(["Alder"]);
  expect(seats[0]!.sealed.length).toBe(0);
  expect(seats[0]!.owner).toMatch(/^gone /);
  expect(await sweepGatherings(hall.site, hall.later(DAY))).toEqual({ ended: 0, calledOff: 0, swept: 0 });
});

test("what nobody opened is called off by itself, and what nobody ended ends", async () => {
  const forgotten = await openHall();
  expect(await sweepGatherings(forgotten.site, forgotten.later(HOUR + 90 * MINUTE))).toMatchObject({ calledOff: 0 });
  expect(await sweepGatherings(forgotten.site, forgotten.later(OVERTIME))).toMatchObject({ calledOff: 1 });
  expect((await forgotten.gathering()).state).toBe("called-off");

  const left = await openHall();
  await left.open();
  expect(await sweepGatherings(left.site, left.later(90 * MINUTE + OVERTIME))).toMatchObject({ ended: 1 });
  expect((await left.gathering()).state).toBe("ended");
  expect(await sweepGatherings(left.site, left.later(DAY))).toMatchObject({ swept: 1 });
});

test("the end of a turn is a deadline ahead: once past it is erased", async () => {
  const hall = await openHall();
  await hall.open();
  await hall.enter(hall.iris);
  await hall.does(hall.iris, raiseHand);
  await hall.does(hall.alder, giveFloor, { seatId: (await hall.seatOf("Iris")).id, insteadOf: null });
  await sweepGatherings(hall.site, hall.now);
  expect((await hall.gathering()).floorUntil).not.toBeNull();
  await sweepGatherings(hall.site, hall.later(4 * MINUTE));
  expect(await hall.gathering()).toMatchObject({ floorSeatId: null, floorUntil: null, state: "open" });
});
