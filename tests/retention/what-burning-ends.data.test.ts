import { expect, test } from "vitest";
import { DAY } from "~/platform/time";
import { addPseudonym } from "~/pseudonyms/add-pseudonym.server";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { burnName, undoBurning } from "~/retention/burn-name.server";
import { finishBurning } from "~/retention/finish-burning.server";
import { sweep } from "~/retention/sweep.server";
import * as burnPage from "~/routes/me.burn";
import { call } from "../support/call";
import { openWorld } from "../support/world";

test("a name that was retired before comes back retired", async () => {
  const world = await openWorld();
  const fern = await world.member("Fern", { alsoAs: ["Heron"] });
  const state = async () => (await world.viewer(fern)).pseudonyms[0]!.state;
  expect(await retirePseudonym(world.site, await world.viewer(fern), 1, world.now)).toEqual({ ok: true });
  for (let i = 0; i < 2; i++) {
    expect(await burnName(world.site, await world.viewer(fern), 1, world.now)).toEqual({ ok: true });
    world.later(DAY);
    await sweep(world.site, world.now);
    expect(await undoBurning(world.site, await world.viewer(fern), 1, world.now)).toEqual({ ok: true });
    expect(await state()).toBe("retired");
  }
  expect(await burnName(world.site, await world.viewer(fern), 2, world.now)).toEqual({ ok: true });
  expect(await undoBurning(world.site, await world.viewer(fern), 2, world.now)).toEqual({ ok: true });
  expect((await world.viewer(fern)).pseudonyms[1]).toMatchObject({ state: "active" });
});

test("whoever alone holds an office is told before what goes with the name; nobody is stopped", async () => {
  const world = await openWorld();
  const oak = await world.member("Oak", { offices: ["steward", "moderator"], alsoAs: ["Heron"] });
  const page = async () => (await call(world, burnPage.loader, { as: oak })).data;
  expect(await page()).toMatchObject({
    alone: [
      { office: "moderator", name: "Oak" },
      { office: "steward", name: "Oak" },
    ],
  });
  await world.member("Moss", { offices: ["moderator"] });
  expect(await page()).toMatchObject({ alone: [{ office: "steward", name: "Oak" }] });
  expect(await burnName(world.site, await world.viewer(oak), 1, world.now)).toEqual({ ok: true });
  expect(await page()).toMatchObject({ alone: [] });
});

test("five names in all, burned ones included", async () => {
  const world = await openWorld();
  const fern = await world.member("Fern", { alsoAs: ["Heron", "Tern", "Wren", "Robin"] });
  expect(await burnName(world.site, await world.viewer(fern), 2, world.now)).toEqual({ ok: true });
  world.later(3 * DAY);
  await finishBurning(world.site, world.now);
  expect(await addPseudonym(world.site, await world.viewer(fern), "Quiet Linnet", world.now)).toMatchObject({
    reason: "no-slot-left",
  });
});
