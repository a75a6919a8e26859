import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { posts, sessions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { giveCodename } from "../support/codename";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const WORDS = "It took me all night to write this.\n\nNobody may lose it.";

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const topic = await world.topic(alder, await world.space("open"), { title: "Where the light falls" });
  world.later(Date.now() - world.now.getTime());
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  const codename = await giveCodename(world, alder);
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  return { world, alder, topic, codename, server };
}

async function signIn(page: Page, name: string, secret: string) {
  await page.getByLabel("Your first two words").fill(name);
  await page.getByLabel("Your other five words").fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.each([true, false])(
  "a session that ends while somebody writes costs them no word (scripts: %s)",
  async (scripts) => {
    const { world, alder, topic, codename, server } = await scene();
    const page = await openPage(browser, server, { as: alder, scripts, viewport: { width: 360, height: 740 } });
    const see = async (name: string) => {
      if (process.env.ALBUM)
        await page.screenshot({ path: `${process.env.ALBUM}/${name}-${scripts}.png`, fullPage: true });
      if (scripts) await expectAccessible(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      ).toBe(true);
    };
    await page.goto(`/t/${topic.link}/reply`);
    await page.locator("textarea[name=body]").fill(WORDS);
    await world.site.database.transaction((tx) => tx.delete(sessions).where(eq(sessions.accountId, alder.accountId)));
    await page.getByRole("button", { name: "Post", exact: true }).click();

    await expect.poll(() => page.locator("h1").textContent()).toContain("your words didn't");
    await see("ran-out");
    await signIn(page, codename.name, "five words that are wrong");
    await page.waitForURL("**/sign-in");
    await see("refused");
    await signIn(page, codename.name, codename.secret);
    await expect.poll(() => page.locator("h1").textContent()).toContain("your words are here");
    expect(await page.getByLabel("Your words").inputValue()).toBe(WORDS);
    await see("words-are-here");
    expect(await world.read.$count(posts), "nothing is sent before they say so").toBe(1);
    await page.getByRole("button", { name: "Send it now" }).click();
    await page.getByText("Nobody may lose it.").waitFor();
    expect(await world.read.$count(posts)).toBe(2);
  },
);
