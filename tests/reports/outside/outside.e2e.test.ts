import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../../support/browser";
import { wayIn } from "../../support/outside";
import { aCase } from "../../support/reporting";
import { startServer } from "../../support/server";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 360, height: 740 };

/** Set to a folder, every page of the journey is photographed into it. */
const album = process.env.ALBUM;

async function look(page: Page, name: string, accessible = true) {
  const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
  expect(fits, `${name} is wider than the screen`).toBe(true);
  if (accessible) await expectAccessible(page);
  if (album) await page.screenshot({ path: `${album}/${name}.png`, fullPage: true });
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const heading = (page: Page) => page.locator("h1").first().textContent();
const main = (page: Page) => page.locator("main").textContent();

async function served() {
  const scene = await aCase({ steward: true, start: plus(new Date(), -DAY) });
  scene.world.later(Date.now() - scene.world.now.getTime());
  const server = await startServer({ world: scene.world });
  onTestFinished(() => void server.stop());
  const place = `${server.url}/t/${scene.topic.link}/${scene.post.position}`;
  return { ...scene, server, place };
}

test("without scripts: an image is asked to be taken down, hidden by a moderator, answered, and followed with the code", async () => {
  const { server, place, moderators } = await served();
  const page = await openPage(browser, server, { viewport: PHONE, scripts: false });
  await page.goto("/report/outside");
  await look(page, "door-no-scripts", false);
  await page.getByRole("link", { name: "Have it taken down" }).click();
  await press(page, "Ask for it to be taken down");
  expect(await heading(page)).toBe("Have something taken down");
  await look(page, "takedown-missing", false);
  await page.getByLabel("An intimate image").check();
  await page.getByLabel("Where?").fill(place);
  await page.getByLabel("Anything else").fill("It's the second one.");
  await look(page, "takedown", false);
  await press(page, "Ask for it to be taken down");
  expect(await heading(page)).toBe("It's here. This is your code");
  await look(page, "receipt", false);
  const code = (await page.locator(".recovery-code").textContent())!;
  expect(code).toMatch(/^(\w{4}-){5}\w{4}$/);
  await page.reload();
  expect(await page.locator(".recovery-code").textContent()).toBe(code);

  const desk = await openPage(browser, server, { as: moderators[0]!, viewport: PHONE, scripts: false });
  await desk.goto("/moderation");
  await desk.getByRole("link", { name: "1 report from people who aren't members" }).click();
  await look(desk, "queue", false);
  await desk.locator(".row-title a").first().click();
  await look(desk, "desk", false);
  await press(desk, "Hide it now");
  expect(await main(desk)).toContain("It is hidden for everybody.");
  await look(desk, "desk-hidden", false);
  await desk.getByText("Answer and end it").click();
  await desk.getByLabel("Your answer").fill("  ");
  await press(desk, "Send this answer");
  expect(await main(desk)).toContain("Write an answer first.");
  await desk.getByLabel("Your answer").fill("It was a drawing. We asked its author.");
  await press(desk, "Send this answer");
  expect(await main(desk)).toContain("Answered. They can read it with their code.");

  await page.goto("/report/outside/receipt");
  await page.getByLabel("Your code").fill("0000-0000");
  await press(page, "Show how far it is");
  expect(await main(page)).toContain("No report has this code.");
  await page.getByLabel("Your code").fill(code.toLowerCase());
  await press(page, "Show how far it is");
  expect(await main(page)).toContain("It was a drawing. We asked its author.");
  expect(page.url()).not.toContain(code);
  await look(page, "followed", false);
}, 120_000);

test("with scripts: a device works a little, the form warns what not to write, and keeps what was typed", async () => {
  const { server } = await served();
  const page = await openPage(browser, server, { viewport: PHONE });
  await page.goto("/report/outside");
  await look(page, "door");
  await press(page, "Start");
  await page.waitForURL((url) => url.pathname.length > 60, { timeout: 60_000 });
  expect(await main(page)).toContain("Better not to write");
  await page.getByLabel("Where?").fill("In a topic about housing");
  await page.getByLabel("What should somebody know").fill("x".repeat(6_100));
  await press(page, "Send it");
  expect(await main(page)).toContain("longer than the 6000 characters");
  expect(await page.getByLabel("Where?").inputValue()).toBe("In a topic about housing");
  await page.getByLabel("What should somebody know").fill("They name my sister.");
  await page.getByLabel("A threat").check();
  await look(page, "form");
  await press(page, "Send it");
  expect(await heading(page)).toBe("It's here. This is your code");
  expect(await main(page)).not.toContain("sister");
  await look(page, "receipt-scripts");
}, 120_000);

test("in Spanish, a way that is too old, and the waiting page", async () => {
  const { server, world } = await served();
  const page = await openPage(browser, server, { viewport: PHONE, language: "es", scripts: false });
  await page.goto("/report/outside");
  await press(page, "Tomar un lugar en la fila");
  expect(await main(page)).toContain("llegas al formulario");
  await look(page, "es-waiting", false);
  expect((await page.goto(`/report/outside/${wayIn(world)}`))!.status()).toBe(200);
  await look(page, "es-form", false);
  expect((await page.goto("/report/outside/made-up"))!.status()).toBe(410);
  expect((await page.goto("/report/outside/wait?ticket=made-up"))!.status()).toBe(410);
  await page.getByRole("link", { name: "Empezar de nuevo" }).click();
  expect(await heading(page)).toBe("Reportar algo sin tener cuenta");
  await page.goto("/takedown");
  await look(page, "es-takedown", false);
}, 120_000);
