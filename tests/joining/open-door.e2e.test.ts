import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { accounts } from "#db/schema";
import { writeSetting } from "~/agreements/settings-queries.server";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 360, height: 740 };
const SCREEN = { width: 1280, height: 800 };

/** Set to a folder, every page of the journey is photographed into it. */
const album = process.env.ALBUM;

async function look(page: Page, name: string, accessible = true) {
  const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
  expect(fits, `${name} is wider than the screen`).toBe(true);
  if (accessible) await expectAccessible(page);
  if (album) await page.screenshot({ path: `${album}/${name}.png`, fullPage: true });
}

/** A community that anybody may join, served. */
async function openCommunity() {
  const world = await openWorld({ start: new Date() });
  await world.member("Rowan", { offices: ["steward"] });
  await world.site.database.transaction((tx) => writeSetting(tx, "joining", "open"));
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  return { world, server };
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const heading = (page: Page) => page.locator("h1").first().textContent();

async function saveWords(page: Page) {
  const words = await page.locator(".codename li").allTextContents();
  await page.getByLabel("Type the third word").fill(words[2]!);
  await press(page, /let me in/);
  await page.waitForURL((url) => !url.pathname.startsWith("/join"));
}

test("with scripts, a device works a little, says how far it is, and leads to a name and in", async () => {
  const { world, server } = await openCommunity();
  const page = await openPage(browser, server, { viewport: PHONE });
  await page.goto("/join");
  await look(page, "open-door");
  // What the status says while it changes, as somebody who listens hears it.
  await page.evaluate(() => {
    const status = document.querySelector("[data-open-door] [role=status]")!;
    const said: string[] = [];
    new MutationObserver(() => {
      said.push(status.textContent ?? "");
      sessionStorage.setItem("said", JSON.stringify(said));
    }).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const began = Date.now();
  await press(page, "Start");
  await page.waitForURL((url) => url.pathname.length > 40, { timeout: 60_000 });
  if (album) console.info(`the work took ${Date.now() - began} ms here`);
  const said = JSON.parse((await page.evaluate(() => sessionStorage.getItem("said"))) ?? "[]") as string[];
  expect(said[0]).toBe("Working: 0% done. You can read on meanwhile.");
  expect(said.at(-1)).toBe("Done. Taking you to your name.");
  expect(said.length).toBeLessThanOrEqual(6);
  await look(page, "open-name");
  await page.getByLabel("I'm 16 or older").check();
  await press(page, "Go on with this name");
  await saveWords(page);
  expect((await page.goto("/me"))!.status()).toBe(200);
  expect((await world.read.select().from(accounts)).map(({ younger }) => younger)).toEqual([false, false]);
}, 120_000);

test("without scripts, a short line leads to the same place; somebody younger meets who is there for them first", async () => {
  const { world, server } = await openCommunity();
  const page = await openPage(browser, server, { viewport: PHONE, scripts: false });
  await page.goto("/join");
  expect(await page.getByRole("button", { name: "Start" }).isVisible()).toBe(false);
  await look(page, "open-door-no-scripts", false);
  await press(page, "Take a place in the line");
  expect(await heading(page)).toBe("A short wait");
  await look(page, "waiting", false);
  await page.getByRole("link", { name: "Keep this page still" }).click();
  expect(await page.locator("main").textContent()).toContain("stands still");
  await page.getByRole("link", { name: "Look whether it's time" }).click();
  expect(await heading(page)).toBe("A short wait");
  await page.getByRole("link", { name: "Let this page move on" }).click();
  // The page moves on by itself when the two minutes are over.
  await page.waitForURL((url) => !url.pathname.endsWith("/wait"), { timeout: 150_000 });
  expect(await heading(page)).toBe("Welcome");
  await page.getByLabel("I'm younger").check();
  await page.getByLabel("Your own name").fill("Tall Sedge");
  await press(page, "Go on with this name");
  expect(await heading(page)).toBe("Good that you're here");
  await look(page, "younger", false);
  await press(page, "Go on to my words");
  await press(page, "Choose another name");
  expect(await page.getByLabel("I'm 16 or older").count(), "said once, it isn't asked again").toBe(0);
  await press(page, "Go on with this name");
  await saveWords(page);
  expect((await world.read.select().from(accounts)).some(({ younger }) => younger)).toBe(true);
}, 240_000);

test("the waiting page and the page for somebody younger are accessible; in Spanish, the way speaks Spanish", async () => {
  const { server } = await openCommunity();
  const page = await openPage(browser, server, { viewport: PHONE, language: "es" });
  await page.goto("/join");
  await look(page, "es-open-door");
  await press(page, "Tomar un lugar en la fila");
  expect(await heading(page)).toBe("Una espera corta");
  await look(page, "es-waiting");
  await page.goto("/join");
  await press(page, "Empezar");
  await page.waitForURL((url) => url.pathname.length > 40, { timeout: 60_000 });
  await page.getByLabel("Tengo menos").check();
  await press(page, "Seguir con este nombre");
  expect(await heading(page)).toBe("Qué bien que estés aquí");
  await look(page, "es-younger");
}, 120_000);

test("on a screen the open door fits, too, and a link that was used says how to join", async () => {
  const { server } = await openCommunity();
  const page = await openPage(browser, server, { viewport: SCREEN });
  await page.goto("/join");
  await look(page, "open-door-screen");
  expect((await page.goto("/join/wait?ticket=made-up"))!.status()).toBe(410);
  await look(page, "no-way-in");
  await page.getByRole("link", { name: "How to join" }).click();
  expect(await heading(page)).toBe("Joining");
}, 60_000);
