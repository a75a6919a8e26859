import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases } from "#db/schema";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../support/browser";
import { dealtTo } from "../support/reporting";
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
  { scripts: true, viewport: { width: 1280, height: 800 } },
  { scripts: false, viewport: { width: 360, height: 720 } },
  ...(shots ? [{ scripts: true, viewport: { width: 360, height: 720 } }] : []),
])(
  "a report, from the one who files it to the one it is about (scripts $scripts, $viewport.width px)",
  async ({ scripts, viewport }) => {
    // The server runs by the real clock; writing a topic and a post takes an hour each here.
    const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
    const moderators = [
      await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 }),
      await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 }),
      await world.member("Ash", { offices: ["moderator"], branch: 92, weeksHere: 92 }),
      await world.member("Elm", { offices: ["moderator"], branch: 93, weeksHere: 93 }),
      await world.member("Yew", { offices: ["moderator"], branch: 94, weeksHere: 94 }),
    ];
    const survivor = await world.member("Wren", { branch: 1, weeksHere: 20 });
    const harasser = await world.member("Thorn", { branch: 3, weeksHere: 3, alsoAs: ["Bramble"] });
    const space = await world.space("members", { name: "Housing" });
    const topic = await world.topic(survivor, space, { title: "Where we sleep" });
    const post = await world.post(harasser, topic, { body: "Another one of the pimp lobby." });
    const server = await startServer({ world });
    try {
      const open = (as: typeof survivor) => openPage(browser, server, { as, scripts, viewport });

      const hers = await open(survivor);
      await hers.goto(`/report?post=${post.link}`);
      await look(hers, "report", scripts);
      await hers.getByLabel("A slur, or an accusation by label").check();
      await hers.getByLabel("Block Thorn").check();
      await hers.getByLabel("It should stop").check();
      await hers.getByLabel("In your own words").fill("They say this under everything I write.");
      await press(hers, "Send the report");
      await hers.getByText("what you reported is hidden from you").waitFor();
      await hers.getByText("Waiting for somebody to take it up").waitFor();
      await look(hers, "report-sent", scripts);
      await hers.goto(`/t/${topic.link}`);
      expect(await hers.getByText("pimp lobby").isVisible()).toBe(false);

      const theirs = await open(harasser);
      await theirs.goto(`/t/${topic.link}/${post.position}/remove`);
      await theirs.locator("main form button[type=submit]").first().click();

      const caseId = (await world.read.select().from(cases))[0]!.id;
      const dealt = await dealtTo(world, caseId);
      const acting = moderators.find((one) => dealt.includes(one.pseudonymId))!;
      const undealt = moderators.find((one) => !dealt.includes(one.pseudonymId))!;
      const judge = await open(acting);
      await judge.goto("/moderation");
      await look(judge, "queue", scripts);
      await judge.getByRole("link", { name: "A slur, or an accusation by label" }).click();
      expect(await judge.getByText("Another one of the pimp lobby.").isVisible()).toBe(false);
      await look(judge, "case", scripts);
      await press(judge, "Take this case");
      await judge.getByText("You hold this case until").waitFor();
      await judge.getByText("What was written, as it was").click();
      expect(await judge.getByText("Another one of the pimp lobby.").isVisible()).toBe(true);
      expect(await judge.getByText("Its author has removed it.").isVisible()).toBe(true);
      await judge.getByLabel("Muted").check();
      await press(judge, "Write the reasons");
      await judge.getByText("Say for how many days").first().waitFor();
      await judge.getByLabel("Muted").check();
      await judge.getByLabel(/For how many days/).fill("3");
      await look(judge, "choose", scripts);
      await press(judge, "Write the reasons");
      await look(judge, "reasons", scripts);
      expect(await judge.getByLabel("To the reporters").inputValue()).toContain("For 3 days");
      await press(judge, "Decide this");
      await judge.getByText("Both sides have been told").waitFor();
      await look(judge, "decided", scripts);
      expect(await judge.content()).not.toContain("Wren");

      const strangers = await open(undealt);
      const answer = await strangers.goto(judge.url());
      expect(answer!.status()).toBe(404);
      await strangers.goto("/moderation");
      await strangers.getByText("No case is waiting for you").waitFor();
      await look(strangers, "queue-empty", scripts);

      await hers.goto("/reports");
      await look(hers, "my-reports", scripts);
      await hers.getByRole("link", { name: /A post by Thorn/ }).click();
      await hers.getByText("For 3 days the other side can't write.").waitFor();
      await look(hers, "report-decided", scripts);

      await theirs.goto(`/t/${topic.link}/reply`);
      await theirs.getByText("you can read and report, and can't write").first().waitFor();
      await look(theirs, "refused", scripts);
      await theirs.getByRole("link", { name: "What was decided, and what you can do" }).first().click();
      await theirs.getByText("It was decided about Thorn and holds for your account").waitFor();
      await look(theirs, "decision", scripts);
      expect(await theirs.content()).not.toContain("Wren");

      await strangers.goto("/log");
      await strangers.getByText("A case was decided").waitFor();
    } finally {
      await server.stop();
    }
  },
);
