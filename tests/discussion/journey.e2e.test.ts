import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { posts, sessions } from "#db/schema";
import es from "~/i18n/es/discussion";
import spaces from "~/i18n/es/spaces";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["Grey Heron"] });
  const fern = await world.member("Quiet Fern", { standing: "established" });
  const commons = await world.space("open", { name: "Commons" });
  await world.space("members", { name: "Working room" });
  const topic = await world.topic(fern, commons, {
    title: "Where the light falls",
    body: "A *first* thought",
    storyLabel: "open",
  });
  // The server's clock is the real one.
  world.later(Date.now() - world.now.getTime());
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  return { world, alder, fern, commons, topic, server };
}

/** No page may be wider than the phone it's read on. */
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test.each([true, false])(
  "reading, speaking, mending, taking back, finding (scripts: %s)",
  async (scripts) => {
    const { world, alder, fern, topic, server } = await scene();
    const page = await openPage(browser, server, { as: alder, scripts, viewport: { width: 360, height: 740 } });
    const check = async () => {
      if (!scripts) return;
      expect(await fits(page)).toBe(true);
      await expectAccessible(page);
    };

    await page.goto("/");
    await check();
    await page.getByRole("link", { name: "Commons", exact: true }).click();
    await check();
    expect(await page.getByRole("link", { name: "new topic" }).count()).toBe(1);

    // A topic with a content note.
    await page.getByRole("link", { name: "Start a topic" }).click();
    await check();
    await page.getByLabel("Title").fill("What the hearing was like");
    await page.getByLabel("Your words").fill("It was long.\n\nAnd nobody asked me.");
    await page.getByLabel("court").check();
    await page.getByLabel("In your own words").fill("a judge");
    await page.getByRole("button", { name: "Start the topic" }).click();
    await page.getByRole("heading", { level: 1, name: "What the hearing was like" }).waitFor();
    expect(await page.getByText("And nobody asked me.").isVisible()).toBe(false);
    await page.getByText("Content note: court, a judge").click();
    expect(await page.getByText("And nobody asked me.").isVisible()).toBe(true);
    await check();

    // A reply that quotes.
    await page.goto(`/t/${topic.link}`);
    await check();
    await page.getByRole("link", { name: "Quote" }).click();
    await check();
    const box = page.getByLabel("Your words");
    expect(await box.inputValue()).toBe("> @Quiet Fern, #1:\n> A *first* thought\n\n");
    await box.fill(`${await box.inputValue()}A second one.`);
    await page.getByRole("button", { name: "Post" }).click();
    const mine = page.getByRole("article", { name: "Post 2" });
    expect(await mine.locator("blockquote").textContent()).toContain("A first thought");
    expect(await mine.getByRole("link", { name: "answers Quiet Fern, #1" }).count()).toBe(1);
    await check();

    // Mend it, then take it back.
    await mine.getByRole("link", { name: "Edit" }).click();
    await check();
    await page.getByLabel("Your words").fill("A second one, mended.");
    await page.getByRole("button", { name: "Keep the changes" }).click();
    expect(await mine.textContent()).toContain("A second one, mended.");
    await mine.getByRole("link", { name: "Remove" }).click();
    await check();
    expect(await page.getByText("It can't be brought back.").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Remove it for good" }).click();
    expect(await mine.textContent()).toContain("Removed by its author.");
    const [row] = await world.read.select().from(posts).where(eq(posts.position, 2));
    expect(row).toMatchObject({ body: "", html: "" });

    // Follow; somebody answers; it stands under what concerns me, and the topic says what's new.
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    expect(await page.getByRole("button", { name: "Stop following" }).count()).toBe(1);
    await world.post(fern, topic, { body: "Is anybody still here?" });
    await page.goto("/");
    expect(await page.getByRole("link", { name: /Concerns me 1/ }).count()).toBe(1);
    expect(await page.getByRole("link", { name: "1 new", exact: true }).count()).toBe(1);
    await page.goto("/notifications");
    await check();
    await page.getByRole("link", { name: "New in a topic you follow" }).click();
    expect(page.url()).toContain("#post-3");
    await page.goto("/notifications");
    expect(await page.getByRole("link", { name: /Concerns me 1/ }).count()).toBe(0);

    // Find it.
    await page.goto("/search");
    await page.getByLabel("Words to look for").fill("ANYBODY still");
    await page.getByRole("button", { name: "Search" }).click();
    await check();
    await page.getByRole("link", { name: "Where the light falls" }).click();
    expect(page.url()).toContain("#post-3");

    // Turn away, and back.
    const theirs = page.getByRole("article", { name: "Post 3" });
    await theirs.getByText("More …").click();
    await check();
    await theirs.getByRole("button", { name: "Block Quiet Fern" }).click();
    expect(await theirs.getByText("You blocked Quiet Fern.").isVisible()).toBe(true);
    expect(await theirs.getByText("Is anybody still here?").isVisible()).toBe(false);
    await page.goto("/me/blocks");
    await check();
    await page.getByRole("button", { name: "Unblock" }).click();
    await page.goto(`/t/${topic.link}`);
    expect(await theirs.getByText("Is anybody still here?").isVisible()).toBe(true);
  },
  150_000,
);

test("what was refused comes back with its text, and another name is asked about once", async () => {
  const { alder, topic, server } = await scene();
  const page = await openPage(browser, server, { as: alder, scripts: false });
  await page.goto(`/t/${topic.link}`);
  await page.getByLabel("Say something here").fill("First, as Alder");
  await page.getByRole("button", { name: "Post" }).click();
  await page.getByLabel("Say something here").fill("Then as the other");
  await page.getByLabel("Speak as").selectOption("Grey Heron");
  await page.getByRole("button", { name: "Post" }).click();
  expect(await page.getByText("Another name than before").isVisible()).toBe(true);
  expect(await page.getByLabel("Your words").inputValue()).toBe("Then as the other");
  await page.getByLabel("Yes, speak as Grey Heron here").check();
  await page.getByRole("button", { name: "Post" }).click();
  expect(await page.getByRole("article", { name: "Post 3" }).textContent()).toContain("Grey Heron");

  await page.getByLabel("Say something here").fill("x".repeat(20_001));
  await page.getByRole("button", { name: "Post" }).click();
  expect(await page.getByText("This is longer than fits.").first().isVisible()).toBe(true);
  expect((await page.getByLabel("Your words").inputValue()).length).toBe(20_001);
});

test("a guest reads what is open, in their own language, and nothing that isn't to be quoted", async () => {
  const { world, alder, topic, server } = await scene();
  await world.post(alder, topic, { body: "Only for those inside", storyLabel: "closed" });
  const page = await openPage(browser, server, { language: "es", viewport: { width: 360, height: 740 } });
  await page.goto("/");
  expect(await page.getByRole("heading", { name: spaces.home.guestTitle }).count()).toBe(1);
  expect(await page.getByText("Working room").count()).toBe(0);
  await expectAccessible(page);
  await page.goto(`/t/${topic.link}`);
  expect(await page.getByText(es.post.notForGuests).count()).toBe(1);
  expect(await page.getByText("Only for those inside").count()).toBe(0);
  expect(await page.getByText("Alder").count()).toBe(0);
  expect(await fits(page)).toBe(true);
  await expectAccessible(page);
  for (const path of [
    "/s/working-room",
    "/s/nowhere",
    "/t/00000000000",
    "/t/x",
    `/t/${topic.link}/99`,
    `/t/${topic.link}?page=2`,
  ])
    expect((await page.goto(path))?.status(), path).toBe(404);
});
