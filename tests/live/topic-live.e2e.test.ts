import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
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
  const world = await openWorld({ start: new Date(Date.now() - HOUR) });
  const alder = await world.member("Alder");
  const fern = await world.member("Fern");
  const topic = await world.topic(alder, await world.space("open"));
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  return { alder, fern, address: `/t/${topic.link}`, server };
}

test("an open topic says that something new was written, and leads there", async () => {
  const { alder, fern, address, server } = await scene();
  const reading = await openPage(browser, server, { as: alder });
  const listening = new Promise<void>((resolve) => {
    reading.once("websocket", (line) =>
      line.on("framereceived", ({ payload }) => {
        if (String(payload).includes('"posts"')) resolve();
      }),
    );
  });
  await reading.goto(address);
  const news = reading.locator("[data-topic-live]");
  expect(await news.isVisible()).toBe(false);
  await listening;

  const writing = await openPage(browser, server, { as: fern, scripts: false });
  await writing.goto(address);
  await writing.getByLabel("Say something here").fill("Somebody else's thought");
  await writing.getByRole("button", { name: "Post" }).click();
  await reading.getByText("1 new post was just written").waitFor();
  await expectAccessible(reading);
  await news.getByRole("link").click();
  expect(await reading.getByText("Somebody else's thought").isVisible()).toBe(true);
  expect(await news.isVisible()).toBe(false);
});

test("guests and pages without scripts hear nothing, and miss nothing by it", async () => {
  const { alder, address, server } = await scene();
  const guest = await openPage(browser, server);
  await guest.goto(address);
  expect(await guest.locator("[data-topic-live]").count()).toBe(0);
  const plain = await openPage(browser, server, { as: alder, scripts: false });
  await plain.goto(address);
  expect(await plain.locator("[data-topic-live]").isVisible()).toBe(false);
});
