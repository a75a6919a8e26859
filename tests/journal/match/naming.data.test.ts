import { expect, test } from "vitest";
import { matches, namings, notifications } from "#db/schema";
import { countMatchNews } from "~/journal/match/match-queries.server";
import { takeNamingBack } from "~/journal/match/name-organisation.server";
import { tellFive } from "~/journal/match/tell-five.server";
import { startAnew } from "~/journal/remove-entry.server";
import { fromLink } from "~/platform/ids";
import { DAY, HOUR } from "~/platform/time";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import { everything } from "../../retention/places";
import { aCommunity, aMatch, RESTED } from "./those-who-name";

test("what is stored tells an organisation's fingerprint and a day; neither who named it nor what it's called", async () => {
  const { world, person, names, reads } = await aCommunity();
  const ana = await person("Ana");
  expect(await names(ana)).toMatchObject({ ok: true });
  const [row] = await world.read.select().from(namings);
  expect(Object.keys(row!).sort()).toEqual(["id", "name", "organisation", "owner", "rests", "sealed"]);
  expect((await reads(ana)).named).toMatchObject([{ name: "lighthouse project", resting: true }]);
  const all = await everything(world);
  expect(all.filter(({ text }) => text.includes("lighthouse")).map(({ column }) => column)).toEqual([]);
  const own = all.filter(({ text }) => text === String(ana.accountId)).map(({ table }) => table);
  expect(own).not.toContain("namings");
});

test("one name an organisation, however it's written; five at a time; three in a month", async () => {
  const { world, person, names } = await aCommunity();
  const ana = await person("Ana");
  await names(ana);
  expect(await names(ana, "lighthouse PROJECT")).toMatchObject({ reason: "named-already" });
  expect(await names(ana, "!!")).toMatchObject({ reason: "invalid" });
  await names(ana, "Two two");
  expect(await names(ana, "Three three")).toMatchObject({ ok: true });
  expect(await names(ana, "Four four")).toMatchObject({ reason: "named-enough" });
  await sweep(world.site, world.later(31 * DAY));
  await names(ana, "Four four");
  await names(ana, "Five five");
  expect(await names(ana, "Six six")).toMatchObject({ reason: "named-enough" });
});

test("pressed twice at once, it's named once", async () => {
  const { person, names, counts } = await aCommunity();
  const ana = await person("Ana");
  const done = await Promise.all([names(ana), names(ana)]);
  expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect((await counts()).namings).toBe(1);
});

test("it's taken back at once, by its owner alone, and a younger member can't name", async () => {
  const { world, person, names, reads, counts } = await aCommunity();
  const [ana, ben] = [await person("Ana"), await person("Ben")];
  await names(ana);
  const naming = fromLink((await reads(ana)).named[0]!.link)!;
  expect(await takeNamingBack(world.site, await world.viewer(ben), { naming })).toMatchObject({ reason: "not-found" });
  expect(await takeNamingBack(world.site, await world.viewer(ana), { naming })).toEqual({ ok: true });
  expect((await counts()).namings).toBe(0);
  const young = await person("Cleo", { younger: true });
  expect(await names(young)).toMatchObject({ reason: "not-found" });
});

test("five hear of each other, once: a day is erased when its week is over, and the namings are spent", async () => {
  const { world, some, rest, counts, matchesOf } = await aCommunity();
  const people = await some(5);
  await tellFive(world.site, world.later(7 * DAY));
  expect((await counts()).voices).toBe(0);
  expect(await rest(people)).toHaveLength(5);
  expect(new Set((await Promise.all(people.map(matchesOf))).flat()).size).toBe(1);
  expect(await counts()).toEqual({ namings: 0, voices: 5, messages: 0 });
  await tellFive(world.site, world.now);
  expect(await world.read.$count(matches)).toBe(1);
  for (const one of people) expect(await countMatchNews(world.read, await world.viewer(one), world.now)).toBe(1);
  expect(await world.read.$count(notifications), "five rows of news at once would name the five").toBe(0);
});

test("four hear nothing, however long they wait, and only the day is forgotten", async () => {
  const { world, some, rest, counts } = await aCommunity();
  const people = await some(4);
  expect(await rest(people)).toEqual([]);
  expect(await counts()).toMatchObject({ namings: 4 });
  expect((await world.read.select().from(namings)).map(({ rests }) => rests)).toEqual([null, null, null, null]);
});

test("several processes at once make one match of five, and two of ten", async () => {
  const { world, some, counts } = await aCommunity();
  await some(5);
  world.later(RESTED);
  const other = { ...world.site, database: await world.another() };
  await Promise.all([world.site, other, world.site, other].map((site) => tellFive(site, world.now)));
  expect(await world.read.$count(matches)).toBe(1);
  await some(10, {}, "Other");
  world.later(RESTED);
  await Promise.all([world.site, other, world.site, other].map((site) => tellFive(site, world.now)));
  expect(await world.read.$count(matches)).toBe(3);
  expect(await counts()).toEqual({ namings: 0, voices: 15, messages: 0 });
});

test("all of it ends after 30 days", async () => {
  const { world, five, matchesOf, counts } = await aMatch();
  await sweep(world.site, world.later(30 * DAY - 2 * HOUR));
  expect(await matchesOf(five[0]!)).toHaveLength(1);
  world.later(3 * HOUR);
  expect(await matchesOf(five[0]!), "before the sweep, too").toEqual([]);
  await sweep(world.site, world.now);
  expect(await counts()).toEqual({ namings: 0, voices: 0, messages: 0 });
});

test("leaving for good, and beginning a new journal, take what was named along", async () => {
  const { world, some, counts, names } = await aCommunity();
  const [ana, ben] = await some(2);
  await names(ana!, "Another one");
  const choices = { answers: "erase", topics: "erase", gatherings: "erase" } as const;
  expect(await leaveForGood(world.site, await world.viewer(ana!), choices, world.now)).toEqual({ ok: true });
  expect((await counts()).namings).toBe(1);
  await startAnew(world.site, await world.viewer(ben!), world.now);
  expect((await counts()).namings).toBe(0);
});

test("a clock set back tells nobody early", async () => {
  const { world, some, rest, counts } = await aCommunity();
  const people = await some(5);
  await tellFive(world.site, world.later(-400 * DAY));
  expect((await counts()).voices).toBe(0);
  world.later(400 * DAY);
  expect(await rest(people)).toHaveLength(5);
});
