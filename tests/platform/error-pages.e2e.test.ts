import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import es from "~/i18n/es/ui";
import { LARGEST_BODY } from "~/platform/http/read-body.server";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer, type TestServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
});

const longPath = `/search?q=${"a".repeat(5_000)}`;

const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.url + path, {
    redirect: "manual",
    ...init,
    headers: { "sec-fetch-site": "same-origin", ...init.headers },
  });

describe("when something can't be shown", () => {
  test.each<[number, string, RequestInit, string]>([
    [404, "/nowhere", {}, "There&#x27;s nothing here"],
    [404, "/nowhere.data", {}, ""],
    [404, "/refused/200", {}, "There&#x27;s nothing here"],
    [400, "/%zz", {}, "That link isn&#x27;t quite right"],
    [414, longPath, {}, "That link is too long"],
    [405, "/", { method: "DELETE" }, "This can&#x27;t be done from here"],
    [403, "/preferences", { method: "POST", headers: { "sec-fetch-site": "cross-site" } }, "Nothing was changed"],
    [
      413,
      "/preferences",
      { method: "POST", body: new URLSearchParams({ back: "a".repeat(LARGEST_BODY) }) },
      "That was too much at once",
    ],
    [400, "/preferences", { method: "POST", body: new URLSearchParams({ theme: "none" }) }, "Go back"],
    [415, "/preferences", { method: "POST" }, "Go back"],
    [415, "/preferences", { method: "POST", body: new FormData() }, "Go back"],
    [415, "/preferences", { method: "POST", body: "{}", headers: { "content-type": "application/json" } }, "Go back"],
    [405, "/nowhere", { method: "POST", body: new URLSearchParams() }, "This can&#x27;t be done from here"],
  ])("%i at %.40s says so, and what to do next", async (status, path, init, words) => {
    const response = await ask(path, init);
    const page = await response.text();
    expect(response.status).toBe(status);
    expect(page).toContain(words);
    expect(page).not.toMatch(/\bat \w+ \(|node_modules|Error:/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("the reader's language and look hold on that page, too", async () => {
    const page = await (await ask("/nowhere", { headers: { cookie: "preferences=es.dark" } })).text();
    expect(page).toContain('<html lang="es" data-theme="dark">');
    expect(page).toContain("Aquí no hay nada");
  });

  test.each(["en", "es"] as const)("everybody can read it (%s)", async (language) => {
    const page = await openPage(browser, server, { language });
    await page.goto("/nowhere");
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("#leave-now").isVisible()).toBe(true);
    await expectAccessible(page);
  });

  test("nothing of it is printed but where in the code it happened", () => {
    expect(server.printed()).not.toContain("nowhere");
    expect(server.printed()).not.toContain("127.0.0.1");
  });
});

describe("language and look", () => {
  test.each([true, false])("are chosen in the foot of any page and stay (scripts: %s)", async (scripts) => {
    const page = await openPage(browser, server, { scripts });
    await page.goto("/leave/help");
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("button", { name: es.themes.dark }).click();
    expect(new URL(page.url()).pathname).toBe("/leave/help");
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.goto("/preferences");
    expect(await page.locator("h1").textContent()).toBe("Idioma y colores");
  });

  test("everybody can choose them", async () => {
    const page = await openPage(browser, server);
    await page.goto("/preferences");
    await expectAccessible(page);
  });
});

test("the server stops when it is asked to, and says nothing more than where it was", async () => {
  const world = await openWorld();
  await world.member("Wren", { offices: ["steward"] });
  const other = await startServer({ world });
  expect(await other.stop()).toBe(0);
  expect(other.printed().split("\n").filter(Boolean)).toEqual([`Understory is at ${other.url}`]);
});

test("an empty community says where its first steward sets it up, before it says where it is", async () => {
  const empty = await startServer();
  expect(await empty.stop()).toBe(0);
  const [what, link, where, ...more] = empty.printed().split("\n").filter(Boolean);
  expect(what).toContain("This community is empty.");
  expect(link).toMatch(new RegExp(`^ +${empty.url}/join/[\\w-]{22}$`));
  expect([where, ...more]).toEqual([`Understory is at ${empty.url}`]);
});
