import { expect, test } from "vitest";
import { blocks, gatheringMessages } from "#db/schema";
import { listGatherings } from "~/gatherings/gatherings-queries.server";
import { giveFloor, moveInStack } from "~/gatherings/give-floor.server";
import { endGathering } from "~/gatherings/move-gathering.server";
import { raiseHand } from "~/gatherings/raise-hand.server";
import { sealedGatheringMessage } from "~/gatherings/report-message.server";
import { removeSeat } from "~/gatherings/restrain-seat.server";
import { viewGathering } from "~/gatherings/room-queries.server";
import { sayYoullCome } from "~/gatherings/say-coming.server";
import { sweepGatherings } from "~/gatherings/sweep-gatherings.server";
import { writeMessage } from "~/gatherings/write-message.server";
import { DAY, HOUR, plus } from "~/platform/time";
import type { Person } from "../support/world";
import { openHall } from "./room";

async function hallWithView(about: Parameters<typeof openHall>[0] = {}) {
  const hall = await openHall(about);
  const view = async (person: Person | null, since = 0) =>
    viewGathering(hall.read, await hall.viewer(person), hall.gatheringId, hall.world.now, since);
  const block = (owner: Person, pseudonymId: number, since: Date, kind: "block" | "mute" = "block") =>
    hall.site.database.transaction((tx) =>
      tx.insert(blocks).values({ ownerAccountId: owner.accountId, pseudonymId, kind, since }),
    );
  const masked = async () => (await view(hall.wren))!.room!.messages.map((message) => message.folded);
  return { ...hall, world: hall.world, view, block, masked };
}

test("before it opens one sees what it's for and nobody who will come; hosts see how many", async () => {
  const hall = await hallWithView();
  await hall.does(hall.iris, sayYoullCome, { coming: true });
  expect((await hall.view(null))!).toMatchObject({ guest: true, room: null, coming: { mine: false, count: null } });
  expect((await hall.view(hall.wren))!.coming).toEqual({ mine: false, count: null });
  expect((await hall.view(hall.iris))!.coming).toEqual({ mine: true, count: null });
  expect((await hall.view(hall.alder))!.coming).toEqual({ mine: false, count: 1 });
});

test("a circle's gathering is nowhere for others: not in the list, not at its address", async () => {
  const hall = await hallWithView({ kind: "circle" });
  expect(await hall.view(hall.wren)).toBeNull();
  expect(await hall.view(null)).toBeNull();
  expect((await listGatherings(hall.read, await hall.viewer(hall.wren))).coming).toEqual([]);
  expect((await listGatherings(hall.read, await hall.viewer(hall.iris))).coming).toHaveLength(1);
});

test("outside of the room nobody sees who is in it or what is said; inside, only those who are in it now", async () => {
  const hall = await hallWithView();
  await hall.open();
  await hall.enter(hall.iris, { as: "mask" });
  await hall.does(hall.iris, writeMessage, { channel: "side", body: "Under a mask" });
  const outside = (await hall.view(hall.wren))!;
  expect(outside.room).toBeNull();
  expect(JSON.stringify(outside)).not.toContain("Under a mask");
  expect(outside.door).toMatchObject({ reason: null, names: [{ slot: 1, name: "Wren" }], mask: true });
  await hall.enter(hall.wren);
  const inside = (await hall.view(hall.wren))!.room!;
  expect(inside.seats).toHaveLength(3);
  expect(JSON.stringify(inside)).not.toMatch(/Iris|Moss/);
  expect(inside.messages).toMatchObject([{ mask: true, mine: false }]);
  expect((await hall.view(hall.wren, inside.messages[0]!.position))!.room!.messages).toEqual([]);
});

test("the stack shows everybody the reason for each place", async () => {
  const hall = await hallWithView();
  await hall.open();
  for (const person of [hall.iris, hall.wren]) await hall.enter(person);
  for (const person of [hall.iris, hall.wren]) await hall.does(person, raiseHand);
  const wren = (await hall.seatOf("Wren")).id;
  await hall.does(hall.alder, moveInStack, { seatId: wren, to: 1, reason: "Answers a question" });
  const stack = (await hall.view(hall.iris))!.room!.stack;
  expect(stack.map(({ name, mine, why }) => [name, mine, why])).toEqual([
    ["Wren", false, { kind: "moved", reason: "Answers a question" }],
    ["Iris", true, { kind: "not-heard-yet" }],
  ]);
  await hall.does(hall.alder, giveFloor, { seatId: wren, insteadOf: null });
  const { speaker, can } = (await hall.view(hall.wren))!.room!;
  expect([speaker?.name, speaker?.mine, can.floor]).toEqual(["Wren", true, true]);
  hall.later(HOUR);
  expect((await hall.view(hall.wren))!.room!).toMatchObject({ speaker: null, can: { floor: false } });
});

test("a removed seat gets its words, and nothing of the room", async () => {
  const hall = await hallWithView();
  await hall.open();
  await hall.enter(hall.iris);
  await hall.does(hall.alder, removeSeat, { seatId: (await hall.seatOf("Iris")).id });
  const view = (await hall.view(hall.iris))!;
  expect([view.room, view.door?.reason]).toEqual([null, "seat-removed"]);
  await hall.does(hall.alder, endGathering);
  expect((await hall.view(hall.iris))!.after).toMatchObject({ wasThere: false, messages: [] });
});

test("a block from before folds a mask of any name of that account; one of today doesn't tell who is behind it", async () => {
  const hall = await hallWithView();
  await hall.open();
  await hall.enter(hall.iris, { as: "mask" });
  await hall.enter(hall.wren);
  await hall.does(hall.iris, writeMessage, { channel: "side", body: "Under a mask" });
  await hall.block(hall.wren, hall.iris.pseudonymId, hall.world.now);
  expect(await hall.masked()).toEqual([false]);
  const moss = (await hall.viewer(hall.iris)).pseudonyms.find((own) => own.name === "Moss")!;
  await hall.block(hall.wren, moss.id, plus(hall.world.now, -DAY));
  expect(await hall.masked()).toEqual([true]);
});

test("a block or a mute folds the name it is against, and not a sibling's", async () => {
  const hall = await hallWithView();
  await hall.open();
  await hall.enter(hall.iris);
  await hall.enter(hall.wren);
  await hall.does(hall.iris, writeMessage, { channel: "side", body: "As Iris" });
  const moss = (await hall.viewer(hall.iris)).pseudonyms.find((own) => own.name === "Moss")!;
  await hall.block(hall.wren, moss.id, plus(hall.world.now, -DAY));
  expect(await hall.masked()).toEqual([false]);
  await hall.block(hall.wren, hall.iris.pseudonymId, hall.world.now, "mute");
  expect(await hall.masked()).toEqual([true]);
});

test("after its end those who were there may read until the sweep; others never", async () => {
  const hall = await hallWithView();
  await hall.open();
  await hall.enter(hall.iris);
  await hall.does(hall.alder, writeMessage, { channel: "host", body: "Welcome" });
  await hall.does(hall.alder, endGathering);
  expect((await hall.view(hall.iris))!.after).toMatchObject({
    wasThere: true,
    sweeps: true,
    messages: [{ name: "Alder" }],
  });
  expect((await hall.view(hall.wren))!.after).toMatchObject({ wasThere: false, messages: [] });
  await sweepGatherings(hall.site, hall.later(DAY));
  expect((await hall.view(hall.iris))!.after).toMatchObject({ wasThere: false, sweeps: false, messages: [] });
});

test("what was kept can be read by members who see the gathering, not by guests", async () => {
  const hall = await hallWithView({ keepMessages: true });
  await hall.open();
  await hall.does(hall.alder, writeMessage, { channel: "host", body: "Welcome" });
  await hall.does(hall.alder, endGathering);
  await sweepGatherings(hall.site, hall.later(DAY));
  expect((await hall.view(hall.wren))!.after!.messages).toHaveLength(1);
  expect((await hall.view(null))!.after!.messages).toEqual([]);
});

test("who was in the room can report a message, a masked one too; nobody else, and not one's own", async () => {
  const hall = await hallWithView();
  await hall.open();
  await hall.enter(hall.iris, { as: "mask" });
  await hall.enter(hall.birch);
  await hall.does(hall.iris, writeMessage, { channel: "side", body: "Something bad" });
  const [message] = await hall.read.select().from(gatheringMessages);
  const report = async (person: Person | null, id = message!.id) =>
    sealedGatheringMessage(hall.read, await hall.viewer(person), id);
  expect(await report(hall.birch)).toMatchObject({
    kind: "gathering-message",
    respondentPseudonymId: hall.iris.pseudonymId,
    copy: { masked: true, text: "Something bad", place: hall.plan.title },
  });
  expect(JSON.stringify((await report(hall.birch))!.copy)).not.toMatch(/Iris|Moss/);
  expect(await report(hall.iris)).toBeNull();
  expect(await report(hall.wren)).toBeNull();
  expect(await report(null)).toBeNull();
  expect(await report(hall.birch, 12345)).toBeNull();
});
