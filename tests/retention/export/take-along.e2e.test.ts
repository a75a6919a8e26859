import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { sessions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../../support/browser";
import { startServer } from "../../support/server";
import { openWorld } from "../../support/world";
import { unpack } from "./unpack";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["Grey Heron"] });
  const fern = await world.member("Quiet Fern", { standing: "established" });
  const commons = await world.space("open", { name: "Commons" });
  const topic = await world.topic(alder, commons, { title: "Where the light falls", body: "words of Alder <b>" });
  await world.post(fern, topic, { body: "an answer of Fern's", to: 1 });
  world.later(Date.now() - world.now.getTime());
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  return { server, alder };
}

async function save(page: Page) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make it and save it" }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), zip: await readFile((await download.path())!) };
}

test.each([false, true])("taking everything along on a phone (scripts: %s)", async (scripts) => {
  const { server, alder } = await scene();
  const viewport = { width: 360, height: 740 };
  const page = await openPage(browser, server, { as: alder, proved: true, scripts, viewport });
  await page.goto("/me");
  await page.getByRole("link", { name: "Take your words along" }).click();
  expect(await page.getByText("This file shows that your names are one person").count()).toBe(1);
  expect(await page.getByText("Posts: 1", { exact: true }).count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  await page.getByLabel("All of it").check();
  const { name, zip } = await save(page);
  expect(name).toMatch(/^my-words-\d{4}-\d\d-\d\d\.zip$/);
  const { files, data } = await unpack(zip);
  expect(data.parts.posts).toMatchObject([{ body: "words of Alder <b>", name: "Alder", space: "Commons" }]);
  expect(JSON.stringify(data)).not.toContain("Fern's");
  expect(files.get("pages/posts-1.html")).toContain("words of Alder &lt;b&gt;");
  if (scripts) {
    await page.getByText(/It's all there, \d+ kB/).waitFor();
    await expectAccessible(page);
  }

  await page.getByLabel("Only Grey Heron").check();
  const alone = await unpack((await save(page)).zip);
  expect(alone.data.of).toBe("one-name");
  expect(alone.all).not.toContain("Alder");

  // Its pages can be read by themselves, from a folder, and by a screen reader.
  const reader = await page.context().newPage();
  if (scripts) {
    for (const path of ["index.html", "pages/posts-1.html"]) {
      await reader.setContent(files.get(path)!);
      await expectAccessible(reader);
    }
    expect(await reader.getByText("words of Alder <b>").count()).toBe(1);
  }
});

test("with scripts, a refusal is shown as a page and nothing is saved", async () => {
  const { server, alder } = await scene();
  const page = await openPage(browser, server, { as: alder, proved: true, refusal: 429 });
  await page.goto("/me/export");
  for (let i = 0; i < 6; i++) {
    await page.getByLabel("Only Alder").check();
    await save(page);
    await page.getByText("It's all there").waitFor();
  }
  await page.getByLabel("Only Alder").check();
  await page.getByRole("button", { name: "Make it and save it" }).click();
  await page.getByText("A little slower, please").waitFor();
  expect(await page.getByLabel("Only Alder").isChecked()).toBe(true);
});
