import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, matches } from "#db/schema";
import { answerMatch } from "~/journal/match/answer-match.server";
import { takeNamingBack } from "~/journal/match/name-organisation.server";
import { tellFive } from "~/journal/match/tell-five.server";
import { leaveMatch, writeInMatch } from "~/journal/match/write-in-match.server";
import { fromLink } from "~/platform/ids";
import { DAY, HOUR } from "~/platform/time";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import { aCommunity, aMatch, RESTED } from "./those-who-name";

const ERASE = { answers: "erase", topics: "erase", gatherings: "erase" } as const;

test("bait by two: beside two others nobody hears anything", async () => {
  const { some, rest } = await aCommunity();
  const people = [...(await some(2)), ...(await some(2, {}, "Bait"))];
  expect(await rest(people)).toEqual([]);
});

test("bait by a branch of fifty: it counts once, and of it one hears where four others count", async () => {
  const { some, rest } = await aCommunity();
  const branch = await some(50, { branch: 4711 }, "Branch");
  const people = await some(3);
  expect(await rest([...branch, ...people])).toEqual([]);
  people.push(...(await some(1, {}, "Fourth")));
  expect(await rest(people)).toHaveLength(4);
  expect(await rest(branch)).toHaveLength(1);
});

test("five of a small circle count once", async () => {
  const { world, some, rest } = await aCommunity();
  const people = await some(5);
  await world.space("circle", { name: "Chapter", members: people });
  expect(await rest(people)).toEqual([]);
});

test("bait by a moderator: the office counts for nothing, and under sanction they don't count at all", async () => {
  const { some, rest, person, names, sanction } = await aCommunity();
  const people = await some(4);
  const moderator = await person("Moss", { offices: ["moderator"] });
  await names(moderator);
  await sanction(moderator, "warning");
  expect(await rest([...people, moderator])).toEqual([]);
  people.push(...(await some(1, {}, "Fifth")));
  expect(await rest([...people, moderator])).toEqual(people);
});

test("newcomers name, and don't count until they are established", async () => {
  const { world, some, rest } = await aCommunity();
  const people = [...(await some(4)), ...(await some(1, { standing: "member" }, "New"))];
  expect(await rest(people)).toEqual([]);
  const { accountId } = people[4]!;
  await world.site.database.transaction((tx) =>
    tx.update(accounts).set({ standing: "established" }).where(eq(accounts.id, accountId)),
  );
  expect(await rest(people)).toHaveLength(5);
});

test("one person with five names counts once", async () => {
  const { some, rest, person, names } = await aCommunity();
  const one = await person("Ana", { alsoAs: ["Ana Two", "Ana Three", "Ana Four", "Ana Five"] });
  expect(await names(one)).toMatchObject({ ok: true });
  expect(await names(one)).toMatchObject({ reason: "named-already" });
  expect(await rest([one, ...(await some(3))])).toEqual([]);
});

test("leaving a name in place to listen: it's spent, can't be given again for a year, and leaving the match doesn't change that", async () => {
  const { world, five, names, some, rest, match } = await aMatch();
  const listener = five[0]!;
  expect(await names(listener)).toMatchObject({ reason: "named-already" });
  await leaveMatch(world.site, await world.viewer(listener), { match }, world.now);
  expect(await names(listener)).toMatchObject({ reason: "named-already" });
  const others = await some(4, {}, "Later");
  expect(await rest([listener, ...others])).toEqual([]);
  await sweep(world.site, world.later(366 * DAY));
  expect(await names(listener)).toMatchObject({ ok: true });
});

test("naming and taking back to see who comes tells nothing, and three tries are a month's", async () => {
  const { world, person, names, reads, some, rest } = await aCommunity();
  const people = await some(4);
  const prober = await person("Prober");
  for (let i = 0; i < 3; i++) {
    await names(prober);
    const naming = fromLink((await reads(prober)).named[0]!.link)!;
    await tellFive(world.site, world.later(6 * DAY));
    await takeNamingBack(world.site, await world.viewer(prober), { naming });
  }
  expect(await names(prober)).toMatchObject({ reason: "named-enough" });
  expect(await rest([...people, prober])).toEqual([]);
});

test("taking it back a moment before: the other four hear nothing; and at the same moment it's one or the other", async () => {
  const { world, some, reads, rest, matchesOf, counts } = await aCommunity();
  const people = await some(5);
  const [ana] = people;
  const naming = fromLink((await reads(ana!)).named[0]!.link)!;
  world.later(RESTED);
  const viewer = await world.viewer(ana!);
  const [back] = await Promise.all([
    takeNamingBack(world.site, viewer, { naming }),
    tellFive(world.site, world.now),
    tellFive(world.site, world.now),
  ]);
  const told = (await matchesOf(ana!)).length;
  expect(told).toBe(back.ok ? 0 : 1);
  expect((await counts()).voices).toBe(back.ok ? 0 : 5);
  if (back.ok) expect(await rest(people)).toEqual([]);
});

test("somebody who leaves for good in the middle takes their words along; the others go on, and no circle opens", async () => {
  const { world, five, match, counts } = await aMatch();
  const [ana, ...others] = five;
  await writeInMatch(world.site, await world.viewer(ana!), { match, words: "mine" }, world.now);
  await writeInMatch(world.site, await world.viewer(others[0]!), { match, words: "theirs" }, world.now);
  const yes = { match, answer: "yes", slot: 1 } as const;
  await answerMatch(world.site, await world.viewer(ana!), yes, world.now);
  expect(await leaveForGood(world.site, await world.viewer(ana!), ERASE, world.now)).toEqual({ ok: true });
  expect(await counts()).toMatchObject({ voices: 4, messages: 1 });
  for (const one of others)
    expect(await answerMatch(world.site, await world.viewer(one), yes, world.now)).toEqual({ ok: true, opened: null });
  expect(await world.read.$count(matches)).toBe(1);
});

test("somebody who leaves before it is told isn't counted", async () => {
  const { world, some, rest } = await aCommunity();
  const people = await some(5);
  await leaveForGood(world.site, await world.viewer(people[0]!), ERASE, world.now);
  expect(await rest(people.slice(1))).toEqual([]);
});

test("somebody suspended or muted after the match reads, and can leave, but neither writes nor answers", async () => {
  const { world, five, match, sanction, matchesOf } = await aMatch();
  const [ana, ben] = five;
  await sanction(ana!);
  await sanction(ben!, "mute");
  for (const [one, reason] of [
    [ana!, "suspended"],
    [ben!, "muted"],
  ] as const) {
    const viewer = await world.viewer(one);
    expect(await writeInMatch(world.site, viewer, { match, words: "…" }, world.now)).toMatchObject({ reason });
    const yes = { match, answer: "yes", slot: 1 } as const;
    expect(await answerMatch(world.site, viewer, yes, world.now)).toMatchObject({ reason });
    expect(await matchesOf(one)).toEqual([match]);
    expect(await leaveMatch(world.site, viewer, { match }, world.now)).toEqual({ ok: true });
  }
});

test("nobody from outside a match finds it, writes in it or answers for it; nor do the five once it's over", async () => {
  const { world, five, match, person } = await aMatch();
  const moderator = await person("Moss", { offices: ["moderator"] });
  const tries = async (who: typeof moderator) => {
    const viewer = await world.viewer(who);
    return [
      await writeInMatch(world.site, viewer, { match, words: "…" }, world.now),
      await answerMatch(world.site, viewer, { match, answer: "no" }, world.now),
      await leaveMatch(world.site, viewer, { match }, world.now),
    ];
  };
  const notFound = { ok: false, reason: "not-found" };
  expect(await tries(moderator)).toEqual([notFound, notFound, notFound]);
  world.later(30 * DAY + HOUR);
  expect(await tries(five[0]!)).toEqual([notFound, notFound, notFound]);
});
