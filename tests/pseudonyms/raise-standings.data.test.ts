import { expect, test } from "vitest";
import { sanctions } from "#db/schema";
import { DAY, plus } from "~/platform/time";
import { raiseStandings } from "~/pseudonyms/raise-standings.server";
import { openWorld } from "../support/world";

test("an account grows with its weeks, unless any of its names is under a sanction", async () => {
  const world = await openWorld();
  const ana = await world.member("Ana", { standing: "newcomer" });
  const ben = await world.member("Ben", { standing: "newcomer", alsoAs: ["Birch"] });
  const birch = (await world.viewer(ben)).pseudonyms[1]!.id;
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: birch,
      caseId: 1,
      kind: "mute",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "r",
      started: world.now,
      until: plus(world.now, 7 * DAY),
    }),
  );
  await raiseStandings(world.site, world.now);
  await raiseStandings(world.site, world.now);
  expect((await world.viewer(ana)).standing).toBe("established");
  expect((await world.viewer(ben)).standing).toBe("newcomer");
});
