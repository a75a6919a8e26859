import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { sessions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([false, true])(
  "burning a name on a phone, and taking it back (scripts: %s)",
  { timeout: 60_000 },
  async (scripts) => {
    const world = await openWorld();
    const fern = await world.member("Quiet Fern", { standing: "established", offices: ["steward"], alsoAs: ["Heron"] });
    const wren = await world.member("Wren", { standing: "established" });
    const commons = await world.space("open", { name: "Commons" });
    const topic = await world.topic(wren, commons, { title: "Where the light falls" });
    await world.post(fern, topic, { body: "words of somebody recognised" });
    world.later(Date.now() - world.now.getTime());
    await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const viewport = { width: 360, height: 740 };
    const page = await openPage(browser, server, { as: fern, proved: true, scripts, viewport });
    const other = await openPage(browser, server, { as: wren, scripts: false, viewport });
    const seenByWren = async () => {
      await other.goto(`/t/${topic.link}`);
      return (await other.getByText("words of somebody recognised").count()) > 0;
    };
    expect(await seenByWren()).toBe(true);

    await page.goto("/me/burn");
    if (scripts) await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.getByText("Quiet Fern is the only steward.").count()).toBe(1);
    await page.getByLabel("Quiet Fern").check();
    await page.getByRole("button", { name: "Burn this name" }).click();

    await page.getByText("Quiet Fern is burned").waitFor();
    expect(await seenByWren()).toBe(false);
    expect(await other.getByText("Quiet Fern").count()).toBe(0);
    if (scripts) await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    await page.getByRole("button", { name: "Take it back" }).click();
    await page.waitForURL("**/me/names");
    expect(await seenByWren()).toBe(true);
  },
);
