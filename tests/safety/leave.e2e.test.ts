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
    await page.evaluate(() => {
      localStorage.setItem("draft", "words");
      sessionStorage.setItem("draft", "words");
    });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("leave-now");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${elsewhere}/`);
    expect(await page.title()).toBe("Elsewhere");
    expect(await sessionLives()).toBe(false);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto("/leave/help");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({ here: "1" });
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
    // Not empty: for a page without a title, browsers show its address.
    expect(await page.title()).toBe("…");
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
    expect(await said.textContent()).toBe("Press Shift twice more to leave.");
    await page.keyboard.press("Shift");
    expect(await said.textContent()).toBe("Press Shift once more to leave.");
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

  test("while the next page takes its time, nothing of this one is seen, read aloud or reached by Tab", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    const covered = new Promise<Record<string, unknown>>((resolve) => void page.exposeFunction("covered", resolve));
    await page.goto("/leave/help");
    // Nobody can ask a page anything once it is on its way to the next: it looks at itself.
    await page.evaluate(() => {
      const shown = (element: Element) => element.checkVisibility();
      new MutationObserver(() => {
        const cover = document.querySelector(".leaving")!;
        const { width, height } = cover.getBoundingClientRect();
        const { covered } = window as unknown as { covered: (seen: unknown) => void };
        covered({
          read: document.body.innerText,
          role: cover.getAttribute("role"),
          wholeWindow: width === innerWidth && height === innerHeight,
          reached: [...document.querySelectorAll("a, button, input")].filter(shown).length,
          heading: shown(document.querySelector("h1")!),
          title: document.title,
        });
      }).observe(document.documentElement, { attributeFilter: ["data-left"] });
    });
    await page.click("#leave-now");
    expect(await covered).toEqual({
      read: "One moment.",
      role: "alert",
      wholeWindow: true,
      reached: 0,
      heading: false,
      title: "…",
    });
    await page.waitForURL(`${elsewhere}/`);
  });

  test("a page that comes back from memory after it was left stays blank; one that wasn't left shows", async () => {
    const page = await openPage(browser, server, { as: wren });
    await page.goto("/leave/help");
    const comeBack = () =>
      page.evaluate(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await comeBack();
    expect(await shows(page)).toBe(true);
    await page.evaluate(() => sessionStorage.clear());
    await comeBack();
    expect(await shows(page)).toBe(false);
    expect(await page.title()).toBe("…");
  });

  test("with the browser's own memory of pages switched on, Back after leaving is blank, too", async () => {
    const remembering = await openBrowser({ remembersPages: true });
    onTestFinished(() => remembering.close());
    const page = await openPage(remembering, server, { as: wren, elsewhere });
    await page.goto("/preferences");
    await page.goto("/leave/help");
    await page.click("#leave-now");
    await page.waitForURL(`${elsewhere}/`);
    await goBack(page);
    expect(page.url()).toBe(`${server.url}/preferences`);
    expect(await shows(page)).toBe(false);
  });

  test("a tab that slept while another left is blank when it's looked at again", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.goto("/preferences");
    const other = await page.context().newPage();
    await other.goto("/leave/help");
    // As from a link opened in a new tab: nobody tells the first one.
    await page.evaluate(() => sessionStorage.removeItem("here"));
    await page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(await shows(page)).toBe(false);
    expect(await shows(other)).toBe(true);
  });

  test("the middle button leaves with this tab instead of opening another", async () => {
    const page = await openPage(browser, server, { as: wren, elsewhere });
    await page.goto("/leave/help");
    await page.click("#leave-now", { button: "middle" });
    await page.waitForURL(`${elsewhere}/`);
    expect(page.context().pages()).toHaveLength(1);
    expect(await sessionLives()).toBe(false);
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

describe("what isn't somebody leaving", () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${server.url}/leave`, { redirect: "manual", headers: { cookie: `session=${wren.token}`, ...headers } });

  test("a link on another site leads away and ends nothing", async () => {
    const answer = await ask({ "sec-fetch-site": "cross-site", "sec-fetch-dest": "document" });
    expect(answer.headers.get("location")).toBe(`${elsewhere}/`);
    expect(answer.headers.get("clear-site-data")).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await sessionLives()).toBe(true);
  });

  test("a browser that fetches links ahead gets nothing, and nothing ends", async () => {
    const answer = await ask({ "sec-fetch-site": "same-origin", "sec-purpose": "prefetch" });
    expect(answer.status).toBe(503);
    expect(await sessionLives()).toBe(true);
  });

  test("a press of the link does end it", async () => {
    const answer = await ask({ "sec-fetch-site": "same-origin", "sec-fetch-dest": "document" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await sessionLives()).toBe(false);
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
