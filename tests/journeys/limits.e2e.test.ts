import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { reports } from "#db/schema";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function scene() {
  const world = await openWorld({ start: new Date(Date.now() - 4 * HOUR) });
  const fern = await world.member("Fern");
  const wren = await world.member("Wren", { standing: "newcomer", weeksHere: 0, branch: 4 });
  const thorn = await world.member("Thorn", { branch: 5 });
  await world.member("Moss", { offices: ["moderator"], branch: 90 });
  await world.member("Ash", { offices: ["moderator"], branch: 91 });
  const topic = await world.topic(fern, await world.space("members"), { title: "Where we sleep" });
  const posts = [await world.post(thorn, topic), await world.post(thorn, topic), await world.post(thorn, topic)];
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  return { world, wren, topic, posts, server };
}

test.each([true, false])(
  "a limit met says which it is and until when, and the text is still in the box (scripts: %s)",
  async (scripts) => {
    const { wren, topic, server } = await scene();
    const page = await openPage(browser, server, { as: wren, scripts, viewport: { width: 360, height: 740 } });
    if (scripts) await page.clock.install();
    await page.goto(`/t/${topic.link}`);
    await page.getByLabel("Say something here").fill("The first of today");
    await page.getByRole("button", { name: "Post" }).click();
    await page.getByRole("article", { name: "Post 5" }).waitFor();
    await page.getByLabel("Say something here").fill("The second, at once");
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Post" }).click();
    const response = await answered;
    expect(response.status()).toBe(429);
    expect(Number(response.headers()["retry-after"])).toBeGreaterThan(0);
    expect(response.headers().ratelimit).toBeTruthy();
    await page.getByText(/At most 1 reply in 30 seconds\. You can go on in \d+ seconds?/).waitFor();
    expect(await page.getByLabel("Your words").inputValue()).toBe("The second, at once");
    if (!scripts) return expect(await page.locator("[data-countdown]").isVisible()).toBe(false);
    await page.getByText(/^\d+ seconds left$/).waitFor();
    await expectAccessible(page);
    await page.clock.fastForward(40_000);
    await page.getByRole("status").filter({ hasText: "You can go on now." }).waitFor();
    expect(await page.getByLabel("Your words").inputValue()).toBe("The second, at once");
  },
);

test.each([true, false])(
  "above the limit of reports an urgent one still goes through (scripts: %s)",
  async (scripts) => {
    const { world, wren, posts, server } = await scene();
    const [first, second, third] = posts as [(typeof posts)[0], (typeof posts)[0], (typeof posts)[0]];
    const page = await openPage(browser, server, { as: wren, scripts });

    // Discourse's 20 flags a day, filed one after the other.
    await page.goto(`/report?post=${first.link}`);
    const kinds = await page
      .locator("input[name=conduct]")
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const file = (link: string, conduct: string) =>
      fetch(`${server.url}/report?post=${link}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: `session=${wren.token}`, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ conduct, wish: "stop" }),
      });
    for (const conduct of kinds.slice(0, 10)) expect((await file(first.link, conduct)).status).toBe(303);
    for (const conduct of kinds.slice(0, 10)) expect((await file(second.link, conduct)).status).toBe(303);
    expect(await world.read.$count(reports)).toBe(20);

    await page.goto(`/report?post=${third.link}`);
    await page.getByLabel("A slur, or an accusation by label").check();
    await page.getByLabel("In your own words").fill("It goes on and on.");
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByText(/At most 20 reports in 24 hours/).waitFor();
    expect(await page.getByLabel("In your own words").inputValue()).toBe("It goes on and on.");
    expect(await world.read.$count(reports)).toBe(20);

    await page.getByLabel("A threat").check();
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByText("Waiting for somebody to take it up").waitFor();
    expect(await world.read.$count(reports)).toBe(21);
  },
);
