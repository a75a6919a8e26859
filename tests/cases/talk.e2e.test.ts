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

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const shots = process.env.SHOTS;

async function look(page: Page, name: string, scripts: boolean) {
  const width = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(width, `${name} fits its screen`).toBe(0);
  if (scripts) await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()!.width}.png`, fullPage: true });
}

test.each([
  { scripts: false, viewport: { width: 360, height: 720 } },
  { scripts: true, viewport: { width: 1280, height: 800 } },
])(
  "a question and an answer, from both sides (scripts $scripts, $viewport.width px)",
  async ({ scripts, viewport }) => {
    // The server runs by the real clock; writing a topic and a post takes an hour each here.
    const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
    const moderator = await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
    await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 });
    const survivor = await world.member("Wren", { branch: 1, weeksHere: 20 });
    const harasser = await world.member("Thorn", { branch: 3, weeksHere: 3 });
    const topic = await world.topic(survivor, await world.space("members"), { title: "Where we sleep" });
    const post = await world.post(harasser, topic, { body: "Another one of the pimp lobby." });
    const { caseId, reportId } = await report(world, survivor, post.id);
    const server = await startServer({ world });
    try {
      const open = (as: typeof survivor) => openPage(browser, server, { as, scripts, viewport });
      const judge = await open(moderator);
      await judge.goto(`/moderation/cases/${toLink(caseId)}`);
      await press(judge, "Take this case");
      await judge.getByText("Ask a reporter").click();
      await press(judge, "Ask");
      await judge.getByText("Write something here.").first().waitFor();
      await judge.getByLabel("The question").first().fill("Since when do they write this?");
      await look(judge, "ask", scripts);
      await judge.getByRole("button", { name: "Ask", exact: true }).click();
      await judge.getByText("Asked. You will hear when there is an answer.").waitFor();
      await judge.getByText("Waiting for the reporter").waitFor();

      const hers = await open(survivor);
      await hers.goto("/notifications");
      await hers.getByRole("link", { name: /You were asked something/ }).click();
      await hers.getByText("Since when do they write this?").waitFor();
      await look(hers, "asked", scripts);
      expect(await hers.content()).not.toContain("Moss");
      await press(hers, "Send");
      await hers.getByText("Write something here.").first().waitFor();
      await hers.getByLabel("Your answer").fill("Since the spring.");
      await press(hers, "Send");
      await hers.getByText("What you wrote is with those who decide.").waitFor();
      await look(hers, "answered", scripts);

      await judge.goto("/notifications");
      await judge.getByRole("link", { name: "There is an answer in a case of yours" }).click();
      await press(judge, "Take this case");
      await judge.getByText("With Reporter 1").click();
      await judge.getByText("Since the spring.").waitFor();
      await judge.getByText("Ask the other side for a statement").click();
      await judge.getByLabel("The question").last().fill("How do you see it?");
      await judge.getByLabel("It could, or I don't know").check();
      await press(judge, "Ask for a statement");
      await judge.getByText("Then nobody is asked: safety comes first.").waitFor();
      expect(await judge.getByLabel("The question").last().inputValue()).toBe("How do you see it?");
      await look(judge, "not-safe", scripts);
      await judge.getByLabel("No", { exact: true }).check();
      await press(judge, "Ask for a statement");
      await judge.getByText("Asked. You will hear when there is an answer.").waitFor();
      await look(judge, "case-with-talk", scripts);
      expect(await judge.content()).not.toContain("Wren");

      const theirs = await open(harasser);
      await theirs.goto("/notifications");
      await theirs.getByRole("link", { name: "You are asked how you see something" }).click();
      await theirs.getByLabel("Your statement").fill("It was a quote, and I am sorry.");
      await look(theirs, "statement", scripts);
      await press(theirs, "Send");
      await theirs.getByText("Your statement is with those who decide.").waitFor();
      await look(theirs, "statement-sent", scripts);
      for (const secret of ["Wren", "Moss", "Since the spring"]) expect(await theirs.content()).not.toContain(secret);

      await hers.goto(`/reports/${toLink(reportId)}`);
      expect(await hers.content()).not.toContain("It was a quote");
    } finally {
      await server.stop();
    }
  },
);
