import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shieldCounts } from "#db/schema";
import { floorToHour, HOUR, plus } from "~/platform/time";
import { expectAccessible, openBrowser, openPage } from "../../support/browser";
import { startServer } from "../../support/server";
import { openWorld } from "../../support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shots = process.env.SHOTS;

test.each([
  { scripts: false, viewport: { width: 360, height: 740 } },
  { scripts: true, viewport: { width: 1280, height: 800 } },
])(
  "a moderator begins the shield, every page says so, and it ends (scripts $scripts)",
  async ({ scripts, viewport }) => {
    const world = await openWorld({ start: new Date() });
    const moss = await world.member("Moss", { offices: ["moderator"] });
    const wren = await world.member("Wren");
    const hour = floorToHour(world.now);
    await world.site.database.transaction((tx) =>
      tx.insert(shieldCounts).values(
        Array.from({ length: 24 }, (_, i) => ({
          hour: plus(hour, -i * HOUR),
          kind: "first-posts" as const,
          count: [5, 5, 10, 0][i % 4]! + (i === 3 ? 20 : 0),
          compared: 5,
        })),
      ),
    );
    const server = await startServer({ world });
    try {
      const page = await openPage(browser, server, { as: moss, scripts, viewport });
      const look = async (name: string) => {
        const width = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(width).toBe(0);
        if (scripts) await expectAccessible(page);
        if (shots) await page.screenshot({ path: `${shots}/shield-${name}-${viewport.width}.png`, fullPage: true });
      };
      await page.goto(`${server.url}/moderation/shield`);
      await page.getByRole("button", { name: "Tighten the limits" }).click();
      await look("no-reason");
      expect(await page.getByText("Say why, in 500 characters at most.").count()).toBeGreaterThan(0);
      await page.getByLabel(/^Step 3/).check();
      await page.getByLabel("Why", { exact: true }).fill("A call to come here was found elsewhere.");
      await page.getByRole("button", { name: "Tighten the limits" }).click();
      await page.getByText("The limits are tighter now.").waitFor();
      await look("held");

      const other = await openPage(browser, server, { as: wren, scripts, viewport });
      await other.goto(`${server.url}/`);
      await other.getByText("joining takes an invitation").waitFor();
      if (shots) await other.screenshot({ path: `${shots}/shield-line-${viewport.width}.png` });

      await page.getByRole("button", { name: "End it now" }).click();
      await page.getByText("The limits are as ever again.").waitFor();
      await other.reload();
      expect(await other.getByText("joining takes an invitation").count()).toBe(0);
    } finally {
      await server.stop();
    }
  },
);
