/**
 * Pictures of the main pages, as each of the three people, at 360 and 1280 px, light and dark, into `screenshots/`.
 * Run by `npm run screenshots`; starts the built server with a demo community of its own.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { startServer, type TestServer } from "../support/server";

const OUT = "screenshots";
const WIDTHS = [360, 1280] as const;
const COLORS = ["light", "dark"] as const;

type Role = "guest" | "survivor" | "moderator" | "organizer";
type Picture = { name: string; as: Role; go(page: Page): Promise<unknown> };

const follow = (page: Page, href: string) => page.locator(`main a[href^="${href}"]`).first().click();

const pictures: Picture[] = [
  { name: "01-first-page", as: "guest", go: (page) => page.goto("/") },
  { name: "02-sign-in", as: "guest", go: (page) => page.goto("/sign-in") },
  { name: "03-spaces", as: "survivor", go: (page) => page.goto("/") },
  { name: "04-space", as: "survivor", go: (page) => page.goto("/s/welcome") },
  {
    name: "05-topic",
    as: "survivor",
    go: async (page) => {
      await page.goto("/s/welcome");
      await page.getByRole("link", { name: "What changed on your street" }).first().click();
    },
  },
  { name: "06-new-topic", as: "survivor", go: (page) => page.goto("/s/welcome/new") },
  { name: "07-what-concerns-me", as: "survivor", go: (page) => page.goto("/notifications") },
  { name: "08-my-reports", as: "survivor", go: (page) => page.goto("/reports") },
  { name: "09-me", as: "survivor", go: (page) => page.goto("/me") },
  { name: "10-queue", as: "moderator", go: (page) => page.goto("/moderation") },
  {
    name: "11-case",
    as: "moderator",
    go: async (page) => {
      await page.goto("/moderation");
      await follow(page, "/moderation/cases/");
    },
  },
  { name: "12-gatherings", as: "organizer", go: (page) => page.goto("/gatherings") },
  {
    name: "13-gathering",
    as: "organizer",
    go: async (page) => {
      await page.goto("/gatherings");
      await page.locator('main a[href^="/gatherings/"]:not([href$="/new"])').first().click();
    },
  },
  { name: "14-public-log", as: "guest", go: (page) => page.goto("/log") },
  { name: "15-joining", as: "guest", go: (page) => page.goto("/join") },
  { name: "16-recover", as: "guest", go: (page) => page.goto("/recover") },
  { name: "17-agreements", as: "guest", go: (page) => page.goto("/agreements") },
  { name: "18-privacy", as: "guest", go: (page) => page.goto("/privacy") },
  { name: "19-leaving", as: "guest", go: (page) => page.goto("/leave/help") },
  {
    name: "20-report",
    as: "survivor",
    go: async (page) => {
      await page.goto("/s/welcome");
      await page.getByRole("link", { name: "Cuando cierran" }).first().click();
      await page.goto((await page.locator('a[href^="/report?"]').first().getAttribute("href")) ?? "/report");
    },
  },
  {
    name: "21-report-followed",
    as: "survivor",
    go: async (page) => {
      await page.goto("/reports");
      await follow(page, "/reports/");
    },
  },
  { name: "22-search", as: "survivor", go: (page) => page.goto("/search?words=barrio") },
  { name: "23-names", as: "survivor", go: (page) => page.goto("/me/names") },
  { name: "24-devices", as: "survivor", go: (page) => page.goto("/me/sessions") },
  { name: "25-invitations", as: "survivor", go: (page) => page.goto("/me/invitations") },
  { name: "26-turned-away", as: "survivor", go: (page) => page.goto("/me/blocks") },
  { name: "27-nothing-here", as: "survivor", go: (page) => page.goto("/nowhere") },
  { name: "28-plan-gathering", as: "organizer", go: (page) => page.goto("/gatherings/new") },
];

/** The codename that the first start printed for one of the demo's people. */
function codenameOf(server: TestServer, role: Role): string[] {
  const found = new RegExp(`^\\s*${role}\\b.*?:\\s+((?:[a-z]+ ){6}[a-z]+)\\s*$`, "m").exec(server.printed());
  if (!found) throw new Error(`No codename was printed for the ${role}.`);
  return found[1]!.split(" ");
}

async function signIn(page: Page, words: string[]) {
  await page.goto("/sign-in");
  await page.locator('[name="name"]').fill(words.slice(0, 2).join(" "));
  await page.locator('[name="secret"]').fill(words.slice(2).join(" "));
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function takeAs(browser: Browser, server: TestServer, role: Role) {
  const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce", locale: "en" });
  const page = await context.newPage();
  if (role !== "guest") await signIn(page, codenameOf(server, role));
  for (const picture of pictures.filter(({ as }) => as === role)) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      await picture.go(page);
      await page.waitForLoadState("load");
      // As high as the page, so that the places at the thumb stand at its end and not across its middle.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height });
      for (const colorScheme of COLORS) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(OUT, `${picture.name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
    console.log(picture.name);
  }
  await context.close();
}

const data = mkdtempSync(join(tmpdir(), "understory-screenshots-"));
const server = await startServer({ env: { UNDERSTORY_DEMO: "1", UNDERSTORY_DATA: data, UNDERSTORY_SECRET: "" } });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const role of ["guest", "survivor", "moderator", "organizer"] as const) await takeAs(browser, server, role);
} finally {
  await browser.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}
