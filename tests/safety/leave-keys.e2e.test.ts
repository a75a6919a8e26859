import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage } from "../support/browser";
import { startServer, type TestServer } from "../support/server";

const elsewhere = "https://www.wikipedia.org";

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
});

const said = (page: Page) => page.locator("[data-leave-words]").textContent();

/** How many dots are to be seen, and how many of them are full. */
async function dots(page: Page) {
  const all = page.locator("[data-leave-presses] > span");
  if (!(await all.first().isVisible())) return null;
  const borders = await all.evaluateAll((found) =>
    found.map((dot) => Number.parseFloat(getComputedStyle(dot).borderTopWidth)),
  );
  return borders.map((width) => (width > 3 ? "full" : "open")).join(" ");
}

async function reading(asked: Parameters<typeof openPage>[2] = {}) {
  const page = await openPage(browser, server, { elsewhere, ...asked });
  await page.clock.install();
  await page.goto("/preferences");
  return page;
}

test.each([
  ["en", "Press Shift twice more to leave.", "Press Shift once more to leave."],
  ["es", "Pulsa Mayús dos veces más para salir.", "Pulsa Mayús una vez más para salir."],
] as const)("each press is said to screen readers and shown by a dot (%s)", async (language, twice, once) => {
  const page = await reading({ language });
  expect(await page.locator("[data-leave-words]").getAttribute("role")).toBe("status");
  expect(await dots(page)).toBe(null);
  await page.keyboard.press("Shift");
  expect(await said(page)).toBe(twice);
  expect(await dots(page)).toBe("full open open");
  await page.keyboard.press("Shift");
  expect(await said(page)).toBe(once);
  expect(await dots(page)).toBe("full full open");
  await page.keyboard.press("Shift");
  await page.waitForURL(`${elsewhere}/`);
});

test("five seconds without a press end the counting; so does any other key; and each press begins them anew", async () => {
  const page = await reading();
  const ended = "Shift was not pressed again. You are still here.";
  await page.keyboard.press("Shift");
  await page.clock.fastForward(4_000);
  await page.keyboard.press("Shift");
  await page.clock.fastForward(4_000);
  expect(await said(page)).toBe("Press Shift once more to leave.");
  await page.clock.fastForward(2_000);
  expect(await said(page)).toBe(ended);
  expect(await dots(page)).toBe(null);
  await page.clock.fastForward(5_100);
  expect(await said(page)).toBe("");
  await page.keyboard.press("Shift");
  await page.keyboard.press("a");
  expect(await said(page)).toBe(ended);
  expect(await dots(page)).toBe(null);
  await page.keyboard.press("Shift");
  expect(await said(page)).toBe("Press Shift twice more to leave.");
});

test.each<[string, (page: Page) => Promise<unknown>]>([
  ["a capital letter", (page) => page.keyboard.press("Shift+A")],
  ["going back by Shift and Tab", (page) => page.keyboard.press("Shift+Tab")],
  ["changing the keyboard's language, Alt first", (page) => page.keyboard.press("Alt+Shift")],
  ["changing the keyboard's language, Shift first", (page) => page.keyboard.press("Shift+Alt")],
  ["another shortcut", (page) => page.keyboard.press("Control+Shift")],
  [
    "selecting with the pointer",
    async (page) => {
      await page.keyboard.down("Shift");
      await page.mouse.click(600, 500);
      await page.keyboard.up("Shift");
    },
  ],
  [
    "scrolling sideways",
    async (page) => {
      await page.keyboard.down("Shift");
      await page.mouse.wheel(0, 10);
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => painted(null))));
      await page.keyboard.up("Shift");
    },
  ],
])("Shift together with something else doesn't count: %s", async (_what, press) => {
  const page = await reading();
  await page.mouse.move(600, 500);
  for (let i = 0; i < 4; i++) await press(page);
  expect(await said(page)).toBe("");
  expect(await dots(page)).toBe(null);
  expect(page.url()).toBe(`${server.url}/preferences`);
});

test("Shift held down is one press, however long", async () => {
  const page = await reading();
  for (let i = 0; i < 10; i++) await page.keyboard.down("Shift");
  await page.keyboard.up("Shift");
  expect(await said(page)).toBe("Press Shift twice more to leave.");
});

test("the space bar works on what looks like a button", async () => {
  const page = await reading();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.waitForURL(`${elsewhere}/`);
});

test.each([true, false])(
  "leaving is the first thing Tab reaches and the last, by its name (scripts: %s)",
  async (scripts) => {
    const page = await openPage(browser, server, { elsewhere, scripts });
    await page.goto("/leave/help");
    const links = page.getByRole("link", { name: "Leave now", exact: true });
    expect(await links.count()).toBe(2);
    await page.keyboard.press("Tab");
    expect(await page.locator("#leave-now:focus").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.getByRole("link", { name: "Skip to the page" }).and(page.locator(":focus")).count()).toBe(1);
    await page.getByRole("button", { name: "High contrast" }).focus();
    await page.keyboard.press("Tab");
    const last = page.locator(".leave-end:focus");
    expect(await last.count()).toBe(1);
    expect(await last.evaluate((link) => getComputedStyle(link).opacity)).toBe("1");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${elsewhere}/`);
  },
);

test("nothing moves by itself, also for whoever didn't ask for stillness", async () => {
  const page = await openPage(browser, server);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/preferences");
  await page.keyboard.press("Shift");
  const moving = await page
    .locator("[data-leave-presses], [data-leave-presses] > span")
    .evaluateAll((parts) => parts.flatMap((part) => part.getAnimations({ subtree: true })).length);
  expect(moving).toBe(0);
});

test("where the system chooses the colours, the dots are still told apart, and the way out has an edge", async () => {
  const page = await openPage(browser, server);
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/preferences");
  await page.keyboard.press("Shift");
  expect(await dots(page)).toBe("full open open");
  expect(await page.locator("#leave-now").evaluate((link) => getComputedStyle(link).borderTopStyle)).toBe("solid");
});

test("on a phone, far down a page, the way out is in sight", async () => {
  const page = await openPage(browser, server, { viewport: { width: 360, height: 640 } });
  await page.goto("/leave/help");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const { x, y, width, height } = (await page.locator("#leave-now").boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(360);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
});
