import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountKeys, journalEntries } from "#db/schema";
import { wrapBySecret } from "~/accounts/own-key/wraps.server";
import * as shutPage from "~/routes/me.journal.shut";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { community } from "./open-journal";

/** A journal that is closed under the words its owner had before. */
async function shut() {
  const scene = await community();
  const { world, iris, key } = scene;
  const codename = await giveCodename(world, iris);
  const before = "abacus abdomen abide ablaze able";
  const bySecret = (await wrapBySecret(key, before))!;
  await world.site.database.transaction((tx) =>
    tx.insert(accountKeys).values({ accountId: iris.accountId, bySecret, byCode: null }),
  );
  await scene.keep();
  const press = (form: Record<string, string>) => call(world, shutPage.action, { as: iris, proved: true, form });
  return { ...scene, codename, before, press };
}

test("a journal that stayed closed opens with the words before, and from then on with today's", async () => {
  const { world, iris, key, codename, before, press } = await shut();
  const { secret } = codename;
  expect((await press({ deed: "reopen", before: "other words", secret })).status).toBe(401);
  expect((await press({ deed: "reopen", before, secret: "not today's" })).status).toBe(401);
  const opened = await press({ deed: "reopen", before, secret });
  expect(opened.headers.get("location")).toBe("/me/journal?said=reopened");
  const { openOwnKey } = await import("~/accounts/own-key/own-key.server");
  expect(await openOwnKey(world.read, iris.accountId, secret)).toEqual({ key });
});

test("or a new one begins, which is said to erase the old one, and asks to be sure", async () => {
  const { world, iris, press } = await shut();
  expect((await press({ deed: "anew" })).status).toBe(422);
  expect(await world.read.$count(journalEntries)).toBe(1);
  const begun = await press({ deed: "anew", sure: "on" });
  expect(begun.headers.get("location")).toBe("/me/journal");
  expect(await world.read.$count(journalEntries, eq(journalEntries.accountId, iris.accountId))).toBe(0);
  expect(await world.read.$count(accountKeys)).toBe(0);
  expect(begun.headers.getSetCookie().join()).toMatch(/proof=;/);
});
