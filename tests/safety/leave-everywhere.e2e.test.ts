import type { Browser, Page } from "@playwright/test";
import SqliteConnection from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createInvitation } from "~/joining/create-invitation.server";
import { openBrowser, openPage } from "../support/browser";
import { startServer, type TestServer } from "../support/server";
import { openWorld, type Person, type World } from "../support/world";

const elsewhere = "https://www.wikipedia.org";

let browser: Browser;
let world: World;
let server: TestServer;
let wren: Person;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld({ start: new Date() });
  wren = await world.member("Wren");
  server = await startServer({ world });
  onTestFinished(() => void server.stop());
});

/** Breaks the database as a bug or a full disk would. */
function breakTable(name: string) {
  const vandal = new SqliteConnection(world.file!);
  onTestFinished(() => void vandal.close());
  vandal.exec(`alter table ${name} rename to gone`);
}

async function invited() {
  const made = await createInvitation(world.site, await world.viewer(wren), {}, world.now);
  if (!made.ok) throw new Error(made.reason);
  return made.code;
}

const PAGES: Record<string, (page: Page) => Promise<unknown>> = {
  "a page that isn't there": (page) => page.goto("/nowhere"),
  "a page that asks to sign in": (page) => page.goto("/me"),
  "an address that makes no sense": (page) => page.goto("/%zz"),
  "a page that failed": (page) => {
    breakTable("public_log");
    return page.goto("/log");
  },
  "a page that failed before anything was known": (page) => {
    breakTable("sessions");
    return page.goto("/");
  },
  "signing in, with a word in each field": async (page) => {
    await page.goto("/sign-in");
    await page.locator("[name=name]").fill("amber");
    await page.locator("[name=secret]").fill("birch cloud");
  },
  "a sign-in that was refused": async (page) => {
    await page.goto("/sign-in");
    await page.locator("[name=name]").fill("amber birch");
    await page.locator("[name=secret]").fill("cloud dune ember fern");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  },
  "the page that shows new words once": async (page) => {
    await page.goto(`/join/${await invited()}`);
    await page.locator("[name=own]").fill("Tall Sedge");
    await page.locator("[name=age][value=older]").check();
    await page.getByRole("button", { name: "Go on with this name" }).click();
    await page.waitForSelector(".codename");
  },
};

describe.each([true, false])("scripts: %s", (scripts) => {
  test.each(Object.keys(PAGES))("leaving works from %s", { timeout: 30_000 }, async (name) => {
    const page = await openPage(browser, server, { elsewhere, scripts });
    await PAGES[name]!(page);
    expect(await page.locator("#leave-now").isVisible()).toBe(true);
    if (scripts) for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
    else await page.click("#leave-now");
    await page.waitForURL(`${elsewhere}/`);
  });
});

test("with words in a form that weren't sent, nothing holds anybody up", async () => {
  const space = await world.space("open", { name: "Commons" });
  const page = await openPage(browser, server, { as: wren, elsewhere });
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto(`/s/${space.slug}/new`);
  await page.locator("[name=title]").fill("A title");
  await page.locator("[name=body]").pressSequentially("Words, and More");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
  await page.waitForURL(`${elsewhere}/`);
  expect(asked).toEqual([]);
});
