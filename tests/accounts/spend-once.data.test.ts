import { expect, test } from "vitest";
import { spentOnce } from "#db/schema";
import { spendOnce } from "~/accounts/spend-once.server";
import { HOUR, MINUTE } from "~/platform/time";
import { sweep } from "~/retention/sweep.server";
import { openWorld } from "../support/world";

test("a thing that may be used once is used once, also by two at the same moment", async () => {
  const world = await openWorld();
  const use = () => world.site.database.transaction((tx) => spendOnce(tx, "code", "123456", MINUTE, world.now));
  const answers = await Promise.all([use(), use(), use()]);
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test("the same text for two purposes is two things", async () => {
  const world = await openWorld();
  await world.site.database.transaction(async (tx) => {
    expect(await spendOnce(tx, "code", "a", MINUTE, world.now)).toBe(true);
    expect(await spendOnce(tx, "challenge", "a", MINUTE, world.now)).toBe(true);
  });
});

test("what was used is forgotten when it would be too old anyway, and its row never says the minute", async () => {
  const world = await openWorld();
  await world.site.database.transaction((tx) => spendOnce(tx, "work", "a", 5 * MINUTE, world.now));
  const [row] = await world.read.select().from(spentOnce);
  expect(row!.until.getTime() % HOUR).toBe(0);
  expect(row!.until.getTime()).toBeGreaterThan(world.now.getTime() + 5 * MINUTE);
  await sweep(world.site, world.later(5 * MINUTE));
  expect(await world.read.select().from(spentOnce)).toHaveLength(1);
  await sweep(world.site, world.later(2 * HOUR));
  expect(await world.read.select().from(spentOnce)).toHaveLength(0);
});
