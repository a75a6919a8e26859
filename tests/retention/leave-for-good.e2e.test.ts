import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { accounts, posts, pseudonyms, sessions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([false, true])("leaving for good on a phone (scripts: %s)", { timeout: 60_000 }, async (scripts) => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["Grey Heron"] });
  const fern = await world.member("Quiet Fern", { standing: "established" });
  const commons = await world.space("open", { name: "Commons" });
  const topic = await world.topic(alder, commons, { title: "Where the light falls", body: "words of Alder" });
  await world.post(fern, topic, { body: "an answer" });
  world.later(Date.now() - world.now.getTime());
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  const viewport = { width: 360, height: 740 };
  const page = await openPage(browser, server, { as: alder, proved: true, scripts, viewport });

  await page.goto("/me");
  await page.getByRole("link", { name: "Leave for good" }).click();
  if (scripts) await expectAccessible(page);
  expect(await page.getByText("Your 2 names").count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  // Pressed without the tick: nothing has happened, and what was chosen is still chosen.
  await page
    .getByRole("group", { name: /topic you opened/ })
    .getByLabel("Leave here")
    .check();
  await page.getByRole("button", { name: "Leave for good" }).click();
  expect(await page.getByText("Nothing has happened yet.").count()).toBeGreaterThan(0);
  const opened = page.getByRole("group", { name: /topic you opened/ });
  expect(await opened.getByLabel("Leave here").isChecked()).toBe(true);
  await opened.getByLabel("Erase").check();
  await page.getByLabel("I know that nobody can bring any of this back").check();
  await page.getByRole("button", { name: "Leave for good" }).click();
  await page.waitForURL("**/goodbye");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("That's all");
  if (scripts) await expectAccessible(page);
  expect(await page.context().cookies()).toEqual([]);
  await page.goto("/me");
  expect(await page.getByRole("heading", { name: "Sign in" }).count()).toBeGreaterThan(0);

  await page.goto(`/t/${topic.link}`);
  expect(await page.getByText("Removed by its author.").count()).toBe(1);
  expect(await page.getByText("Alder").count()).toBe(0);
  expect(await world.read.$count(accounts)).toBe(1);
  expect((await world.read.select().from(posts)).map((post) => post.body).sort()).toEqual(["", "an answer"]);
  expect((await world.read.select().from(pseudonyms)).map((name) => name.name).sort()).toEqual(["", "", "Quiet Fern"]);
});
