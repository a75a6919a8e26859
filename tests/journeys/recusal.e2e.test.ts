import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { HOUR } from "~/platform/time";
import { openBrowser, openPage } from "../support/browser";
import { startServer } from "../support/server";
import { openWorld } from "../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([true, false])(
  "a moderator who reported something never meets its case, and its author's other name is bound (scripts: %s)",
  async (scripts) => {
    const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
    const moss = await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
    const fern = await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 });
    const ash = await world.member("Ash", { offices: ["moderator"], branch: 92, weeksHere: 92 });
    const thorn = await world.member("Thorn", { branch: 3, alsoAs: ["Bramble"] });
    const topic = await world.topic(moss, await world.space("members"), { title: "Where we sleep" });
    const post = await world.post(thorn, topic, { body: "Another one of the lobby." });
    const server = await startServer({ world });
    onTestFinished(async () => void (await server.stop()));

    const reporter = await openPage(browser, server, { as: moss, scripts });
    await reporter.goto(`/report?post=${post.link}`);
    await reporter.getByLabel("A slur, or an accusation by label").check();
    await reporter.getByRole("button", { name: "Send the report" }).click();
    await reporter.getByText("Waiting for somebody to take it up").waitFor();
    await reporter.goto("/moderation");
    await reporter.getByText("No case is waiting for you").waitFor();

    const judge = await openPage(browser, server, { as: fern, scripts });
    await judge.goto("/moderation");
    await judge.getByRole("link", { name: "A slur, or an accusation by label" }).click();
    await judge.getByRole("button", { name: "Take this case" }).waitFor();
    const address = new URL(judge.url()).pathname;
    expect((await reporter.goto(address))!.status()).toBe(404);
    const other = await openPage(browser, server, { as: ash, scripts });
    expect((await other.goto(address))!.status()).toBe(200);

    await judge.getByRole("button", { name: "Take this case" }).click();
    await judge.getByText("You hold this case until").waitFor();
    await judge.getByLabel("Muted").check();
    await judge.getByLabel(/For how many days/).fill("3");
    await judge.getByRole("button", { name: "Write the reasons" }).click();
    await judge.getByRole("button", { name: "Decide this" }).click();
    await judge.getByText("Both sides have been told").waitFor();

    const bound = await openPage(browser, server, { as: thorn, scripts });
    await bound.goto("/me/names");
    await bound.getByRole("button", { name: "Speak as this one" }).click();
    await bound.goto(`/t/${topic.link}`);
    expect(await bound.getByText("Bramble").first().isVisible()).toBe(true);
    await bound.goto(`/t/${topic.link}/reply`);
    await bound.getByText("you can read and report, and can't write").first().waitFor();
    expect(await judge.content()).not.toContain("Bramble");
  },
);
