import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { sessions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([false, true])(
  "words are kept, found again, thrown away and posted (scripts: %s)",
  { timeout: 60_000 },
  async (scripts) => {
    const world = await openWorld();
    const alder = await world.member("Alder", { standing: "established" });
    const fern = await world.member("Quiet Fern", { standing: "established" });
    const topic = await world.topic(fern, await world.space("open", { name: "Commons" }), { title: "The light" });
    world.later(Date.now() - world.now.getTime());
    await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: alder, scripts, viewport: { width: 360, height: 740 } });
    const check = async () => {
      if (scripts) await expectAccessible(page);
    };
    const box = () => page.getByRole("textbox", { name: /words|Say something/ }).first();

    // From the box under a topic, without any word for a title or label.
    await page.goto(`/t/${topic.link}`);
    await box().fill("First line\n\nand a second");
    await page.getByRole("button", { name: "Keep as draft" }).click();
    expect(await box().inputValue()).toBe("First line\n\nand a second");
    expect(await page.getByText("This is your draft.").count()).toBe(1);
    await check();

    // It stands under the topic, too, on another day's visit.
    await page.goto(`/t/${topic.link}`);
    expect(await box().inputValue()).toBe("First line\n\nand a second");

    // A second draft, for a topic to be started; the browser asks for nothing when it's only kept.
    await page.goto("/s/commons/new");
    await page.getByRole("textbox", { name: "Title" }).fill("Only a title so far");
    await page.getByRole("button", { name: "Keep as draft" }).click();
    expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("Only a title so far");

    await page.goto("/me");
    await page.getByRole("link", { name: "Drafts" }).click();
    await check();
    const rows = page.getByRole("list", { name: "Drafts" }).getByRole("listitem");
    expect(await rows.count()).toBe(2);
    await rows.filter({ hasText: "Only a title" }).getByRole("button", { name: "Throw it away" }).click();
    expect(await page.getByText("Thrown away.").count()).toBe(1);
    expect(await rows.count()).toBe(1);

    // Posting takes it out of the drafts.
    await page.getByRole("link", { name: "A reply in “The light”" }).click();
    await page.getByRole("button", { name: "Post" }).click();
    expect(await page.getByText("and a second").count()).toBe(1);
    expect(await box().inputValue()).toBe("");
    await page.goto("/me/drafts");
    expect(await page.getByText("No drafts").count()).toBe(1);
    await check();
  },
);
