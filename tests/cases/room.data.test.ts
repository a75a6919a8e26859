import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offices, pseudonyms, roomMessages, sanctions } from "#db/schema";
import { ROOM_MOST } from "~/cases/room/forms";
import { MESSAGES_SHOWN } from "~/cases/room/room-queries.server";
import { newId } from "~/platform/ids";
import { DAY, HOUR } from "~/platform/time";
import { burnName } from "~/retention/burn-name.server";
import { finishBurning } from "~/retention/finish-burning.server";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import * as queue from "~/routes/moderation._index";
import * as room from "~/routes/moderation.room";
import { call } from "../support/call";
import { aCase, aReportedCase } from "../support/reporting";
import type { Person, World } from "../support/world";

const url = "/moderation/room";
type Said = { link: string; by: string; mine: boolean; words: string };
type Page = { messages: Said[]; more: boolean; names: { name: string }[] };

const read = async (world: World, as: Person | null, question = "") =>
  call(world, room.loader, { as, url: `${url}${question}` });
const messages = async (world: World, as: Person) => ((await read(world, as)).data as Page).messages;
const say = (world: World, as: Person | null, words: string, slot = "1") =>
  call(world, room.action, { as, url, form: { intent: "say", slot, words } });

test("those on duty talk under the names of their offices; for everybody else there is no such room", async () => {
  const { world, moderators, stewards, survivor, harasser } = await aCase({ steward: true });
  const [moss, fern] = moderators as [Person, Person];
  const organizer = await world.member("Iris", { offices: ["organizer"] });
  expect((await say(world, moss, "Who takes Sunday?")).status).toBe(303);
  expect((await say(world, fern, "I do, said Fern to Moss.")).status).toBe(303);
  expect(await messages(world, fern)).toMatchObject([
    { by: "Fern", mine: true, words: "I do, said Fern to Moss." },
    { by: "Moss", mine: false, words: "Who takes Sunday?" },
  ]);
  for (const as of [null, survivor, harasser, organizer, ...stewards]) {
    expect((await read(world, as)).status).toBe(404);
    expect((await say(world, as, "Hello?")).status).toBe(404);
  }
  for (const [as, shown] of [
    [moss, true],
    [stewards[0]!, false],
  ] as const)
    expect((await call(world, queue.loader, { as })).data).toMatchObject({ room: shown });
  expect(await world.read.$count(roomMessages)).toBe(2);
});

test("stewards are on duty while nobody holds the office of moderator", async () => {
  const { world, moderators, stewards } = await aCase({ steward: true, moderators: ["Moss"] });
  const [oak, moss] = [stewards[0]!, moderators[0]!];
  expect((await read(world, oak)).status).toBe(404);
  await world.site.database.transaction((tx) =>
    tx.update(offices).set({ until: world.now }).where(eq(offices.office, "moderator")),
  );
  expect((await read(world, moss)).status).toBe(404);
  expect((await say(world, oak, "Alone again.")).status).toBe(303);
  expect(await messages(world, oak)).toMatchObject([{ by: "Oak" }]);
});

test("whoever can't write for now isn't let in, either", async () => {
  const { world, moderators } = await aCase();
  const moss = moderators[0]!;
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: moss.pseudonymId,
      caseId: newId(),
      kind: "mute",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "",
      started: world.now,
    }),
  );
  expect((await read(world, moss)).status).toBe(404);
  expect((await say(world, moss, "Hello?")).status).toBe(404);
});

test("no member is named but those on duty, whether a case is about them or not; the text comes back", async () => {
  const { world, moderators, stewards, survivor } = await aReportedCase({ steward: true });
  const [moss] = moderators as [Person];
  await world.member("Linnet");
  await world.member("Ash", { alsoAs: ["Grey Heron"] });
  const refusals = [];
  // A respondent and their other name, a reporter, somebody in no case at all, a moderator's other name, a steward off duty.
  for (const name of ["Thorn", "@bramble", "Wren", "Linnet", "Grey Heron", "Oak"]) {
    const words = `What do you make of ${name} lately?`;
    const answer = await say(world, moss, words);
    const { lastResult, refusal } = answer.data as { lastResult: { initialValue: object }; refusal: object };
    expect(lastResult.initialValue).toMatchObject({ words });
    expect(refusal).toEqual({ ok: false, reason: "names-somebody", word: name });
    refusals.push(answer.status);
  }
  for (const link of ["/t/0123456789abc/2", "/p/0123456789abc", "/moderation/cases/0123456789abc"])
    refusals.push((await say(world, moss, `Look at http://localhost${link}`)).status);
  expect(new Set(refusals)).toEqual(new Set([422]));
  expect(await world.read.$count(roomMessages)).toBe(0);
  expect((await say(world, moss, "Fern, Moss and the steward: a thorn, a wren.")).status).toBe(303);
  expect([survivor.name, stewards[0]!.name]).toEqual(["Wren", "Oak"]);
});

test("a text that is empty or too long, a slot that isn't on duty, and what isn't a form", async () => {
  const { world } = await aCase();
  const elm = await world.member("Elm", { offices: ["moderator"], alsoAs: ["Sorrel"] });
  for (const words of ["", "  \n ", "x".repeat(ROOM_MOST + 1)]) {
    const answer = await say(world, elm, words);
    expect([answer.status, await world.read.$count(roomMessages)]).toEqual([422, 0]);
  }
  expect((await say(world, elm, "x".repeat(ROOM_MOST))).status).toBe(303);
  expect((await say(world, elm, "Under the other name", "2")).status).toBe(404);
  for (const slot of ["", "0", "6", "-1", "x", "1e400", "99999999999999999999"])
    expect((await say(world, elm, "Hello", slot)).status, slot).toBe(422);
  for (const page of ["0", "-1", "x", "1e400", "%00"])
    expect((await read(world, elm, `?page=${page}`)).status).toBe(200);
  expect(((await read(world, elm)).data as Page).names).toMatchObject([{ name: "Elm" }]);
  expect(await messages(world, elm)).toHaveLength(1);
});

test("what was said is taken back by whoever said it, and by nobody else", async () => {
  const { world, moderators } = await aCase();
  const [moss, fern] = moderators as [Person, Person];
  await say(world, moss, "Let me put that differently.");
  const message = (await messages(world, moss))[0]!.link;
  const back = (as: Person, link: string) =>
    call(world, room.action, { as, url, form: { intent: "take-back", message: link } });
  expect((await back(fern, message)).status).toBe(303);
  expect(await messages(world, fern)).toHaveLength(1);
  for (const forged of ["", "x", "/".repeat(13), "9".repeat(400)])
    expect((await back(moss, forged)).status, forged).toBeGreaterThanOrEqual(400);
  for (let twice = 0; twice < 2; twice++) expect((await back(moss, message)).status).toBe(303);
  expect(await messages(world, moss)).toEqual([]);
});

test("what was said is sealed, goes after 30 days, and is never more than a page at once", async () => {
  const { world, moderators } = await aCase();
  const moss = moderators[0]!;
  await say(world, moss, "elderberry cordial");
  expect(JSON.stringify(await world.read.select().from(roomMessages))).not.toContain("elderberry");
  world.later(15 * DAY);
  for (let i = 0; i < MESSAGES_SHOWN; i++) {
    if (i % 50 === 0) world.later(HOUR);
    await say(world, moss, `Line ${i}`);
  }
  const [first, second] = [await read(world, moss), await read(world, moss, "?page=2")].map((one) => one.data as Page);
  expect(first).toMatchObject({ more: true, messages: { length: MESSAGES_SHOWN, 0: { words: "Line 99" } } });
  expect(second).toMatchObject({ more: false, messages: [{ words: "elderberry cordial" }] });
  world.later(15 * DAY);
  await sweep(world.site, world.now);
  expect(await world.read.$count(roomMessages)).toBe(MESSAGES_SHOWN);
});

test("whoever leaves for good takes along what they said, and so does a name that is burned", async () => {
  const { world, moderators } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const [moss, fern, ash] = moderators as [Person, Person, Person];
  for (const who of moderators) await say(world, who, "Good morning.");
  const all = { answers: "erase", topics: "erase", gatherings: "erase" } as const;
  expect(await leaveForGood(world.site, await world.viewer(moss), all, world.now)).toEqual({ ok: true });
  expect((await messages(world, ash)).map((one) => one.by)).toEqual(["Ash", "Fern"]);
  expect(await burnName(world.site, await world.viewer(fern), 1, world.now)).toEqual({ ok: true });
  expect((await messages(world, ash)).map((one) => one.by)).toEqual(["Ash", ""]);
  world.later(8 * DAY);
  await finishBurning(world.site, world.now);
  expect((await messages(world, ash)).map((one) => one.by)).toEqual(["Ash"]);
  expect(await world.read.$count(pseudonyms, eq(pseudonyms.state, "burned"))).toBeGreaterThan(0);
});
