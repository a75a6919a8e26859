import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shots = process.env.SHOTS;
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

test.each([
  { scripts: true, viewport: { width: 1280, height: 800 } },
  { scripts: false, viewport: { width: 360, height: 720 } },
])(
  "an author calms a topic; whoever is too fast keeps their words; the author ends it (scripts $scripts)",
  async (how) => {
    const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
    const wren = await world.member("Wren", { standing: "established" });
    const fern = await world.member("Fern", { standing: "established" });
    const topic = await world.topic(wren, await world.space("members", { name: "Housing" }), {
      title: "Where we sleep",
    });
    const server = await startServer({ world });
    onTestFinished(async () => void (await server.stop()));
    const look = async (page: Page, name: string) => {
      if (how.scripts) await expectAccessible(page);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${how.viewport.width}.png`, fullPage: true });
    };

    const hers = await openPage(browser, server, { as: wren, ...how });
    await hers.goto(`/t/${topic.link}`);
    await hers.getByRole("link", { name: "Calm this topic" }).click();
    await hers.getByLabel("15 minutes apart").check();
    await hers.getByLabel("Why", { exact: true }).fill("Let's breathe before we answer.");
    await look(hers, "form");
    await press(hers, /^Calm it/);
    await hers.getByText("This topic is slow for a while").waitFor();
    await look(hers, "topic");

    const theirs = await openPage(browser, server, { as: fern, ...how, refusal: 429 });
    for (const words of ["Once", "And once more, after an hour of writing"]) {
      await theirs.goto(`/t/${topic.link}/reply`);
      await theirs.locator("[name=body]").fill(words);
      await theirs.getByRole("button", { name: "Post", exact: true }).click();
      await theirs.waitForLoadState();
    }
    await theirs.getByText("A little slower, please").waitFor();
    expect(await theirs.locator("[name=body]").inputValue()).toBe("And once more, after an hour of writing");
    await look(theirs, "too-fast");

    await hers.getByRole("link", { name: "Calm this topic" }).click();
    await press(hers, /^End it now/);
    await hers.waitForURL(`**/t/${topic.link}`);
    expect(await hers.getByText("This topic is slow for a while").count()).toBe(0);
  },
);
