import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { sessions } from "#db/schema";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer, type TestServer } from "../support/server";
import { openWorld, type Person, type World } from "../support/world";

const elsewhere = "https://www.wikipedia.org";

let browser: Browser;
let world: World;
let server: TestServer;
let wren: Person;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld();
  world.later(Date.now() - world.now.getTime());
  wren = await world.member("Wren");
  server = await startServer({ world });
  onTestFinished(() => void server.stop());
});

const sessionLives = async () =>
  (await world.read.select().from(sessions).where(eq(sessions.id, wren.sessionId))).length > 0;

/** Whether anything of the forum can be seen. */
const shows = (page: Page) => page.locator("h1").isVisible();

async function goBack(page: Page) {
  await page.goBack({ waitUntil: "commit" });
  await page.waitForLoadState("load");
}

describe("with scripts", () => {
  test("the link ends the session, clears the browser and lands elsewhere", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.goto("/leave/help");
    expect(await page.getByText("Speaking as").count()).toBe(1);
    await page.evaluate(() => localStorage.setItem("draft", "words"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("leave-now");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${elsewhere}/`);
    expect(await page.title()).toBe("Elsewhere");
    expect(await sessionLives()).toBe(false);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto("/leave/help");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("Back shows nothing of the pages that were left, and reloading brings them back", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.goto("/preferences");
    await page.goto("/leave/help");
    await page.click("#leave-now");
    await page.waitForURL(`${elsewhere}/`);
    await goBack(page);
    expect(page.url()).toBe(`${server.url}/preferences`);
    expect(await shows(page)).toBe(false);
    expect(await page.title()).toBe("");
    await page.reload();
    expect(await shows(page)).toBe(true);
  });

  test("Back within the forum works as ever", async () => {
    const page = await openPage(browser, server, { as: wren });
    await page.goto("/preferences");
    await page.goto("/leave/help");
    await goBack(page);
    expect(await shows(page)).toBe(true);
  });

  test("Shift pressed three times does the same, and says so on the way", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.goto("/leave/help");
    const said = page.locator("[data-leave-words]");
    await page.keyboard.press("Shift");
    expect(await said.textContent()).toBe("Shift, press 2 more times to leave.");
    await page.keyboard.press("Shift");
    expect(await said.textContent()).toBe("Shift, press 1 more time to leave.");
    await page.keyboard.press("Shift");
    await page.waitForURL(`${elsewhere}/`);
    expect(await sessionLives()).toBe(false);
  });

  test("Shift forgets after five seconds, and capital letters don't count", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.clock.install();
    await page.goto("/leave/help");
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await page.clock.fastForward(5_001);
    expect(await page.locator("[data-leave-words]").textContent()).toBe(
      "Shift was not pressed again. You are still here.",
    );
    await page.keyboard.press("Shift");
    for (const letter of ["Shift+A", "Shift+B", "Shift+C"]) await page.keyboard.press(letter);
    await page.keyboard.press("Shift");
    expect(page.url()).toBe(`${server.url}/leave/help`);
    expect(await sessionLives()).toBe(true);
  });

  test("other tabs of the forum leave, too", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.goto("/leave/help");
    const other = await page.context().newPage();
    const session = await page.context().newCDPSession(other);
    await session.send("Network.enable");
    await other.goto("/preferences");
    const left = other.waitForRequest(`${server.url}/leave`);
    await page.click("#leave-now");
    await left;
    await page.waitForURL(`${elsewhere}/`);
  });

  test("the page that explains it can be read by everybody", async () => {
    for (const language of ["en", "es"] as const) {
      const page = await openPage(browser, server, { language });
      await page.goto("/leave/help");
      await expectAccessible(page);
    }
  });
});

describe("without scripts", () => {
  test("the link ends the session and lands elsewhere, and Back asks to sign in again", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere, scripts: false });
    await page.goto("/leave/help");
    expect(await page.getByText("Speaking as").count()).toBe(1);
    await page.click("#leave-now");
    await page.waitForURL(`${elsewhere}/`);
    expect(await sessionLives()).toBe(false);
    expect(await page.context().cookies()).toEqual([]);
    await page.goBack();
    expect(await page.getByText("Speaking as").count()).toBe(0);
  });
});
