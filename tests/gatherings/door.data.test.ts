import { expect, test } from "vitest";
import { gatheringGoers, gatheringSeats, gatherings } from "#db/schema";
import { lockDoor } from "~/gatherings/arrange-room.server";
import { leaveRoom } from "~/gatherings/hand-over.server";
import { callOff, openGathering } from "~/gatherings/move-gathering.server";
import { MOST_SEATS, passTheDoor } from "~/gatherings/pass-the-door.server";
import { planGathering } from "~/gatherings/plan-gathering.server";
import { removeSeat } from "~/gatherings/restrain-seat.server";
import { sayYoullCome } from "~/gatherings/say-coming.server";
import { newId } from "~/platform/ids";
import { unseal } from "~/platform/keys.server";
import { DAY, HOUR, plus } from "~/platform/time";
import { openHall, says } from "./room";

test("an organizer plans a gathering; a member can't", async () => {
  const hall = await openHall();
  expect(await hall.gathering()).toMatchObject({ state: "planned", title: hall.plan.title });
  const byMember = { ...hall.plan, pseudonymId: hall.iris.pseudonymId };
  expect(says(await planGathering(hall.site, await hall.viewer(hall.iris), byMember, hall.now))).toBe("not-allowed");
});

test.each([
  ["a space that isn't there", { spaceId: 12345 }, "not-found"],
  ["somebody else's name", { pseudonymId: 12345 }, "invalid"],
  ["a time that has passed", { starts: new Date("2020-01-01T00:00:00Z") }, "invalid"],
  ["a time in two years", { starts: new Date("2028-01-01T00:00:00Z") }, "invalid"],
  ["an unknown co-host", { coHosts: ["Nobody"] }, "invalid"],
])("a plan with %s is refused", async (_, wrong, reason) => {
  const hall = await openHall();
  const outcome = await planGathering(hall.site, await hall.viewer(hall.alder), { ...hall.plan, ...wrong }, hall.now);
  expect(says(outcome)).toBe(reason);
});

test("a co-host of a circle's gathering must be in the circle", async () => {
  const hall = await openHall({ kind: "circle" });
  const plan = { ...hall.plan, coHosts: ["Wren"] };
  expect(says(await planGathering(hall.site, await hall.viewer(hall.alder), plan, hall.now))).toBe("invalid");
});

test("somebody who isn't in the circle finds no gathering there, whatever they try", async () => {
  const hall = await openHall({ kind: "circle" });
  await hall.open();
  expect(await hall.enter(hall.wren)).toBe("not-found");
  expect(await hall.does(hall.wren, sayYoullCome, { coming: true })).toBe("not-found");
  expect(await hall.does(null, sayYoullCome, { coming: true })).toBe("not-found");
  expect(await hall.does(hall.wren, lockDoor, { locked: true })).toBe("not-found");
});

test("saying that one will come counts once an account, and can be taken back", async () => {
  const hall = await openHall();
  const say = (coming: boolean) => hall.does(hall.iris, sayYoullCome, { coming });
  await say(true);
  await say(true);
  expect(await hall.read.$count(gatheringGoers)).toBe(1);
  await say(false);
  expect(await hall.read.$count(gatheringGoers)).toBe(0);
  expect(await hall.does(null, sayYoullCome, { coming: true })).toBe("sign-in-first");
});

test("it opens an hour before its time at the earliest, and the host is in the room", async () => {
  const hall = await openHall({ starts: plus(new Date("2026-05-04T13:47:31.123Z"), 3 * HOUR) });
  const open = async () => says(await openGathering(hall.site, await hall.viewer(hall.alder), hall, hall.now));
  expect(await open()).toBe("not-open-yet");
  hall.later(2 * HOUR);
  expect(await open()).toBe("yes");
  expect(await open()).toBe("already-done");
  expect(await hall.seatOf("Alder")).toMatchObject({ state: "in", pseudonymId: hall.alder.pseudonymId });
});

test("the door opens with the gathering, to whoever agrees to the ground rules", async () => {
  const hall = await openHall();
  expect(await hall.enter(hall.iris)).toBe("not-open-yet");
  await hall.open();
  const disagreeing = { gatheringId: hall.gatheringId, agreed: false, guise: { as: "mask" as const } };
  expect(says(await passTheDoor(hall.site, await hall.viewer(hall.iris), disagreeing, hall.now))).toBe("invalid");
  expect(await hall.enter(hall.iris, { as: "name", pseudonymId: hall.wren.pseudonymId })).toBe("invalid");
  expect(await hall.enter(hall.iris)).toBe("yes");
  expect(hall.heard.filter((event) => event.kind === "gathering-changed").length).toBeGreaterThan(1);
});

test("an account has one seat, however often and as whomever it comes in, two at once too", async () => {
  const hall = await openHall();
  await hall.open();
  const viewer = await hall.viewer(hall.iris);
  const enter = (guise: Parameters<typeof passTheDoor>[2]["guise"]) =>
    passTheDoor(hall.site, viewer, { gatheringId: hall.gatheringId, agreed: true, guise }, hall.now);
  const outcomes = await Promise.all([enter({ as: "mask" }), enter({ as: "mask" }), enter({ as: "mask" })]);
  expect(outcomes.map(says)).toEqual(["yes", "yes", "yes"]);
  expect(await hall.enter(hall.iris)).toBe("yes");
  expect(await hall.read.$count(gatheringSeats)).toBe(2);
});

test("a mask's row holds nothing that names the account or its pseudonyms, and the sealed link opens for its seat alone", async () => {
  const hall = await openHall();
  await hall.open();
  await hall.enter(hall.iris, { as: "mask" });
  const seats = await hall.read.select().from(gatheringSeats);
  const mask = seats.find((seat) => seat.pseudonymId === null)!;
  const plain = JSON.stringify({ ...mask, sealed: Buffer.from(mask.sealed).toString("latin1") });
  for (const known of ["Iris", "Moss", String(hall.iris.accountId), String(hall.iris.pseudonymId)])
    expect(plain).not.toContain(known);
  expect(JSON.parse(unseal("gathering-mask", mask.sealed, String(mask.id)))).toEqual([
    hall.iris.accountId,
    hall.iris.pseudonymId,
  ]);
  expect(() => unseal("gathering-mask", mask.sealed, "another seat")).toThrow();
});

test("hosts come as the name that hosts, not under a mask", async () => {
  const hall = await openHall();
  await hall.open();
  expect(await hall.enter(hall.birch, { as: "mask" })).toBe("yes");
  expect((await hall.seatOf("Birch")).pseudonymId).toBe(hall.birch.pseudonymId);
});

test("a locked door keeps out whoever isn't in yet", async () => {
  const hall = await openHall();
  await hall.open();
  await hall.enter(hall.iris);
  await hall.does(hall.iris, leaveRoom);
  expect((await hall.seatOf("Iris")).state).toBe("left");
  expect(await hall.does(hall.alder, lockDoor, { locked: true })).toBe("yes");
  expect(await hall.enter(hall.wren)).toBe("door-locked");
  expect(await hall.enter(hall.birch)).toBe("yes");
  expect(await hall.enter(hall.iris)).toBe("yes");
  expect((await hall.seatOf("Iris")).state).toBe("in");
});

test("a removed seat stays removed", async () => {
  const hall = await openHall();
  await hall.open();
  await hall.enter(hall.iris);
  await hall.does(hall.alder, removeSeat, { seatId: (await hall.seatOf("Iris")).id });
  expect(await hall.enter(hall.iris, { as: "mask" })).toBe("seat-removed");
});

test("a room has an end", async () => {
  const hall = await openHall();
  await hall.open();
  await hall.site.database.transaction(async (tx) => {
    for (let i = 1; i < MOST_SEATS; i++)
      await tx.insert(gatheringSeats).values({
        id: newId(),
        gatheringId: hall.gatheringId,
        name: `Guest ${i}`,
        leaf: 1,
        owner: `somebody ${i}`,
        sealed: Buffer.from("sealed"),
      });
  });
  expect(await hall.enter(hall.iris)).toBe("full");
});

test("what is called off forgets who wanted to come and its minute, and stays so", async () => {
  const hall = await openHall();
  await hall.does(hall.iris, sayYoullCome, { coming: true });
  expect(await hall.does(hall.iris, callOff)).toBe("not-allowed");
  expect(await hall.does(hall.alder, callOff)).toBe("yes");
  expect(await hall.read.$count(gatheringGoers)).toBe(0);
  expect((await hall.gathering()).starts.getTime() % HOUR).toBe(0);
  expect(await hall.open()).toBe("closed");
});

test("an organizer's day of plans has an end", async () => {
  const hall = await openHall();
  const viewer = await hall.viewer(hall.alder);
  const starts = plus(hall.now, DAY);
  const plans = Array.from({ length: 6 }, () => planGathering(hall.site, viewer, { ...hall.plan, starts }, hall.now));
  expect((await Promise.all(plans)).map(says).sort()).toEqual(["limited", "yes", "yes", "yes", "yes", "yes"]);
  expect(await hall.read.$count(gatherings)).toBe(6);
});
