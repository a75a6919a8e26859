import { expect, test } from "vitest";
import { createInvitation } from "~/joining/create-invitation.server";
import { HOUR } from "~/platform/time";
import { loader as joinPage } from "~/routes/join._index";
import { loader as namePage } from "~/routes/join.$code";
import { call } from "../support/call";

import {
  codeByWaiting,
  codeByWork,
  joined,
  joinWith,
  offered,
  openCommunity,
  send,
  sendWork,
  ticketOf,
  WEEK,
  waitAt,
} from "./open-community";

test("everybody who joins openly in one week is of one branch, and of another the week after", async () => {
  const { world } = await openCommunity();
  const one = await joined(world, await codeByWork(world), "One River");
  const two = await joined(world, await codeByWaiting(world), "Two Rivers");
  world.later(WEEK);
  const three = await joined(world, await codeByWaiting(world), "Three Rivers");
  expect(one.branch).toBe(two.branch);
  expect(three.branch).not.toBe(one.branch);
  expect(one.branch! >= 0 && one.branch! < 2 ** 31).toBe(true);
  expect(Math.abs(three.branch! - one.branch!)).toBeGreaterThan(1);
});

test("the fourth who joins openly from one network within a day waits, keeps the words, and comes in by invitation", async () => {
  const { world, steward } = await openCommunity();
  for (const name of ["One River", "Two Rivers", "Three Rivers"]) {
    const code = await codeByWaiting(world);
    expect(await joinWith(world, code, await offered(world, code, name), "one")).toMatchObject({ ok: true });
  }
  const code = await codeByWaiting(world);
  const page = await offered(world, code, "Four Rivers");
  expect(await joinWith(world, code, page, "one")).toMatchObject({
    reason: "limited",
    offer: { words: page.offer.words, more: { name: "Four Rivers" } },
  });
  const invited = await createInvitation(world.site, await world.viewer(steward), {}, world.now);
  if (!invited.ok) throw new Error(invited.reason);
  const again = await offered(world, invited.code, "Four Rivers");
  expect(await joinWith(world, invited.code, again, "one")).toMatchObject({ ok: true });
}, 30_000);

test("the crowd behind the onion service's one line isn't shut out after three", async () => {
  const { world } = await openCommunity();
  const onion = "shared:onion";
  for (const name of ["One River", "Two Rivers", "Three Rivers", "Four Rivers"]) {
    const code = await codeByWaiting(world, onion);
    expect(await joinWith(world, code, await offered(world, code, name), onion), name).toMatchObject({ ok: true });
  }
}, 30_000);

test("where joining is by invitation or closed, the open door refuses everything and keeps nothing", async () => {
  for (const [policy, reason] of [
    ["invite", "joining-by-invitation"],
    ["closed", "joining-closed"],
  ] as const) {
    const { world, choose } = await openCommunity();
    const ticket = await ticketOf(world);
    const code = await codeByWork(world);
    const page = await offered(world, code);
    await choose(policy);
    expect(await call(world, joinPage, { url: "/join" })).toMatchObject({ data: { policy, work: null } });
    for (const answer of [
      await send(world, { deed: "wait" }),
      await sendWork(world),
      await waitAt(world, ticket),
      await call(world, namePage, { params: { code } }),
    ])
      expect(answer).toMatchObject({ status: 403, data: { refusal: { reason } } });
    expect(await joinWith(world, code, page), "an offer made while it was open").toMatchObject({ reason });
    await choose("open");
    expect(await joinWith(world, code, page), "it opened again").toMatchObject({ ok: true });
  }
});

test("a closed community lets in only whom its stewards invited; a member's link works again when it opens", async () => {
  const { world, steward, choose } = await openCommunity("invite");
  const birch = await world.member("Birch");
  const invitedBy = async (person: typeof birch) => {
    const made = await createInvitation(world.site, await world.viewer(person), {}, world.now);
    if (!made.ok) throw new Error(made.reason);
    return made.code;
  };
  const [members, stewards] = [await invitedBy(birch), await invitedBy(steward)];
  const page = await offered(world, members);
  await choose("closed");
  expect(await joinWith(world, members, page)).toMatchObject({ reason: "joining-closed" });
  expect(await call(world, namePage, { params: { code: members } })).toMatchObject({ status: 403 });
  expect(await joined(world, stewards, "Calm Heron")).toMatchObject({ standing: "newcomer" });
  world.later(HOUR / 2);
  await choose("invite");
  expect(await joinWith(world, members, page)).toMatchObject({ ok: true });
});
