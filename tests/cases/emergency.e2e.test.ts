import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { toLink } from "~/platform/ids";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { report } from "../support/reporting";
import { startServer } from "../support/server";
import { openWorld, type Person } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const shots = process.env.SHOTS;

async function look(page: Page, name: string, scripts: boolean) {
  const width = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(width, `${name} fits its screen`).toBe(0);
  if (scripts) await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()!.width}.png`, fullPage: true });
}

async function aCaseOfTwo() {
  // The server runs by the real clock; writing a topic and a post takes an hour each here.
  const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
  const moss = await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
  const fern = await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 });
  const wren = await world.member("Wren", { branch: 1, weeksHere: 20 });
  const thorn = await world.member("Thorn", { branch: 3, weeksHere: 3 });
  const space = await world.space("members", { name: "Housing" });
  const topic = await world.topic(wren, space, { title: "Where we sleep" });
  const post = await world.post(thorn, topic, { body: "Another one of the pimp lobby." });
  const { caseId } = await report(world, wren, post.id);
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  return { server, moss, fern, thorn, topic, at: `/moderation/cases/${toLink(caseId)}` };
}

test.each([
  { scripts: true, viewport: { width: 1280, height: 800 } },
  { scripts: false, viewport: { width: 360, height: 720 } },
])("what can't wait: one does it, another agrees, it is decided and ended early (scripts $scripts)", async (how) => {
  const { server, moss, fern, thorn, topic, at } = await aCaseOfTwo();
  const { scripts } = how;
  const open = (as: Person) => openPage(browser, server, { as, ...how });

  const first = await open(moss);
  await first.goto(at);
  await press(first, "Take this case");
  await first.getByText("Something can't wait until it is decided").click();
  await first.getByLabel("Why it can't wait").fill("They write to everybody in the thread.");
  await look(first, "at-once", scripts);
  await press(first, "Mute them now");
  await first.getByText("Somebody else has to agree").waitFor();
  await look(first, "at-once-done", scripts);

  const theirs = await open(thorn);
  await theirs.goto(`/t/${topic.link}/reply`);
  await theirs.locator("[name=body]").fill("And another thing.");
  await theirs.locator("main form button[type=submit]").last().click();
  await theirs.getByText("They write to everybody in the thread.").waitFor();
  expect(await theirs.locator("[name=body]").inputValue()).toBe("And another thing.");
  await look(theirs, "muted-tries", scripts);
  await theirs.locator('main a[href^="/decisions/"]').first().click();
  await theirs.getByText("You can't write for a while, though nothing is decided yet").waitFor();
  await look(theirs, "muted-reads", scripts);

  const second = await open(fern);
  await second.goto(at);
  await press(second, "I agree");
  await second.getByText("two agreed").waitFor();
  await look(second, "at-once-agreed", scripts);

  await first.goto(`${at}?outcome=mute&agreement=no-slurs&days=3#decide`);
  await press(first, "Decide this");
  await first.getByText("Decided. Both sides have been told.").waitFor();
  await first.getByText("End this early").click();
  await first.getByLabel("Why it can end").fill("They have understood.");
  await look(first, "lift", scripts);
  await press(first, "End it");
  await theirs.reload();
  await theirs.getByText("They have understood.").waitFor();
  await look(theirs, "ended-early", scripts);
});

test("the words to begin from are changed, and come back when they can't be kept", async () => {
  const { server, moss } = await aCaseOfTwo();
  const page = await openPage(browser, server, { as: moss, scripts: false, viewport: { width: 360, height: 720 } });
  await page.goto("/moderation");
  await page.getByRole("link", { name: "Words to begin from" }).click();
  await page.getByLabel("For which outcome").selectOption("mute");
  await page.getByLabel("To whom").selectOption("respondent");
  await press(page, "Show these words");
  await page.getByLabel("The words", { exact: true }).fill("Rest for {{weeks}} weeks.");
  await press(page, /^Keep as version 1/);
  await page.getByText("There is a mark in double braces").first().waitFor();
  expect(await page.getByLabel("The words", { exact: true }).inputValue()).toBe("Rest for {{weeks}} weeks.");
  await page.getByLabel("The words", { exact: true }).fill("Rest for {{days}} days.");
  await press(page, /^Keep as version 1/);
  await page.getByText("The next decision begins from these words.").waitFor();
  await look(page, "templates", false);
});
