import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { drawOwnKey } from "~/accounts/own-key/wraps.server";
import { answerMatch } from "~/journal/match/answer-match.server";
import { aMatch } from "../../routes/a-match";
import { expectAccessible, openBrowser, openPage } from "../../support/browser";
import { startServer } from "../../support/server";
import { openWorld } from "../../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Set to a folder, every page of the journey is photographed into it. */
const album = process.env.ALBUM;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const main = (page: Page) => page.locator("main").textContent();
const path = (page: Page) => new URL(page.url()).pathname;

describe.each([
  { where: "with scripts on a phone", scripts: true, viewport: { width: 360, height: 740 } },
  { where: "without scripts on a screen", scripts: false, viewport: { width: 1280, height: 800 } },
])("$where", ({ scripts, viewport }) => {
  test("from a name to a circle of five", { timeout: 120_000 }, async () => {
    const world = await openWorld();
    world.later(Date.now() - world.now.getTime());
    const key = drawOwnKey();
    const iris = await world.member("Iris", {
      standing: "established",
      branch: 5,
      weeksHere: 50,
      alsoAs: ["Wild Fern"],
    });
    const { match, others } = await aMatch(world, iris, key, "It happened to me, too.");
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: iris, proved: true, ownKey: key, scripts, viewport });
    let shot = 0;
    const see = async (name: string) => {
      const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
      expect(fits, `${name} is wider than the screen`).toBe(true);
      if (scripts) await expectAccessible(page);
      const file = `${album}/${viewport.width}-${++shot}-${name}.png`;
      if (album) await page.screenshot({ path: file, fullPage: true });
    };

    await page.goto("/notifications");
    await see("news");
    await page.getByRole("link", { name: "Something new waits for you" }).click();
    expect(path(page)).toBe("/me/journal/match");
    await see("named");
    await page.getByLabel("The organisation").fill("x");
    await press(page, "See how it's compared");
    expect(await main(page)).toContain("at least three letters");
    await page.getByLabel("The organisation").fill("La Fundación del Faro, S.L.");
    await press(page, "See how it's compared");
    expect(await main(page)).toContain("fundacion del faro");
    await see("check");
    await press(page, "Name it");
    expect(await main(page)).toContain("You'll hear of it here only if there are four others.");
    await page.getByRole("listitem").filter({ hasText: "fundacion" }).getByRole("button").click();
    expect(await main(page)).toContain("It's taken back.");

    await page.getByRole("link", { name: /unbreakable/ }).click();
    expect(await main(page)).toContain("It happened to me, too.");
    await see("others");
    await page.getByLabel("Write to the others").fill("Shall we meet?");
    await press(page, "Send it");
    expect(await main(page)).toContain("The others can read it.");
    await press(page, "Rather not");
    expect(await main(page)).toContain("Nobody is told");
    await page.getByLabel("Wild Fern").check();
    await press(page, "Open a circle");
    expect(await main(page)).toContain("If the other four say so, too, the circle opens.");
    await see("answered");

    for (const other of others)
      await answerMatch(world.site, await world.viewer(other), { match, answer: "yes", slot: 1 }, world.now);
    await page.goto("/notifications");
    await see("opened");
    await page.getByRole("link", { name: "A circle has opened, with you in it" }).click();
    expect(path(page)).toMatch(/^\/s\//);
    await page.getByRole("link", { name: "Who is here" }).click();
    expect(await main(page)).toContain("Wild Fern");
    await see("circle");
  });
});
