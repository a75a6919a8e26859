import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offices, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "~/accounts/viewer";
import { DAY } from "~/platform/time";
import { addPseudonym } from "~/pseudonyms/add-pseudonym.server";
import { forgetName } from "~/pseudonyms/held-name.server";
import { checkName, findByName, proposeNames } from "~/pseudonyms/names-in-use.server";
import { mayAddName, mayRetire, maySpeakAs } from "~/pseudonyms/permissions";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { accountBehind } from "~/pseudonyms/sealed-link.server";
import { speakAs } from "~/pseudonyms/speak-as.server";
import { rememberedSlot, rememberVoice, usualSpeaker } from "~/pseudonyms/voice-guard.server";
import { wholeLog } from "~/public-log/log-queries.server";
import * as names from "~/routes/me.names";
import { call } from "../support/call";
import { openWorld, type Person } from "../support/world";

/** Who speaks in a space for somebody who says nothing else. */
async function voiceIn(read: Reader, viewer: Member, id: number) {
  const speakers = viewer.pseudonyms.filter((own) => own.state === "active");
  return usualSpeaker(viewer, { id, speakers }, await rememberedSlot(read, viewer.accountId, id));
}

type Names = Parameters<typeof mayAddName>[0];
const having = (states: ("active" | "retired" | "burned")[], sanction?: "mute" | "warning") =>
  ({
    pseudonyms: states.map((state, i) => ({ id: i, slot: i + 1, name: `n${i}`, leaf: 0, state })),
    sanctions: sanction ? [{ kind: sanction }] : [],
  }) as unknown as Names;

test.each<[string, Names, string]>([
  ["with one name", having(["active"]), "yes"],
  ["with four, two of them retired", having(["active", "retired", "active", "burned"]), "yes"],
  ["with five, one retired", having(["active", "retired", "active", "active", "active"]), "no-slot-left"],
  ["muted", having(["active"], "mute"), "muted"],
  ["warned", having(["active"], "warning"), "yes"],
])("a name may be added %s?", (_what, viewer, answer) => {
  const may = mayAddName(viewer);
  expect(may.ok ? "yes" : may.reason).toBe(answer);
});

test.each<[string, Names, number, string, string]>([
  ["the only one", having(["active"]), 1, "last-name", "yes"],
  ["the only active one", having(["active", "retired"]), 1, "last-name", "yes"],
  ["one of two", having(["active", "active"]), 2, "yes", "yes"],
  ["a retired one", having(["active", "retired", "active"]), 2, "already-done", "closed"],
  ["nobody's", having(["active", "active"]), 3, "not-found", "not-found"],
])("%s may be retired, and may speak?", (_what, viewer, slot, retire, speak) => {
  const [one, two] = [mayRetire(viewer, slot), maySpeakAs(viewer, slot)];
  expect(one.ok ? "yes" : one.reason).toBe(retire);
  expect(two.ok ? "yes" : two.reason).toBe(speak);
});

async function community() {
  const world = await openWorld();
  const alder = await world.member("Quiet Alder");
  const add = async (name: string, as: Person = alder) =>
    addPseudonym(world.site, await world.viewer(as), name, world.now);
  return { world, alder, add };
}

test("a further name is tied to its account and to nothing that shows it", async () => {
  const { world, alder, add } = await community();
  const added = await add(" Calm   Heron ");
  if (!added.ok) throw new Error(added.reason);
  expect(added.slot).toBe(2);
  const [row] = await world.read.select().from(pseudonyms).where(eq(pseudonyms.id, added.pseudonymId));
  expect(row).toMatchObject({ name: "Calm Heron", state: "active" });
  expect(await accountBehind(world.read, added.pseudonymId)).toBe(alder.accountId);
});

test("a name in use, or one that looks like it, is refused to everybody alike", async () => {
  const { world, add } = await community();
  const birch = await world.member("Birch");
  for (const name of ["Quiet Alder", "quiet alder", "Qu1et-Alder", "Quiét Álder"]) {
    expect(await add(name, birch)).toMatchObject({ reason: "name-taken", problem: "taken" });
    expect(await add(name)).toMatchObject({ reason: "name-taken", problem: "taken" });
  }
});

test.each([
  ["", "too-short"],
  ["x".repeat(100_000), "too-long"],
  ["Moderator", "staff"],
  ["a\u202eb\u202ec", "hidden-signs"],
])("the name %j is refused and makes nothing", async (typed, problem) => {
  const { world, add } = await community();
  expect(await add(typed)).toMatchObject({ ok: false, problem });
  expect(await world.read.$count(pseudonyms)).toBe(1);
});

test("two presses at once take two slots or one name, never more than five", async () => {
  const { world, alder, add } = await community();
  const same = await Promise.all([add("Calm Heron"), add("Calm Heron")]);
  expect(same.filter(({ ok }) => ok)).toHaveLength(1);
  world.later(7 * DAY);
  const two = await Promise.all([add("Wide River"), add("Slow Tide")]);
  expect(two.every(({ ok }) => ok)).toBe(true);
  expect(await add("Late Star")).toMatchObject({ ok: true });
  expect((await world.viewer(alder)).pseudonyms.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
  expect(await add("Soft Rain")).toMatchObject({ reason: "no-slot-left" });
});

test("two presses at once for the last slot add one name, and three names a week are enough", async () => {
  const { world, alder, add } = await community();
  for (const name of ["Calm Heron", "Wide River", "Slow Tide"]) expect(await add(name)).toMatchObject({ ok: true });
  expect(await add("Early Frost")).toMatchObject({ reason: "limited" });
  world.later(7 * DAY);
  const last = await Promise.all([add("Late Star"), add("Soft Rain")]);
  expect(last.map((answer) => (answer.ok ? "added" : answer.reason)).sort()).toEqual(["added", "no-slot-left"]);
  expect((await world.viewer(alder)).pseudonyms.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
});

test("a retired name falls silent: its offices end in the open, another speaks, and it's never used again", async () => {
  const { world, alder, add } = await community();
  await add("Calm Heron");
  const space = await world.space("members");
  await world.site.database.transaction(async (tx) => {
    await rememberVoice(tx, alder.accountId, space.id, 1);
    await tx.insert(offices).values({ pseudonymId: alder.pseudonymId, office: "moderator", since: world.now });
  });
  const retire = async () => retirePseudonym(world.site, await world.viewer(alder), 1, world.now);
  expect(await retire()).toEqual({ ok: true });
  expect(await retire()).toMatchObject({ reason: "already-done" });
  const viewer = await world.viewer(alder);
  expect(viewer.slot).toBe(2);
  expect(viewer.offices).toEqual([]);
  expect((await voiceIn(world.read, viewer, space.id))?.name).toBe("Calm Heron");
  expect((await wholeLog(world.read)).map(({ act, details }) => [act, details.name])).toEqual([
    ["office-ended", "Quiet Alder"],
  ]);
  expect(await checkName(world.read, "Quiet Alder")).toEqual({ ok: false, problem: "taken" });
  expect(await findByName(world.read, "Quiet Alder")).toBeNull();
  expect(await retirePseudonym(world.site, viewer, 2, world.now)).toMatchObject({ reason: "last-name" });
});

test.each([
  "Calm Heron",
  "Ca1m Her0n",
  "calm hérón",
  "CalmHeron",
  "Calm-Heron",
  "Саlm Heron",
  "Calm\u200b Heron",
  "Calm Hemn",
])("nobody gets a name that looks like one in use, retired, burned or left: %s", async (looks) => {
  const { world, add } = await community();
  await add("Calm Heron");
  // "rn" and "m" run together; there is no "rn" here, so that this one is nobody's.
  const expected = looks === "Calm Hemn";
  for (const state of ["active", "retired", "burned"] as const) {
    await world.site.database.transaction((tx) =>
      tx.update(pseudonyms).set({ state }).where(eq(pseudonyms.name, "Calm Heron")),
    );
    expect((await checkName(world.read, looks)).ok, state).toBe(expected);
  }
  const [gone] = await world.read.select().from(pseudonyms).where(eq(pseudonyms.name, "Calm Heron"));
  await world.site.database.transaction((tx) => forgetName(tx, gone!.id));
  expect((await checkName(world.read, looks)).ok, "left").toBe(expected);
});

test("of two retired at once one stays", async () => {
  const { world, alder, add } = await community();
  await add("Calm Heron");
  const viewer = await world.viewer(alder);
  const both = await Promise.all([1, 2].map((slot) => retirePseudonym(world.site, viewer, slot, world.now)));
  expect(both.map((answer) => (answer.ok ? "retired" : answer.reason)).sort()).toEqual(["last-name", "retired"]);
});

test("a space remembers who speaks in it, and everywhere else the chosen name does", async () => {
  const { world, alder, add } = await community();
  await add("Calm Heron");
  const [here, there] = [await world.space("members", { name: "Here" }), await world.space("open", { name: "There" })];
  await world.site.database.transaction((tx) => rememberVoice(tx, alder.accountId, here.id, 1));
  expect(await speakAs(world.site, await world.viewer(alder), 2, world.now)).toEqual({ ok: true });
  const viewer = await world.viewer(alder);
  expect((await voiceIn(world.read, viewer, here.id))?.name).toBe("Quiet Alder");
  expect((await voiceIn(world.read, viewer, there.id))?.name).toBe("Calm Heron");
  expect(await speakAs(world.site, viewer, 4, world.now)).toMatchObject({ reason: "not-found" });
});

test("proposals are free names, each different", async () => {
  const { world } = await community();
  for (const language of ["en", "es"] as const) {
    const proposed = await proposeNames(world.read, language, 5);
    expect(new Set(proposed).size).toBe(5);
    for (const name of proposed) expect(await checkName(world.read, name)).toMatchObject({ ok: true, name });
  }
});

test.each([
  ["nothing", {}, 422],
  ["an unknown deed", { deed: "sell", slot: "1" }, 422],
  ["a slot out of range", { deed: "speak", slot: "9" }, 422],
  ["no number for a slot", { deed: "retire", slot: "x" }, 422],
  ["somebody else's slot", { deed: "retire", slot: "2" }, 404],
  ["a huge name", { deed: "add", name: "x".repeat(501) }, 422],
  ["a staff name", { deed: "add", name: "Moderator" }, 422],
  ["a name in use", { deed: "add", name: "Quiet Alder" }, 409],
  ["the last name, surely", { deed: "retire", slot: "1", sure: "yes" }, 409],
])("the page of one's names answers %s with its status", async (_what, form, status) => {
  const { world, alder } = await community();
  expect(
    (await call(world, names.action, { as: alder, proved: true, form: form as Record<string, string> })).status,
  ).toBe(status);
});

test("retiring asks once before it does anything, and a guest is asked to sign in", async () => {
  const { world, alder, add } = await community();
  await add("Calm Heron");
  const asked = await call(world, names.action, { as: alder, form: { deed: "retire", slot: "2" } });
  expect(asked).toMatchObject({ status: 200, data: { ask: 2 } });
  expect((await world.viewer(alder)).pseudonyms.every(({ state }) => state === "active")).toBe(true);
  const sure = { as: alder, form: { deed: "retire", slot: "2", sure: "yes" } };
  expect((await call(world, names.action, { ...sure, proved: false })).status).toBe(401);
  expect((await call(world, names.action, { ...sure, proved: true })).status).toBe(303);
  expect((await call(world, names.action, { form: { deed: "speak", slot: "1" } })).status).toBe(401);
  expect((await call(world, names.loader)).status).toBe(401);
});
