import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { giveCodename } from "../support/codename";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PASSPHRASE = "nine quiet herons beyond the sluice";

async function scene(scripts: boolean, language: "en" | "es" = "en") {
  const world = await openWorld();
  world.later(Date.now() - world.now.getTime());
  const alder = await world.member("Alder");
  const codename = await giveCodename(world, alder);
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  const page = await openPage(browser, server, { as: alder, scripts, language, viewport: { width: 360, height: 740 } });
  const see = async (name: string) => {
    if (process.env.ALBUM)
      await page.screenshot({ path: `${process.env.ALBUM}/${name}-${language}-${scripts}.png`, fullPage: true });
    if (scripts) await expectAccessible(page);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      `${name} is wider than the screen`,
    ).toBe(true);
  };
  return { world, alder, codename, server, page, see };
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const heading = (page: Page) => page.locator("h1").first().textContent();
const typeSecret = (page: Page, secret: string) => page.getByLabel("Your five words, or your passphrase").fill(secret);

async function signIn(page: Page, name: string, secret: string) {
  await page.getByLabel("Your first two words").fill(name);
  await page.getByLabel("Your other five words").fill(secret);
  await press(page, "Sign in");
}

test.each([true, false])(
  "the secret is asked for once more, and then a passphrase takes its place (scripts: %s)",
  async (scripts) => {
    const { codename, page, see } = await scene(scripts);
    await page.goto("/me");
    await page.getByRole("link", { name: "Signing in" }).click();
    await see("security");
    await page.getByRole("link", { name: "Words or passphrase" }).click();
    expect(new URL(page.url()).pathname).toBe("/me/confirm");
    await see("confirm");
    await typeSecret(page, "not my words");
    await press(page, "It's me");
    await see("confirm-refused");
    expect(await page.locator("main").textContent()).toContain("That isn't your secret");
    expect(await page.getByLabel("Your five words, or your passphrase").inputValue()).toBe("");
    await typeSecret(page, codename.secret);
    await press(page, "It's me");
    expect(new URL(page.url()).pathname).toBe("/me/secret");
    await see("secret");

    await page.getByLabel("Your new passphrase").fill("understory understory");
    await page.getByLabel("Once more, the same").fill("understory understory");
    await press(page, "Sign in with this from now on");
    await see("passphrase-refused");
    expect(await page.locator("main").textContent()).toContain("words that people would try here");
    expect(await page.getByLabel("Your new passphrase").inputValue()).toBe("");
    await page.getByLabel("Your new passphrase").fill(PASSPHRASE);
    await page.getByLabel("Once more, the same").fill(PASSPHRASE);
    await press(page, "Sign in with this from now on");
    expect(new URL(page.url()).pathname).toBe("/me/security");
    await see("changed");
    await page.goto("/me/secret");
    expect(new URL(page.url()).pathname, "the proof belonged to the session before").toBe("/me/confirm");

    await page.goto("/me");
    await press(page, "Sign out");
    expect(await page.context().cookies()).toEqual([]);
    await signIn(page, codename.name, codename.secret);
    expect(await page.locator("main").textContent()).toContain("don't open an account");
    await signIn(page, codename.name, PASSPHRASE);
    await page.goto("/me");
    await expect.poll(() => heading(page)).toBe("Me");
  },
);

test.each([true, false])("new words and a new recovery code, each shown once (scripts: %s)", async (scripts) => {
  const { codename, page, see } = await scene(scripts);
  await page.goto("/me/secret");
  await typeSecret(page, codename.words.join(" "));
  await press(page, "It's me");
  await press(page, "Show me new words");
  const words = await page.locator(".codename li").allTextContents();
  expect(words).toHaveLength(7);
  await see("new-words");
  await page.getByLabel("Type the third word").fill(words[2]!);
  await press(page, "I've saved them, change it now");
  expect(new URL(page.url()).pathname).toBe("/me/security");

  await page.getByRole("link", { name: "Recovery code" }).click();
  await typeSecret(page, words.slice(2).join(" "));
  await press(page, "It's me");
  await see("recovery-code");
  await press(page, "Show me a new code");
  const code = (await page.locator(".recovery-code").textContent())!;
  await page.getByLabel("Type the last four").fill("no");
  await press(page, "I've saved it");
  expect(await page.locator(".recovery-code").textContent()).toBe(code);
  await see("new-code");
  await page.getByLabel("Type the last four").fill(code.slice(-4));
  await press(page, "I've saved it");
  expect(await page.locator("main").textContent()).toContain("The old one opens nothing any more");
});

test("a proof that runs out while somebody types costs them a confirmation, and Leave now takes it along", async () => {
  const { codename, page, see } = await scene(false);
  await page.goto("/me/recovery-code");
  await typeSecret(page, codename.secret);
  await press(page, "It's me");
  await page.context().clearCookies({ name: "proof" });
  await press(page, "Show me a new code");
  expect(await heading(page)).toBe("Once more, to be sure it's you");
  await see("asked-on-sending");
  await typeSecret(page, codename.secret);
  await press(page, "It's me");
  expect(new URL(page.url()).pathname).toBe("/me/recovery-code");
  expect(
    (await page.context().cookies()).map(({ name, sameSite, httpOnly }) => ({ name, sameSite, httpOnly })),
  ).toContainEqual({
    name: "proof",
    sameSite: "Strict",
    httpOnly: true,
  });
  const left = await page.request.get("/leave", { maxRedirects: 0, headers: { "sec-fetch-site": "same-origin" } });
  expect(left.status()).toBe(303);
  expect(await page.context().cookies()).toEqual([]);
});

test("in Spanish, too", async () => {
  const { page, see } = await scene(true, "es");
  await page.goto("/me/confirm");
  await see("confirm");
});
