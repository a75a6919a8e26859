import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PHONE = { width: 360, height: 740 };

/** A served community with an organizer and two members. The server's clock is the real one, so sessions and plans are too. */
async function served() {
  const world = await openWorld({ start: new Date() });
  const alder = await world.member("Alder", { offices: ["organizer"], standing: "established" });
  const iris = await world.member("Iris");
  const wren = await world.member("Wren");
  await world.space("open", { name: "The clearing" });
  const server = await startServer({ world });
  onTestFinished(async () => void (await server.stop()));
  const picture = async (page: Page, name: string) => {
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
  };
  return { world, server, alder, iris, wren, picture };
}

async function plans(page: Page) {
  await page.goto("/gatherings");
  await page.getByRole("link", { name: "Plan a gathering" }).click();
  await page.getByLabel("Title").fill("What we want from the city");
  await page.getByLabel("What it is for").fill("To agree on three asks.");
  const soon = new Date(Date.now() + 30 * 60_000).toISOString();
  await page.getByLabel("Day", { exact: true }).fill(soon.slice(0, 10));
  await page.getByLabel("Time", { exact: true }).fill(soon.slice(11, 16));
  await page.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("heading", { level: 1, name: "What we want from the city" }).waitFor();
  return new URL(page.url()).pathname;
}

async function comesIn(page: Page, address: string, as: string | RegExp) {
  await page.goto(address);
  await page.getByLabel(as).check();
  await page.getByLabel("I agree to the ground rules").check();
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByText("You are here as").waitFor();
}

const says = async (page: Page, words: string, how: string) => {
  await page.getByLabel("Say something").fill(words);
  await page.getByRole("button", { name: how }).click();
};

test("a gathering with live lines: plan, door, mask, hands, stack, floor, words, end", async () => {
  const { server, alder, iris, wren, picture } = await served();
  const host = await openPage(browser, server, { as: alder });
  const address = await plans(host);
  await expectAccessible(host);
  await picture(host, "planned");
  await host.getByRole("button", { name: "Open the room" }).click();
  await host.getByText("New messages appear by themselves.").waitFor();

  const masked = await openPage(browser, server, { as: iris, viewport: PHONE });
  await masked.goto(address);
  await expectAccessible(masked);
  await picture(masked, "door-phone");
  await comesIn(masked, address, /A mask/);
  const other = await openPage(browser, server, { as: wren });
  await comesIn(other, address, "Wren");
  for (const page of [masked, other]) await page.getByText("New messages appear by themselves.").waitFor();

  await says(masked, "Hello from behind a leaf", "Say it beside the floor");
  await other.getByText("Hello from behind a leaf").waitFor();
  expect(await other.content()).not.toContain("Iris");
  expect(await masked.getByLabel("Say something").inputValue()).toBe("");

  // What is reported of a mask is reported as a mask's.
  const reporting = await openPage(browser, server, { as: wren, scripts: false });
  await reporting.goto((await other.locator('a[href^="/report?message="]').first().getAttribute("href"))!);
  await reporting.getByLabel("A slur, or an accusation by label").check();
  await reporting.getByRole("button", { name: "Send the report" }).click();
  await reporting.getByText("Your report is here").waitFor();
  expect(await reporting.content()).not.toContain("Iris");

  await other.getByLabel("Say something").fill("A thought half written");
  await masked.getByRole("button", { name: "Raise my hand" }).click();
  await host.getByText("not heard yet").waitFor();
  await host.getByRole("button", { name: /^Give the floor to/ }).click();
  await masked.getByText("You have the floor").waitFor();
  await says(masked, "Three asks, then: homes, time, and our own words.", "Say it from the floor");
  await other.getByText("Three asks, then").waitFor();
  expect(await other.getByLabel("Say something").inputValue()).toBe("A thought half written");
  await other.getByRole("button", { name: "Raise my hand" }).click();
  await host.getByRole("button", { name: "Give the floor to Wren" }).waitFor();
  for (const page of [host, masked, other]) await expectAccessible(page);
  await host.getByText("Host's tools").click();
  await picture(host, "room-host");
  await picture(masked, "room-phone");
  expect(await masked.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await host.getByRole("button", { name: "End the gathering" }).click();
  await masked.getByText("This gathering is over.").waitFor();
  await host.getByLabel("What stays of this gathering").fill("We agreed on three asks.");
  await host.getByRole("button", { name: "Save the summary" }).click();
  await masked.getByText("We agreed on three asks.").waitFor();
  await masked.getByRole("button", { name: "I support it" }).click();
  await masked.getByText("You answered: I support it").waitFor();
  await expectAccessible(masked);
  await picture(masked, "after-phone");
});

test("the same without scripts, by posting and reloading", async () => {
  const { server, alder, iris, picture } = await served();
  const host = await openPage(browser, server, { as: alder, scripts: false });
  const address = await plans(host);
  await host.getByRole("button", { name: "Open the room" }).click();
  const guest = await openPage(browser, server, { as: iris, scripts: false, viewport: PHONE, language: "es" });
  await guest.goto(address);
  await guest.getByLabel("Iris").check();
  await guest.getByLabel("Acepto las reglas de la sala").check();
  await guest.getByRole("button", { name: "Entrar", exact: true }).click();
  await guest.getByRole("button", { name: "Levantar la mano" }).click();
  await host.reload();
  await host.getByRole("button", { name: "Give the floor to Iris" }).click();
  await guest.reload();
  await guest.getByLabel("Decir algo").fill("Una idea larga, dicha con calma");
  await guest.getByRole("button", { name: "Decirlo con la palabra" }).click();
  await host.getByRole("link", { name: "See what's new" }).click();
  await host.getByText("Una idea larga").waitFor();
  await host.getByRole("button", { name: "End this turn" }).click();
  await guest.getByLabel("Decir algo").fill("Y algo más");
  await guest.getByRole("button", { name: "Decirlo con la palabra" }).click();
  await guest.getByText("Ahora no tienes la palabra").waitFor();
  expect(await guest.getByLabel("Decir algo").inputValue()).toBe("Y algo más");
  await picture(guest, "refused-phone-es");
  await guest.getByRole("link", { name: "Ver lo nuevo" }).click();
  await guest.getByRole("link", { name: "Mirar sin escribir" }).click();
  expect(await guest.getByLabel("Decir algo").count()).toBe(0);
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await host.getByText("Host's tools").click();
  await host.getByRole("button", { name: "End the gathering" }).click();
  await host.getByText("This gathering is over.").waitFor();
});
