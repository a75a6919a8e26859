import { writeFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { LARGEST_IMAGE } from "~/safety/images/image-kinds";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { giveCodename } from "../support/codename";
import { jpeg, pngOf } from "../support/images";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

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
const WORDS = "They waited outside the meeting and filmed who came in.";

describe.each([
  { where: "with scripts on a phone", scripts: true, viewport: { width: 360, height: 740 } },
  { where: "without scripts on a phone", scripts: false, viewport: { width: 360, height: 740 } },
  { where: "with scripts on a screen", scripts: true, viewport: { width: 1280, height: 800 } },
])("$where", ({ scripts, viewport }) => {
  test("from the first line to the document, and out again", { timeout: 120_000 }, async () => {
    const world = await openWorld();
    world.later(Date.now() - world.now.getTime());
    const iris = await world.member("Iris");
    const codename = await giveCodename(world, iris);
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: iris, scripts, viewport });
    const see = async (name: string) => {
      await look(page, name);
      if (scripts) await expectAccessible(page);
    };

    await page.goto("/me");
    await page.getByRole("link", { name: "Journal" }).click();
    await page.getByLabel("Your five words, or your passphrase").fill(codename.secret);
    await press(page, "It's me");
    expect(new URL(page.url()).pathname).toBe("/me/journal");
    expect(await main(page)).toContain("Nothing written down yet");
    await see("empty");

    await page.getByRole("link", { name: "Write something down" }).click();
    await see("new");
    await page.getByLabel("What happened").fill(WORDS);
    await page.getByLabel("The day").fill("2026-05-03");
    await page.getByRole("textbox", { name: "Where (optional)" }).fill("The library");
    await page.getByLabel("Who, or which organisation").fill("A local chapter");
    const large = new Uint8Array(LARGEST_IMAGE + 300_000);
    large.set(jpeg);
    const choose = (name: string, bytes: Uint8Array) =>
      page.getByLabel(/^An image/).setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    await choose("large.png", large);
    await press(page, "Keep it");
    expect(await main(page)).toContain("This image is larger than 2 MB");
    expect(await page.getByLabel("What happened").inputValue()).toBe(WORDS);
    expect(await page.getByLabel("The day").inputValue()).toBe("2026-05-03");
    await see("image-too-large");
    await choose("page.html", Buffer.from("<html>"));
    await press(page, "Keep it");
    expect(await main(page)).toContain("This isn't a JPEG, a PNG or a WebP");
    await choose("screenshot.png", pngOf({ side: 400 }));
    await press(page, "Keep it");
    expect(await main(page)).toContain("It's written down.");
    await see("kept");

    await page.getByRole("link", { name: "3 May 2026" }).click();
    expect(await main(page)).toContain(WORDS);
    const image = page.locator("img.kept-image");
    expect(await image.isVisible(), "folded until it's asked for").toBe(false);
    await page.getByText("See the image").click();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(400);
    expect(await image.evaluate((one) => getComputedStyle(one).filter)).toBe("grayscale(1)");
    await see("entry");

    await page.getByRole("link", { name: "Change it" }).click();
    await page.getByLabel("What happened").fill(`${WORDS} Two of them.`);
    await see("change");
    await press(page, "Save the change");
    expect(await main(page)).toContain("Two of them.");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Make one document of it" }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^notes-\d{4}-\d\d-\d\d\.html$/);
    if (album) writeFileSync(`${album}/notes.html`, await readAll(await saved.createReadStream()));

    await page.getByRole("link", { name: "3 May 2026" }).click();
    await press(page, "Take it out");
    expect(await main(page)).toContain("For a day you can take that back");
    await see("taken-out");
    await press(page, "Put it back");
    expect(await page.getByRole("link", { name: "3 May 2026" }).count()).toBe(1);

    await page.getByRole("link", { name: "Make a new recovery code" }).click();
    await press(page, "Show me a new code");
    const code = (await page.locator(".recovery-code").textContent())!.replaceAll("-", "");
    await page.getByLabel("Type the last four").fill(code.slice(-4));
    await press(page, "I've saved it");
    await page.goto("/me");
    await press(page, "Sign out");
    expect((await page.goto("/me/journal"))!.status()).toBe(401);

    await page.goto("/recover");
    await page.getByLabel("Your recovery code").fill(code);
    await press(page, "Show me new words");
    const words = await page.locator(".codename li").allTextContents();
    await page.getByLabel("Type the third word").fill(words[2]!);
    await press(page, /let me in/);
    await page.goto("/me/journal");
    await page.getByLabel("Your five words, or your passphrase").fill(words.slice(2).join(" "));
    await press(page, "It's me");
    expect(await main(page), "the journal outlives the words").toContain("Two of them.");
    expect(await main(page)).not.toContain("doesn't open the journal yet");
    await see("after-recovery");
  });

  test("a journal closed under lost words says so before, and opens when they're found", {
    timeout: 120_000,
  }, async () => {
    const world = await openWorld();
    world.later(Date.now() - world.now.getTime());
    const iris = await world.member("Iris");
    const codename = await giveCodename(world, iris);
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: iris, scripts, viewport });
    const confirm = async (secret: string) => {
      await page.getByLabel("Your five words, or your passphrase").fill(secret);
      await press(page, "It's me");
    };
    await page.goto("/me/journal/new");
    await confirm(codename.secret);
    await page.getByLabel("What happened").fill(WORDS);
    await press(page, "Keep it");
    await page.goto("/me");
    await press(page, "Sign out");
    await page.goto("/recover");
    await page.getByLabel("Your recovery code").fill(codename.recovery);
    await press(page, "Show me new words");
    expect(await main(page)).toContain("This recovery code doesn't open your journal");
    await look(page, "recover-shut");
    const words = await page.locator(".codename li").allTextContents();
    await page.getByLabel("Type the third word").fill(words[2]!);
    await press(page, /let me in/);
    await page.goto("/me/journal");
    await confirm(words.slice(2).join(" "));
    expect(new URL(page.url()).pathname).toBe("/me/journal/shut");
    await look(page, "shut");
    if (scripts) await expectAccessible(page);
    await page.getByLabel("What you had before").fill(codename.words.join(" "));
    await page.getByLabel("What you use today").fill(words.slice(2).join(" "));
    await press(page, "Open my journal");
    expect(await main(page)).toContain("Your journal is open again");
    expect(await main(page)).toContain(WORDS);
  });
});

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
