import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { toLink } from "~/platform/ids";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shots = process.env.SHOTS;

async function look(page: Page, name: string, scripts: boolean) {
  const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(wider, `${name} fits its screen`).toBe(0);
  if (scripts) await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()!.width}.png`, fullPage: true });
}

test.each([
  { scripts: false, viewport: { width: 360, height: 740 } },
  { scripts: true, viewport: { width: 1280, height: 800 } },
])(
  "shelter is begun, somebody reads along and passes one answer on, and it's ended (scripts $scripts, $viewport.width px)",
  async ({ scripts, viewport }) => {
    // The server runs by the real clock; writing takes an hour each here.
    const world = await openWorld({ start: new Date(Date.now() - 4 * HOUR) });
    const wren = await world.member("Wren");
    const elder = await world.member("Elder", { standing: "established" });
    const crow = await world.member("Crow");
    const topic = await world.topic(wren, await world.space("members"), { title: "Where we meet" });
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());

    const page = await openPage(browser, server, { as: wren, proved: true, scripts, viewport });
    await page.goto("/me/shelter");
    await look(page, "shelter-off", scripts);
    await page.getByLabel("Three days").check();
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByText("Shelter is on.").waitFor();
    await page.getByText("Ask somebody to read along").click();
    await page.getByLabel("Their name here").fill("Elder");
    await page.getByRole("button", { name: "Ask them" }).click();
    await page.getByText("You asked Elder to read along.", { exact: false }).waitFor();
    await look(page, "shelter-on", scripts);

    await world.post(crow, topic, { to: 1, body: "You again" });
    await world.post(crow, topic, { to: 1, body: "And @Wren again" });
    const reader = await openPage(browser, server, { as: elder, scripts, viewport });
    await reader.goto("/notifications");
    await reader.getByRole("link", { name: "Somebody in shelter asks you" }).click();
    await reader.getByRole("link", { name: "Wren" }).click();
    await look(reader, "reader-asked", scripts);
    await reader.getByRole("button", { name: "Yes, I'll read along" }).click();
    await reader.getByText("Reading along for Wren").first().waitFor();
    await look(reader, "reader-reads", scripts);
    await reader.getByRole("button", { name: "Pass on" }).first().click();
    await reader.waitForLoadState();
    expect(await reader.getByRole("button", { name: "Pass on" }).count()).toBe(1);

    await page.goto(`/t/${toLink(topic.id)}`);
    expect(await page.getByText("Folded by your shelter", { exact: false }).count()).toBe(1);
    await look(page, "shelter-topic", scripts);
    await page.goto("/me/shelter/held");
    await look(page, "shelter-held", scripts);
    await page.goto("/me/shelter");
    await page.getByRole("button", { name: "End it now" }).click();
    await page.getByText("Shelter has ended.", { exact: false }).waitFor();
  },
  60_000,
);
