import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toLink } from "~/platform/ids";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { report } from "../support/reporting";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shots = process.env.SHOTS;

async function look(page: Page, name: string, scripts: boolean) {
  const width = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(width, `${name} fits its screen`).toBe(0);
  if (scripts) await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()!.width}.png`, fullPage: true });
}

/** What is grey and sealed is as dark as other text for whoever asks for more contrast, by day and by dusk: 7 to 1. */
async function expectSealedReadsInHighContrast(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ contrast: "more", colorScheme });
    const axe = new AxeBuilder({ page }).include(".sealed").withRules(["color-contrast-enhanced", "color-contrast"]);
    const { violations, passes } = await axe.analyze();
    expect(violations).toEqual([]);
    expect(passes.map((one) => one.id)).toContain("color-contrast-enhanced");
    await look(page, `case-contrast-${colorScheme}`, true);
  }
  await page.emulateMedia({ contrast: null, colorScheme: null });
}

/** How an element is drawn. */
const filterOf = (page: Page, words: string) =>
  page.getByText(words, { exact: true }).evaluate((one) => getComputedStyle(one).filter);

test.each([
  { scripts: false, viewport: { width: 360, height: 740 } },
  { scripts: true, viewport: { width: 1280, height: 800 } },
])(
  "a moderator's day: grey and folded, a week of first call, a hand-over, a break (scripts $scripts, $viewport.width px)",
  async ({ scripts, viewport }) => {
    // The server runs by the real clock; writing a topic and a post takes an hour each here.
    const world = await openWorld({ start: new Date(Date.now() - 3 * HOUR) });
    const moss = await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
    const fern = await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 });
    const survivor = await world.member("Wren", { branch: 1, weeksHere: 20 });
    const harasser = await world.member("Thorn", { branch: 3, weeksHere: 3 });
    const topic = await world.topic(survivor, await world.space("members"), { title: "Where we sleep" });
    const post = await world.post(harasser, topic, { body: "I know where you sleep." });
    const { caseId } = await report(world, survivor, post.id, { conduct: "threat", words: "They mean it." });
    const server = await startServer({ world });
    try {
      const page = await openPage(browser, server, { as: moss, scripts, viewport });
      await page.goto("/moderation");
      await look(page, "queue", scripts);
      await page.getByRole("link", { name: "First call" }).click();
      await page
        .getByRole("button", { name: /^Take the week of/ })
        .first()
        .click();
      await page.getByText("The week is yours.").waitFor();
      await look(page, "rota", scripts);

      await page.goto(`/moderation/cases/${toLink(caseId)}`);
      const sealed = page.getByText("I know where you sleep.", { exact: true });
      expect(await sealed.isVisible()).toBe(false);
      await page.getByText("What was written, as it was when it was reported").click();
      await sealed.waitFor();
      expect(await filterOf(page, "I know where you sleep.")).toBe("grayscale(1)");
      await page.getByText("Reporter 1", { exact: false }).first().click();
      expect(await filterOf(page, "They mean it.")).toBe("grayscale(1)");
      await look(page, "case", scripts);
      if (scripts) await expectSealedReadsInHighContrast(page);
      await page.getByRole("button", { name: "Take this case" }).click();

      await page.goto("/moderation/me");
      await look(page, "me", scripts);
      await page.getByLabel("Show me texts open and in plain ink").check();
      await page.getByRole("button", { name: "Keep this" }).last().click();
      await page.getByText("Kept.", { exact: true }).waitFor();
      await page.goto(`/moderation/cases/${toLink(caseId)}`);
      expect(await page.getByText("I know where you sleep.", { exact: true }).isVisible()).toBe(true);
      expect(await filterOf(page, "I know where you sleep.")).toBe("none");

      await page.goto("/moderation/me");
      await page.getByLabel("A threat").check();
      await page.getByRole("button", { name: "Keep this" }).first().click();
      await page.getByText("For some of what you ticked there are too few others").waitFor();
      await look(page, "me-few", scripts);
      await page.getByLabel("For how many days").fill("3");
      await page.getByLabel("What others should know").fill("Thorn was told before.");
      await page.getByRole("button", { name: "Begin the break" }).click();
      await page.getByText("Your break has begun.").waitFor();
      await look(page, "me-resting", scripts);

      await page.goto("/moderation");
      await page.getByRole("link", { name: "Among yourselves" }).click();
      await page.getByText("Nothing has been said in the last 30 days").waitFor();
      await page.getByLabel("What you want to say").fill("I'm off until Friday. Does Thorn need watching?");
      await page.getByRole("button", { name: "Say it" }).click();
      await page.getByText("“Thorn” is a member's name").waitFor();
      const words = page.getByLabel("What you want to say");
      expect(await words.inputValue()).toBe("I'm off until Friday. Does Thorn need watching?");
      await look(page, "room-refused", scripts);
      await words.fill("I'm off until Friday. Fern, can you take first call?");
      await page.getByRole("button", { name: "Say it" }).click();
      await page.getByText("Fern, can you take first call?").waitFor();
      await look(page, "room", scripts);

      const next = await openPage(browser, server, { as: fern, scripts, viewport });
      await next.goto("/moderation/handover");
      await next.getByText("[they] was told before.").waitFor();
      expect(await next.content()).not.toContain("Thorn");
      await look(next, "handover", scripts);
      await next.emulateMedia({ media: "print" });
      await look(next, "handover-print", false);
    } finally {
      await server.stop();
    }
  },
  120_000,
);
