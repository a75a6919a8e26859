import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Set to a folder, every page is photographed into it. */
const album = process.env.ALBUM;

async function look(page: Page, name: string) {
  const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
  expect(fits, `${name} is wider than the screen`).toBe(true);
  const { width } = page.viewportSize()!;
  if (album) await page.screenshot({ path: `${album}/${width}-${name}.png`, fullPage: true });
}

const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

describe.each([
  { where: "without scripts on a phone", scripts: false, viewport: { width: 360, height: 740 } },
  { where: "with scripts on a screen", scripts: true, viewport: { width: 1280, height: 800 } },
])("$where", ({ scripts, viewport }) => {
  test("a steward writes a request, everybody reads it, and what came of it stands below", async () => {
    const world = await openWorld();
    world.later(Date.now() - world.now.getTime());
    const ash = await world.member("Ash", { offices: ["steward"] });
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const guest = await openPage(browser, server, { scripts, viewport });
    const page = await openPage(browser, server, { as: ash, scripts, viewport });
    const check = async (of: Page, name: string) => {
      await look(of, name);
      if (scripts) await expectAccessible(of);
    };

    await guest.goto("/privacy");
    await guest.getByRole("link", { name: "Whether somebody ever asked for it" }).click();
    await guest.getByText("Nobody has asked yet").waitFor();
    await check(guest, "nobody-asked");

    await page.goto("/steward");
    await page.getByRole("link", { name: "What was asked of you" }).click();
    await press(page, "Look at it first");
    await page.getByRole("alert").waitFor();
    await check(page, "something-missing");
    await page.getByLabel("A court order").check();
    await page.getByLabel("Country").fill("mx");
    await page.getByLabel("Which day did it come?").fill("2026-05-01");
    await page.getByLabel("What was asked").fill("Quién escribió tres mensajes en marzo.\n\nY desde dónde.");
    await page.getByLabel("Not answered yet").check();
    await page.getByLabel("Not yet", { exact: true }).check();
    await page.getByLabel("Español").check();
    await check(page, "form");
    await press(page, "Look at it first");
    await page.getByRole("heading", { name: "This is what everybody will read" }).waitFor();
    await check(page, "preview");
    await press(page, "Change something");
    expect(await page.getByLabel("Which day did it come?").inputValue()).toBe("2026-05-01");
    await press(page, "Look at it first");
    await press(page, "Publish");
    await page.getByText("It's on the page.").waitFor();

    await page.getByRole("link", { name: "Add to entry 1" }).click();
    await page.getByLabel("What do you add?").fill("The court took it back.");
    await page.getByLabel("Has the answer changed?").selectOption({ label: "Nothing was handed over" });
    await check(page, "adding");
    await press(page, "Look at it first");
    await check(page, "adding-preview");
    await press(page, "Publish");

    await page.goto("/steward/transparency?nothing");
    await check(page, "nothing-form");
    await press(page, "Look at it first");
    await press(page, "Publish");
    await page.getByText("It's on the page.").waitFor();
    await check(page, "desk");

    await guest.reload();
    const first = guest.locator("article").last();
    expect(await first.locator("[lang=es]").first().innerText()).toContain("Y desde dónde.");
    expect(await first.innerText()).toContain("The court took it back.");
    expect(await guest.locator("article h2").first().innerText()).toBe("Nothing to report");
    await check(guest, "page");
    await guest.goto("/log?office=steward");
    await check(guest, "log");
  }, 120_000);
});
