import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Where pictures go, if anybody wants to look: `SHOTS=/tmp/walk`. */
const shots = process.env.SHOTS;
let step = 0;

async function look(page: Page, name: string, scripts: boolean) {
  const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(wider, `${name} fits its screen`).toBe(0);
  if (scripts) await expectAccessible(page);
  const at = `${String(++step).padStart(2, "0")}-${name}-${page.viewportSize()!.width}`;
  if (shots) await page.screenshot({ path: `${shots}/${at}.png`, fullPage: true });
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();

/** Nothing in the page a reader has open names any of these. */
async function expectNot(page: Page, ...secrets: string[]) {
  const content = await page.content();
  for (const secret of secrets) expect(content).not.toContain(secret);
}

test.each([
  { scripts: false, viewport: { width: 360, height: 740 } },
  { scripts: true, viewport: { width: 1280, height: 800 } },
])(
  "one whole case from both sides: reported without scripts, asked, answered, decided by two (scripts $scripts, $viewport.width px)",
  { timeout: 120_000 },
  async ({ scripts, viewport }) => {
    step = 0;
    // The server runs by the real clock; writing a topic and a post takes an hour each here.
    const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
    const moss = await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
    const fern = await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 });
    const wren = await world.member("Wren", { branch: 1, weeksHere: 20 });
    const thorn = await world.member("Thorn", { branch: 3, weeksHere: 3 });
    const topic = await world.topic(wren, await world.space("members", { name: "Housing" }), {
      title: "Where we sleep",
    });
    const post = await world.post(thorn, topic, { body: "Another one of the pimp lobby." });
    const server = await startServer({ world });
    try {
      const open = (as: typeof wren, on = scripts) => openPage(browser, server, { as, scripts: on, viewport });
      const [reporter, respondent] = [await open(wren, false), await open(thorn)];
      const [judge, second] = [await open(moss), await open(fern)];

      // Reported, with relief that acts at once.
      await reporter.goto(`/t/${topic.link}/${post.position}`);
      await look(reporter, "the-post", false);
      await reporter.goto(`/report?post=${post.link}`);
      await press(reporter, "Send the report");
      await look(reporter, "report-nothing-chosen", false);
      await reporter.getByLabel("A slur, or an accusation by label").check();
      await reporter.getByLabel("This is about me").check();
      await reporter.getByLabel("Block Thorn").check();
      await reporter.getByLabel("It should stop").check();
      await reporter.getByLabel("In your own words").fill("They write this under everything I say.");
      await look(reporter, "report", false);
      await press(reporter, "Send the report");
      await reporter.getByText("Waiting for somebody to take it up").waitFor();
      await reporter.getByText("Already done: Block Thorn").waitFor();
      await look(reporter, "report-sent", false);
      await reporter.goto(`/t/${topic.link}`);
      expect(await reporter.getByText("pimp lobby").isVisible()).toBe(false);
      await look(reporter, "topic-after-relief", false);

      // Taken up; the reporter is asked.
      await judge.goto("/moderation");
      await look(judge, "queue", scripts);
      await judge.getByRole("link", { name: "A slur, or an accusation by label" }).click();
      await look(judge, "case-closed-eyes", scripts);
      await press(judge, "Take this case");
      await judge.getByText("What was written, as it was").click();
      await judge.getByText("Another one of the pimp lobby.").waitFor();
      await judge.getByText("Ask a reporter").click();
      await judge.getByLabel("The question").first().fill("Since when do they write this?");
      await look(judge, "case-taken", scripts);
      await press(judge, "Ask");
      await judge.getByText("Asked. You will hear when there is an answer.").waitFor();
      await second.goto("/moderation");
      await second.getByText("Waiting for the reporter").waitFor();
      await look(second, "queue-waiting-for-reporter", scripts);

      await reporter.goto("/reports");
      await reporter.getByText("You were asked something").waitFor();
      await look(reporter, "my-reports-asked", false);
      await reporter.getByRole("link", { name: /A post by Thorn/ }).click();
      await reporter.getByLabel("Your answer").fill("Since the spring, under every answer of mine.");
      await look(reporter, "asked", false);
      await press(reporter, "Send");
      await reporter.getByText("What you wrote is with those who decide.").waitFor();
      await reporter.getByText("Somebody has looked at it, and will go on").waitFor();
      await look(reporter, "answered", false);
      await expectNot(reporter, "Moss", "Fern");

      // The other side is heard.
      await judge.goto("/notifications");
      await look(judge, "there-is-an-answer", scripts);
      await judge.getByRole("link", { name: "There is an answer in a case of yours" }).click();
      await press(judge, "Take this case");
      await judge.getByText("With Reporter 1").click();
      await judge.getByText("Since the spring").waitFor();
      await judge.getByText("Ask the other side for a statement").click();
      await judge.getByLabel("The question").last().fill("How do you see it?");
      await judge.getByLabel("No", { exact: true }).check();
      await look(judge, "ask-the-other-side", scripts);
      await press(judge, "Ask for a statement");
      await judge.getByText("Asked. You will hear when there is an answer.").waitFor();
      await second.goto("/moderation");
      await second.getByText("Waits for the other side's statement").waitFor();
      await look(second, "queue-waiting-for-statement", scripts);

      await respondent.goto("/notifications");
      await look(respondent, "concerns-the-respondent", scripts);
      await respondent.getByRole("link", { name: "You are asked how you see something" }).click();
      await respondent.getByLabel("Your statement").fill("It was a quote. I won't do it again.");
      await look(respondent, "statement", scripts);
      await press(respondent, "Send");
      await respondent.getByText("Your statement is with those who decide.").waitFor();
      await look(respondent, "statement-sent", scripts);
      await expectNot(respondent, "Wren", "Moss", "Since the spring");

      // Decided by one, and nothing holds before a second agrees.
      await judge.goto("/moderation");
      await judge.getByRole("link", { name: "A slur, or an accusation by label" }).click();
      await judge.getByText("It was a quote.").waitFor({ state: "attached" });
      await judge.getByLabel("Suspended").check();
      await judge.getByLabel(/For how many days/).fill("14");
      await look(judge, "choose", scripts);
      await press(judge, "Write the reasons");
      await look(judge, "reasons", scripts);
      await press(judge, "Decide this");
      await judge.getByText("Kept. A second person has to agree.").waitFor();
      await look(judge, "waits-for-second", scripts);
      await respondent.goto(`/t/${topic.link}/reply`);
      await respondent.getByText("Your account is suspended").waitFor({ state: "detached" });
      await reporter.goto("/reports");
      await look(reporter, "my-reports-second-look", false);

      await second.goto("/moderation");
      await second.getByRole("link", { name: "A slur, or an accusation by label" }).click();
      await look(second, "second-person", scripts);
      await press(second, "I agree");
      await second.getByText("Both sides have been told").waitFor();
      await look(second, "confirmed", scripts);
      for (const page of [judge, second]) await expectNot(page, "Wren");

      // Both sides read it.
      await reporter.goto("/notifications");
      await look(reporter, "concerns-the-reporter", false);
      await reporter.goto("/reports");
      await reporter.getByRole("link", { name: /A post by Thorn/ }).click();
      await reporter.getByText("The other side is suspended for 14 days.").waitFor();
      await look(reporter, "decision-for-the-reporter", false);
      await respondent.goto(`/t/${topic.link}/reply`);
      await look(respondent, "refused", scripts);
      await respondent.getByRole("link", { name: "What was decided, and what you can do" }).first().click();
      await respondent.getByText("It was decided about Thorn and holds for your account").waitFor();
      await look(respondent, "decision-for-the-respondent", scripts);
      await expectNot(respondent, "Wren", "Moss", "Fern", "Since the spring");
      await expectNot(reporter, "It was a quote", "Moss", "Fern");

      // And anybody reads that it was.
      const anybody = await openPage(browser, server, { scripts, viewport });
      await anybody.goto("/log");
      await anybody.getByText("A case was decided").first().waitFor();
      await look(anybody, "public-log", scripts);
      await expectNot(anybody, "Wren", "Thorn", "pimp lobby");
    } finally {
      await server.stop();
    }
  },
);
