import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { toLink } from "~/platform/ids";
import { HOUR } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../../support/browser";
import { aPair, MARKER, openWith } from "../../support/quarantine";
import { report } from "../../support/reporting";
import { startServer } from "../../support/server";
import { openWorld } from "../../support/world";

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
  expect(await page.content(), `${name} shows nothing`).not.toContain(MARKER);
  if (scripts) await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()!.width}.png`, fullPage: true });
}

test.each([
  { scripts: false, viewport: { width: 360, height: 720 } },
  { scripts: true, viewport: { width: 1280, height: 800 } },
])(
  "a steward makes a key, takes the package, holds it, and gives it back (scripts $scripts, $viewport.width px)",
  async ({ scripts, viewport }) => {
    const world = await openWorld({ start: new Date(Date.now() - 2 * HOUR) });
    const steward = await world.member("Oak", { offices: ["steward"], branch: 80, weeksHere: 99 });
    await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 });
    const survivor = await world.member("Wren", { branch: 1, weeksHere: 20 });
    const harasser = await world.member("Thorn", { branch: 3, weeksHere: 3 });
    const topic = await world.topic(survivor, await world.space("members"));
    const post = await world.post(harasser, topic, { body: `Look at ${MARKER}` });
    const { caseId } = await report(world, survivor, post.id, { conduct: "child-material" });
    const { secret, offlineKey } = await aPair();
    const server = await startServer({ world });
    onTestFinished(() => void server.stop());
    const page = await openPage(browser, server, { as: steward, proved: true, scripts, viewport });

    await page.goto("/steward");
    await page.getByRole("link", { name: "Child material, and the law" }).click();
    await page.getByText("There is no key yet").first().waitFor();
    await look(page, "no-key", scripts);
    await page.getByLabel("The public half").fill("age1oops");
    await press(page, "Seal to this key from now on");
    await page.getByText("This isn't a public key of age").first().waitFor();
    await page.getByLabel("The public half").fill(offlineKey);
    await press(page, "Seal to this key from now on");
    await page.getByText("1 copy that waited for it is sealed to it now.").waitFor();
    await look(page, "key", scripts);

    await page.goto(`/moderation/cases/${toLink(caseId)}`);
    await look(page, "case", scripts);
    await page.getByRole("link", { name: "The package, the hold, and what to do if it isn't that" }).click();
    await look(page, "aside-visible", scripts);
    await press(page, "Hide it for everybody now");
    await page.getByText("Hidden. Its words are only in the sealed copy now.").waitFor();
    await look(page, "aside-hidden", scripts);

    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Take the package")]);
    const taken = JSON.parse(await openWith(secret, readFileSync(await download.path())));
    const copies = [];
    for (const { id, sealed } of taken.copies)
      copies.push({ id, opened: await openWith(secret, Buffer.from(sealed, "base64")) });

    await page.getByRole("link", { name: "Place a hold" }).click();
    await press(page, "Keep it from being erased");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Why", { exact: true }).fill("A report to the hotline");
    await page.getByLabel("Reference").fill("77/2026");
    await press(page, "Keep it from being erased");
    await page.getByText("Placed. The copies stay.").waitFor();
    await look(page, "holds", scripts);
    await page.goto("/transparency");
    await page.getByText("1 thing is kept longer than usual").waitFor();

    await page.goto(`/steward/quarantine/${toLink(caseId)}`);
    await press(page, "Give it to the moderators");
    await page.getByText("The copy that holds the post's words isn't among these").first().waitFor();
    await look(page, "not-brought", scripts);
    await page.getByLabel("What the open package says").fill(JSON.stringify({ copies }));
    await press(page, "Give it to the moderators");
    await page.getByText("It's with the moderators now.").waitFor();
  },
  120_000,
);
