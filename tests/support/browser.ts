import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { expect, onTestFinished } from "vitest";
import { proofCookie } from "~/accounts/proof.server";
import { findBrowser } from "../../scripts/find-browser.mjs";
import type { TestServer } from "./server";
import type { Person } from "./world";

/**
 * Starts Chromium, without anything that would ask the network for something by itself. The caller closes it.
 * `remembersPages`: Back may bring a page as it was, as in people's own browsers, where Playwright's would load it anew.
 */
export async function openBrowser({ remembersPages = false } = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No Chromium was found; `npm test` says how to get one.");
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: remembersPages ? ["--disable-back-forward-cache"] : [],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

type Asked = {
  /** Signed in as this person; a guest otherwise. */
  as?: Person;
  /** Typed their secret a moment ago. */
  proved?: boolean;
  /** The account's own key, which that proof brings along. */
  ownKey?: Buffer | null;
  /** Off, the page has to do without any script. */
  scripts?: boolean;
  language?: "en" | "es";
  viewport?: { width: number; height: number };
  colors?: "light" | "dark";
  /** An origin that leaving may lead to; it answers with a page titled "Elsewhere". */
  elsewhere?: string;
  /** The status with which a script of the page is refused on purpose. */
  refusal?: number;
};

/**
 * A fresh window on a server, closed when the test is over. The test fails by itself on a request to any other origin, on
 * anything in the console that isn't plain information (a Content-Security-Policy violation too), on an error in a
 * script, and on a file that isn't there.
 */
export async function openPage(browser: Browser, server: TestServer, asked: Asked = {}): Promise<Page> {
  const {
    as,
    proved = false,
    ownKey = null,
    scripts = true,
    language = "en",
    viewport = { width: 1280, height: 800 },
    colors = "light",
  } = asked;
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: scripts,
    locale: language,
    viewport,
    colorScheme: colors,
    reducedMotion: "reduce",
  });
  if (as) await context.addCookies([{ name: "session", value: as.token, url: server.url, httpOnly: true }]);
  if (as && proved) {
    const [name, value] = proofCookie(as.sessionId, new Date(), ownKey).split(";")[0]!.split("=") as [string, string];
    await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: "Strict" }]);
  }
  const problems = watch(context, [server.url, asked.elsewhere], asked.refusal);
  onTestFinished(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  const page = await context.newPage();
  if (asked.elsewhere) await answerElsewhere(page, asked.elsewhere);
  return page;
}

function watch(context: BrowserContext, origins: (string | undefined)[], refusal?: number): string[] {
  const problems: string[] = [];
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!origins.includes(origin) && protocol !== "data:") problems.push(`asked ${request.url()}`);
  });
  context.on("console", (message) => {
    // Chromium reports a page that answers with 404 or 403 as an error, though tests ask for such pages on purpose.
    const isPage = message.location().url === message.page()?.url() && message.text().startsWith("Failed to load");
    if (["error", "warning"].includes(message.type()) && !isPage) problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => void problems.push(`script: ${error.error().message}`));
  context.on("response", (response) => {
    const file = response.request().resourceType() !== "document";
    if (file && response.status() >= 400 && response.status() !== refusal)
      problems.push(`${response.status()} at ${response.url()}`);
  });
  return problems;
}

/** Playwright's own routing doesn't see where a redirect leads; the browser's does. */
async function answerElsewhere(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on("Fetch.requestPaused", ({ requestId }) => {
    void session.send("Fetch.fulfillRequest", {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: "Content-Type", value: "text/html" }],
      body: Buffer.from("<!doctype html><link rel=icon href=data:,><title>Elsewhere</title>").toString("base64"),
    });
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: `${origin}/*` }] });
}

/** Fails with every rule of WCAG 2.2 AA that the page breaks, and where. Needs a page with scripts. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
}
