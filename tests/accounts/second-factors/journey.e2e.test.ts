import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { codeApps, passkeys, posts, sessions } from "#db/schema";
import { DAY, plus, SECOND } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../../support/browser";
import { giveCodename } from "../../support/codename";
import { codeAt } from "../../support/factors";
import { startServer } from "../../support/server";
import { openWorld } from "../../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 360, height: 740 };

/** A served community whose one member can sign in; the server's clock is the real one. */
async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const topic = await world.topic(alder, await world.space("open"));
  world.later(Date.now() - world.now.getTime());
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  const codename = await giveCodename(world, alder);
  const server = await startServer({ world });
  onTestFinished(() => void server.stop());
  return { world, alder, topic, codename, server };
}

let shot = 0;
async function see(page: Page, name: string, scripts = true) {
  const fits = await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);
  expect(fits, `${name} is wider than the screen`).toBe(true);
  if (scripts) await expectAccessible(page);
  if (!process.env.ALBUM) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${process.env.ALBUM}/${++shot}-${name}-${colorScheme}.png`, fullPage: true });
  }
}

async function typeWords(page: Page, { name, secret }: { name: string; secret: string }) {
  await page.getByLabel("Your first two words").fill(name);
  await page.getByLabel("Your other five words").fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const headingIs = (page: Page, text: string) => expect.poll(() => page.locator("h1").textContent()).toBe(text);

/** A code that the server, whose clock is this one, takes: today's, or with `used` the one after it. */
const freshCode = (secret: string, used: 0 | 1) => codeAt(secret, new Date(Date.now() + used * 30 * SECOND));

/** A security key of Chromium's own, plugged in. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const listed = async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  const unplug = () => devtools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  return { listed, unplug };
}

describe.each([
  { where: "on a phone", viewport: PHONE },
  { where: "on a screen", viewport: { width: 1280, height: 800 } },
])("a passkey $where", ({ viewport }) => {
  test("is added, asked for after the words, and removed", async () => {
    const { world, alder, codename, server } = await scene();
    const page = await openPage(browser, server, { as: alder, proved: true, viewport });
    const { listed } = await plugIn(page);
    await page.goto("/me/factors");
    await see(page, "none");
    await page.getByRole("link", { name: "Add a passkey" }).click();
    await see(page, "add-passkey");
    await page.getByLabel("Your own word for it").fill("Blue key");
    await press(page, "Make a passkey");
    await page.waitForURL("**/me/factors?added");
    expect(await page.getByText("Blue key", { exact: true }).count()).toBe(1);
    await see(page, "passkey-added");
    expect(await listed()).toMatchObject([{ isResidentCredential: false, rpId: "localhost" }]);
    expect(await listed().then(([key]) => key!.userName), "the forum's name, never a person's").toBe("Understory");

    await page.goto("/me");
    await press(page, "Sign out");
    await page.goto("/sign-in?back=/me/sessions");
    await typeWords(page, codename);
    await headingIs(page, "One more step");
    await see(page, "second-step-passkey");
    expect(await world.read.$count(sessions)).toBe(0);
    await press(page, "Use a passkey");
    await page.waitForURL("**/me/sessions");
    await page.goto("/me/factors");
    await headingIs(page, "Once more, to be sure it's you");
    await page.getByLabel(/Your five words/).fill(codename.secret);
    await press(page, "It's me");
    await page.waitForURL("**/me/factors");
    await press(page, /Remove: Blue key/);
    await page.waitForURL("**/me/factors?removed");
    expect(await world.read.$count(passkeys)).toBe(0);
    await page.goto("/me");
    await press(page, "Sign out");
    await page.goto("/sign-in?back=/me/sessions");
    await typeWords(page, codename);
    await page.waitForURL("**/me/sessions");
  });
});

test("a key that isn't there is said in words, and the page goes on", async () => {
  const { alder, codename, server } = await scene();
  const page = await openPage(browser, server, { as: alder, proved: true, viewport: PHONE });
  const { unplug } = await plugIn(page);
  await page.goto("/me/factors/passkey");
  await press(page, "Make a passkey");
  await page.waitForURL("**/me/factors?added");
  await page.context().clearCookies();
  await unplug();
  await plugIn(page);
  await page.goto("/sign-in");
  await typeWords(page, codename);
  await press(page, "Use a passkey");
  await page.getByText("Nothing came back from the device").waitFor();
  await see(page, "no-key");
});

test.each([true, false])("an authenticator app is set up by hand and asked for (scripts: %s)", async (scripts) => {
  const { world, alder, codename, server } = await scene();
  const page = await openPage(browser, server, { as: alder, proved: true, scripts, viewport: PHONE });
  await page.goto("/me/factors/app");
  await see(page, "app", scripts);
  await press(page, "Show me the secret");
  await see(page, "app-secret", scripts);
  const secret = (await page.locator(".recovery-code").textContent())!.replaceAll(" ", "");
  await page.getByLabel("The code that the app shows").fill("no code");
  await press(page, "Use this app from now on");
  await page.getByText("This isn't the code").waitFor();
  await see(page, "app-wrong", scripts);
  expect((await page.locator(".recovery-code").textContent())!.replaceAll(" ", "")).toBe(secret);
  await page.getByLabel("The code that the app shows").fill(freshCode(secret, 0));
  await press(page, "Use this app from now on");
  await page.waitForURL("**/me/factors?added");
  await see(page, "app-added", scripts);

  await page.goto("/me");
  await press(page, "Sign out");
  await page.goto("/sign-in?back=/me");
  await typeWords(page, codename);
  await see(page, "second-step-app", scripts);
  await page.getByLabel("The code that the app shows").fill("000000");
  await press(page, "Sign in with this code");
  await page.getByText("This isn't the code").waitFor();
  await see(page, "second-step-wrong", scripts);
  const code = freshCode(secret, 1);
  await page.getByLabel("The code that the app shows").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await press(page, "Sign in with this code");
  await page.waitForURL("**/me");
  expect(await world.read.$count(sessions)).toBe(1);
});

test("without scripts a passkey isn't offered, and the page says why", async () => {
  const { alder, server } = await scene();
  const page = await openPage(browser, server, { as: alder, proved: true, scripts: false, viewport: PHONE });
  await page.goto("/me/factors/passkey");
  expect(await page.getByText("Passkeys need scripts").isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Make a passkey" }).count()).toBe(0);
  await see(page, "passkey-no-scripts", false);
});

test("a browser without passkeys is told so", async () => {
  const { alder, server } = await scene();
  const page = await openPage(browser, server, { as: alder, proved: true, viewport: PHONE });
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "PublicKeyCredential");
  });
  await page.goto("/me/factors/passkey");
  await page.getByText("This browser can't use passkeys on this page").waitFor();
  expect(await page.getByRole("button", { name: "Make a passkey" }).count()).toBe(0);
});

test.each([true, false])(
  "somebody whose session ended while they wrote, and whose app is at home, loses no word (scripts: %s)",
  async (scripts) => {
    const { world, alder, topic, codename, server } = await scene();
    const page = await openPage(browser, server, { as: alder, proved: true, scripts, viewport: PHONE });
    await page.goto("/me/factors/app");
    await press(page, "Show me the secret");
    const secret = (await page.locator(".recovery-code").textContent())!.replaceAll(" ", "");
    await page.getByLabel("The code that the app shows").fill(freshCode(secret, 0));
    await press(page, "Use this app from now on");
    await page.waitForURL("**/me/factors?added");

    await page.goto(`/t/${topic.link}/reply`);
    await page.locator("textarea[name=body]").fill("It took me all night to write this.");
    await world.site.database.transaction((tx) => tx.delete(sessions));
    await press(page, /^Post$/);
    await typeWords(page, codename);
    await headingIs(page, "One more step");
    await page.getByText("I don't have it with me").click();
    await page.getByLabel("Your recovery code").fill(codename.recovery);
    await see(page, "second-step-recovery", scripts);
    await press(page, "Show me new words");
    const fresh = await page.locator(".codename li").allTextContents();
    expect(await world.read.$count(codeApps)).toBe(1);
    await page.getByLabel("Type the third word").fill(fresh[2]!);
    await press(page, /let me in/);
    await expect.poll(() => page.locator("h1").textContent()).toContain("your words are here");
    expect(await world.read.$count(codeApps)).toBe(0);
    expect(await page.getByLabel("Your words").inputValue()).toBe("It took me all night to write this.");
    await press(page, "Send it now");
    await expect.poll(() => world.read.$count(posts)).toBe(2);
  },
);

test("in Spanish the whole way speaks Spanish", async () => {
  const { alder, server } = await scene();
  const page = await openPage(browser, server, { as: alder, proved: true, language: "es", viewport: PHONE });
  await page.goto("/me/factors");
  await headingIs(page, "Un segundo paso");
  await see(page, "es-none");
  await page.goto("/me/factors/app");
  await press(page, "Mostrar el secreto");
  await see(page, "es-app");
});
