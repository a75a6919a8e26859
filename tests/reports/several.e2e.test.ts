import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidence, reports } from "#db/schema";
import { toLink } from "~/platform/ids";
import { HOUR } from "~/platform/time";
import { openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shots = process.env.SHOTS;

test("several posts of one name go into one report, without scripts, on a phone", { timeout: 60_000 }, async () => {
  // The server runs by the real clock; writing a topic or a post takes an hour each here.
  const world = await openWorld({ start: new Date(Date.now() - 5 * HOUR) });
  await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
  const wren = await world.member("Wren", { branch: 1, weeksHere: 20 });
  const thorn = await world.member("Thorn", { branch: 3, weeksHere: 3 });
  const topic = await world.topic(wren, await world.space("members"), { title: "Where we sleep" });
  for (const body of ["Ask who pays her.", "She never says who pays her.", "Good morning, all."])
    await world.post(thorn, topic, { body });
  const server = await startServer({ world });
  try {
    const viewport = { width: 360, height: 740 };
    const page = await openPage(browser, server, { as: wren, scripts: false, viewport });
    const look = async (name: string) => {
      const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      expect(wider, `${name} fits its screen`).toBe(0);
      if (shots) await page.screenshot({ path: `${shots}/several-${name}.png`, fullPage: true });
    };
    await page.goto(`/report?name=${toLink(thorn.pseudonymId)}`);
    await page.getByRole("link", { name: "Report several posts of theirs together" }).click();
    await page.getByLabel("Ask who pays her.").check();
    await page.getByLabel("She never says who pays her.").check();
    await look("choose");
    await page.getByRole("button", { name: "Go on to the report" }).click();
    await page.getByText("With 2 posts of theirs. A sealed copy of each goes into the report.").waitFor();
    // A slip loses neither the words nor the posts.
    await page.getByLabel("In your own words").fill("Each alone is nothing.");
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByText("With 2 posts of theirs.").waitFor();
    expect(await page.getByLabel("In your own words").inputValue()).toBe("Each alone is nothing.");
    await page.getByLabel("A slur, or an accusation by label").check();
    await look("report");
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByText("Waiting for somebody to take it up").waitFor();
    await look("sent");
    expect(await world.read.select().from(reports)).toMatchObject([{ words: "Each alone is nothing." }]);
    // One of each post, and one of the name as it was.
    expect(await world.read.$count(evidence)).toBe(3);
  } finally {
    await server.stop();
  }
});
