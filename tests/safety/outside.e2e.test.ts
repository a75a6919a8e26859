import type { Browser } from "@playwright/test";
import SqliteConnection from "better-sqlite3";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { icons } from "~/agreements/settings";
import { openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function community() {
  const world = await openWorld({ start: new Date() });
  const oak = await world.member("Oak", { offices: ["steward"], standing: "established" });
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  /** What a page shows of itself outside its window. */
  const outside = async (path: string, headers: Record<string, string> = {}) => {
    const html = await (await fetch(server.url + path, { headers })).text();
    const titles = [...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
    return [...titles, ...[...html.matchAll(/<link rel="icon" href="([^"]*)"/g)].map(([, icon]) => icon)];
  };
  return { world, oak, server, outside };
}

test.each([true, false])(
  "a steward chooses title and icon, the same for every page from then on (scripts: %s)",
  async (scripts) => {
    const { world, oak, server, outside } = await community();
    for (let i = 0; i < 2; i++) expect(await outside("/agreements")).toEqual(["Understory", "/icons/page.svg"]);
    const page = await openPage(browser, server, { as: oak, scripts });
    await page.goto("/steward");
    await page.getByLabel("Title of the tab").fill("Notes & lists");
    await page.getByLabel("A cup").check();
    await page.getByRole("button", { name: "Save the settings" }).click();
    expect(await page.title()).toBe("Notes & lists");
    expect(await page.getByLabel("A cup").isChecked()).toBe(true);

    const chosen = ["Notes &amp; lists", "/icons/cup.svg"];
    const asOak = { cookie: `session=${oak.token}` };
    // Guests' pages are kept in memory; the one from before is forgotten.
    for (const path of [
      "/",
      "/agreements",
      "/sign-in",
      "/join",
      "/leave/help",
      "/nowhere",
      "/%zz",
      "/me",
      "/refused/413",
    ]) {
      expect(await outside(path), path).toEqual(chosen);
      expect(await outside(path, asOak), path).toEqual(chosen);
    }
    const log = await (await fetch(`${server.url}/log`)).text();
    expect(log).toContain("tabTitle");

    const vandal = new SqliteConnection(world.file!);
    onTestFinished(() => void vandal.close());
    vandal.exec("alter table sessions rename to gone");
    expect(await outside("/me", asOak)).toEqual(chosen);
  },
);

test("after a new start, a page that fails at once has them, too", async () => {
  const { world, oak, server } = await community();
  const page = await openPage(browser, server, { as: oak, scripts: false });
  await page.goto("/steward");
  await page.getByLabel("A cloud").check();
  await page.getByRole("button", { name: "Save the settings" }).click();
  const again = await startServer({ world });
  onTestFinished(async () => void (await again.stop()));
  const vandal = new SqliteConnection(world.file!);
  onTestFinished(() => void vandal.close());
  vandal.exec("alter table settings rename to gone");
  const answer = await fetch(`${again.url}/leave/help`);
  expect(await answer.text()).toContain('href="/icons/cloud.svg"');
});

test("every icon is a small drawing of our own that asks for nothing else", async () => {
  const { server } = await community();
  for (const icon of icons) {
    const answer = await fetch(`${server.url}/icons/${icon}.svg`);
    expect(answer.headers.get("content-type"), icon).toBe("image/svg+xml");
    const drawing = await answer.text();
    expect(drawing.length).toBeLessThan(1_000);
    expect(drawing.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|<script|<style|href/);
  }
});
