import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { LARGEST_IMAGE } from "~/safety/images/image-kinds";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { jpeg, pngOf } from "../support/images";
import { aCase } from "../support/reporting";
import { startServer } from "../support/server";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Set to a folder, every page of the journey is photographed into it. */
const album = process.env.ALBUM;
let shot = 0;

async function look(page: Page, name: string) {
  const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
  expect(fits, `${name} is wider than the screen`).toBe(true);
  if (album) await page.screenshot({ path: `${album}/${String(++shot).padStart(2, "0")}-${name}.png`, fullPage: true });
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const main = (page: Page) => page.locator("main").textContent();
const open = (page: Page, summary: string | RegExp) => page.locator("summary").filter({ hasText: summary }).click();
const WORDS = "They waited outside the meeting and filmed who came in.";

describe.each([
  { where: "without scripts on a phone", scripts: false, viewport: { width: 360, height: 740 } },
  { where: "with scripts on a screen", scripts: true, viewport: { width: 1280, height: 800 } },
])("$where", ({ scripts, viewport }) => {
  test("from what happened elsewhere to its decision, from both sides", { timeout: 120_000 }, async () => {
    const { world, moderators, survivor } = await aCase({ start: new Date() });
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: survivor, scripts, viewport });
    const see = async (name: string, on = page) => {
      await look(on, name);
      if (scripts) await expectAccessible(on);
    };

    await page.goto("/reports");
    await page.getByRole("link", { name: "Report something that happened elsewhere" }).click();
    await see("form");
    await press(page, "Send the report");
    if (!scripts) await page.goto("/report/elsewhere");
    await page.getByLabel("Threat").check();
    await page.getByRole("textbox", { name: /^In your own words/ }).fill(WORDS);
    await page.getByRole("textbox", { name: /^Where/ }).fill("The library");
    await page.getByLabel(/^The day/).fill("2026-05-03");
    await page.getByLabel(/^Who of this place/).fill("Thorn");
    const large = new Uint8Array(LARGEST_IMAGE + 300_000);
    large.set(jpeg);
    const choose = (name: string, bytes: Uint8Array) =>
      page.getByLabel(/^An image/).setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    await choose("large.png", large);
    await press(page, "Send the report");
    expect(await main(page)).toContain("This image is larger than 2 MB");
    expect(await page.getByRole("textbox", { name: /^In your own words/ }).inputValue()).toBe(WORDS);
    expect(await page.getByLabel("Threat").isChecked()).toBe(true);
    await see("image-too-large");
    await choose("screenshot.png", pngOf({ side: 300 }));
    await press(page, "Send the report");
    expect(await main(page)).toContain("Your report is here.");
    expect(await main(page)).toContain("Block Thorn");
    await open(page, "What you sent");
    await open(page, "The image you sent");
    expect(await page.locator("img.kept-image").evaluate((image: HTMLImageElement) => image.decode())).toBeUndefined();
    await see("sent");

    const desk = await openPage(browser, server, { as: moderators[0]!, scripts, viewport });
    await desk.goto("/moderation");
    await see("queue", desk);
    await desk.getByRole("link", { name: /threat/i }).click();
    expect(await main(desk)).toContain("Nobody here has seen it");
    await see("case", desk);
    await open(desk, "What was told, as it was sent");
    await open(desk, "See the image");
    await desk.locator("img.kept-image").scrollIntoViewIfNeeded();
    await desk.locator("img.kept-image").evaluate((image: HTMLImageElement) => image.decode());
    await see("case-open", desk);
  });

  test("what names nobody here ends in words", { timeout: 120_000 }, async () => {
    const { world, moderators, survivor } = await aCase({ start: new Date() });
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: survivor, scripts, viewport });
    await page.goto("/report/elsewhere");
    await page.getByLabel("Something else").check();
    await page.getByRole("textbox", { name: /^In your own words/ }).fill(WORDS);
    await press(page, "Send the report");
    expect(await main(page)).toContain("Your report is here.");
    const desk = await openPage(browser, server, { as: moderators[0]!, scripts, viewport });
    await desk.goto("/moderation");
    await desk.getByRole("link", { name: /something else/i }).click();
    await press(desk, "Take this case");
    expect(await desk.getByRole("radio", { name: "A warning" }).count()).toBe(0);
    await desk.getByRole("radio", { name: "A note" }).check();
    await press(desk, "Write the reasons");
    expect(await desk.getByLabel("To the one it is about").count()).toBe(0);
    await look(desk, "decide");
    await press(desk, "Decide this");
    expect(await main(desk)).toContain("Decided.");
    await page.reload();
    expect(await main(page)).toContain("A note");
    await look(page, "decided");
  });
});
