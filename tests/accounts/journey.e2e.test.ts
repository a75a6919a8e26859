import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createInvitation } from "~/joining/create-invitation.server";
import { foundingLink } from "~/joining/found-community.server";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { giveCodename } from "../support/codename";
import { startServer, type TestServer } from "../support/server";
import { openWorld, type World } from "../support/world";

let browser: Browser;
let world: World;
let server: TestServer;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld();
  world.later(Date.now() - world.now.getTime());
  server = await startServer({ world });
  onTestFinished(() => void server.stop());
});

/** Set to a folder, every page of the journey is photographed into it. */
const album = process.env.ALBUM;
let shot = 0;

/** Every page of the journey fits its screen. */
async function look(page: Page, name: string) {
  const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
  expect(fits, `${name} is wider than the screen`).toBe(true);
  if (album) await page.screenshot({ path: `${album}/${String(++shot).padStart(2, "0")}-${name}.png`, fullPage: true });
}

const heading = (page: Page) => page.locator("h1").first();
const wordsShown = (page: Page) => page.locator(".codename li").allTextContents();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

async function invitation() {
  const birch = await world.member("Birch");
  const made = await createInvitation(world.site, await world.viewer(birch), {}, world.now);
  if (!made.ok) throw new Error(made.reason);
  return `/join/${made.code}`;
}

async function signIn(page: Page, words: string[]) {
  await page.getByLabel("Your first two words").fill(words.slice(0, 2).join(" "));
  await page.getByLabel("Your other five words").fill(words.slice(2).join(" "));
  await press(page, "Sign in");
}

const PHONE = { width: 360, height: 740 };

describe.each([
  { where: "with scripts on a phone", scripts: true, viewport: PHONE, axe: true },
  { where: "without scripts on a phone", scripts: false, viewport: PHONE, axe: false },
  { where: "with scripts on a screen", scripts: true, viewport: { width: 1280, height: 800 }, axe: false },
])("$where", ({ scripts, viewport, axe }) => {
  const open = async () => {
    const page = await openPage(browser, server, { scripts, viewport });

    return {
      page,
      see: async (name: string) => {
        await look(page, name);
        if (axe) await expectAccessible(page);
      },
    };
  };

  test("an invitation leads to a name, seven words, and in", async () => {
    const { page, see } = await open();
    const link = await invitation();
    await page.goto(link);
    await see("invitation");
    const proposed = await page.getByRole("radio").first().getAttribute("value");
    await press(page, "Show me other names");
    expect(await page.getByRole("radio").first().getAttribute("value")).not.toBe(proposed);
    await page.getByLabel("Your own name").fill("Moderator");
    await press(page, "Go on with this name");
    await see("age-missing");
    expect(await page.locator("main").textContent()).toContain("Say which of the two it is.");
    await page.getByLabel("I'm 16 or older").check();
    await press(page, "Go on with this name");
    await see("name-refused");
    expect(await page.getByLabel("Your own name").inputValue()).toBe("Moderator");
    expect(await page.getByLabel("I'm 16 or older").isChecked()).toBe(true);
    await page.getByLabel("Your own name").fill("Tall Sedge");
    await press(page, "Go on with this name");
    const words = await wordsShown(page);
    expect(words).toHaveLength(7);
    await see("save-words");

    await page.getByLabel("Type the third word").fill("perhaps");
    await press(page, /let me in/);
    await see("wrong-word");
    expect(await wordsShown(page)).toEqual(words);
    await page.getByLabel("Type the third word").fill(words[2]!.toUpperCase());
    await press(page, /let me in/);
    await page.waitForURL((url) => !url.pathname.startsWith("/join"));
    // The browser would have to send the form again to show the page: it refuses, and shows a page of its own instead.
    await page.goBack({ waitUntil: "commit" }).catch(() => undefined);
    await expect.poll(() => page.url(), { timeout: 10_000 }).toBe("chrome-error://chromewebdata/");
    expect(await page.locator(".codename").count(), "the words come back with Back").toBe(0);
    await page.goto("/me");
    await expect.poll(() => heading(page).textContent()).toBe("Me");
    expect(await page.locator("body").textContent()).toContain("Tall Sedge");
    await see("me");
    for (const path of ["names", "sessions", "invitations"]) {
      await page.goto(`/me/${path}`);
      await see(`me-${path}`);
    }
    const again = await page.goto(link);
    expect(again!.status()).toBe(410);
    await see("invitation-gone");
  });

  test("out, in again, and back after losing the words", async () => {
    const { page, see } = await open();
    const { words, recovery } = await giveCodename(world, await world.member("Tall Sedge"));
    await page.goto("/sign-in?back=/me");
    await signIn(page, words);
    expect(new URL(page.url()).pathname).toBe("/me");
    await press(page, "Sign out");
    await see("sign-in");
    expect((await page.goto("/me"))!.status()).toBe(401);
    await page.goto("/sign-in?back=/me");
    await signIn(page, [...words.slice(0, 6), "wrong"]);
    await see("sign-in-refused");
    expect(await page.getByLabel("Your first two words").inputValue()).toBe(words.slice(0, 2).join(" "));
    expect(await page.getByLabel("Your other five words").inputValue()).toBe("");
    await signIn(page, words);
    expect(new URL(page.url()).pathname).toBe("/me");
    await press(page, "Sign out");

    await page.goto("/recover");
    await see("recover");
    await page.getByLabel("Your recovery code").fill("not the code");
    await press(page, "Show me new words");
    await see("recover-refused");
    await page.getByLabel("Your recovery code").fill(recovery.toLowerCase());
    await press(page, "Show me new words");
    const fresh = await wordsShown(page);
    expect(fresh).not.toEqual(words);
    await see("recover-save");
    await page.getByLabel("Type the third word").fill(fresh[2]!);
    await press(page, /let me in/);
    await page.goto("/me");
    await press(page, "Sign out");
    await signIn(page, words);
    expect(await page.locator("main").textContent()).toContain("don't open an account");
    await signIn(page, fresh);
    await page.goto("/me");
    expect(await page.locator("body").textContent()).toContain("Tall Sedge");
  });

  test("the founding link makes a community and its first steward", async () => {
    const { page, see } = await open();
    await page.goto((await foundingLink(world.site, world.now))!);
    await page.getByLabel("The community's name").fill("Mossbank");
    await see("founding");
    await press(page, "Go on with this name");
    const words = await wordsShown(page);
    await page.getByLabel("Type the third word").fill(words[2]!);
    await press(page, /let me in/);
    expect(new URL(page.url()).pathname).toBe("/steward");
    expect(await page.title()).toBe("Mossbank");
    await see("steward");
    await page.goto("/me/invitations");
    await press(page, "Make a link");
    await see("invitation-made");
    expect(await page.locator(".link-to-copy").textContent()).toMatch(/\/join\/[\w-]{22}$/);
    await page.goto("/log");
    expect(await page.locator("main").textContent()).toContain("The community was founded");
  });
});

test("in Spanish the whole way speaks Spanish", async () => {
  const page = await openPage(browser, server, { language: "es", viewport: PHONE });
  await page.goto(await invitation());
  await look(page, "es-invitation");
  await page.getByLabel("Tengo 16 años o más").check();
  await press(page, "Seguir con este nombre");
  expect(await heading(page).textContent()).toBe("Guarda estas palabras");
  await look(page, "es-save-words");
  await page.goto("/sign-in");
  await look(page, "es-sign-in");
  await expectAccessible(page);
});
