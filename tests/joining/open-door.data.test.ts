import { expect, test } from "vitest";
import { accounts, invitationEdges, spentOnce } from "#db/schema";
import { offerAccount } from "~/joining/offer-account.server";
import { openBranch, WAIT, WAY_IN } from "~/joining/open-door.server";
import { MINUTE } from "~/platform/time";
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
  other,
  type Solved,
  sendWork,
  solved,
  ticketOf,
  waitAt,
} from "./open-community";

test("work that was done leads to a name, seven words, and in", async () => {
  const { world } = await openCommunity();
  expect(await call(world, joinPage, { url: "/join" })).toMatchObject({
    data: { policy: "open", work: { most: 800 } },
  });
  const account = await joined(world, await codeByWork(world));
  expect(account).toMatchObject({ standing: "newcomer", younger: false, branch: openBranch(world.now) });
  expect(await world.read.$count(invitationEdges)).toBe(0);
});

test("nothing is stored before the account exists", async () => {
  const { world } = await openCommunity();
  const code = await codeByWork(world);
  await offered(world, code);
  await ticketOf(world);
  expect(await world.read.$count(spentOnce)).toBe(0);
  await joined(world, code);
  expect(await world.read.$count(spentOnce)).toBe(1);
});

test("two minutes in the line lead to the same place", async () => {
  const { world } = await openCommunity();
  const ticket = await ticketOf(world);
  const early = await waitAt(world, ticket);
  expect(early).toMatchObject({ status: 200, data: { wait: { seconds: 120, still: false } } });
  expect(early.headers.get("refresh")).toBe("120");
  world.later(WAIT - 500);
  expect((await waitAt(world, ticket)).headers.get("refresh")).toBe("1");
  expect((await waitAt(world, `${ticket}&still`)).headers.get("refresh")).toBeNull();
  world.later(500);
  const ripe = await waitAt(world, ticket);
  expect(ripe.status).toBe(303);
  const code = ripe.headers.get("location")!.slice("/join/".length);
  expect(await call(world, namePage, { params: { code } })).toMatchObject({ data: { choosing: { by: "itself" } } });
  expect(await joined(world, code)).toMatchObject({ branch: openBranch(world.now) });
});

test("a place in the line works on the network it was given to, before and after the wait", async () => {
  const { world } = await openCommunity();
  const ticket = await ticketOf(world, "one");
  expect(await waitAt(world, ticket, "two")).toMatchObject({
    status: 403,
    data: { refusal: { reason: "other-line" } },
  });
  world.later(WAIT);
  expect(await waitAt(world, ticket, "two")).toMatchObject({
    status: 403,
    data: { refusal: { reason: "other-line" } },
  });
  expect((await waitAt(world, ticket, "one")).status).toBe(303);
});

test("a place in the line is kept for two hours", async () => {
  const { world } = await openCommunity();
  const ticket = await ticketOf(world);
  world.later(WAY_IN);
  expect(await waitAt(world, ticket)).toMatchObject({ status: 410 });
});

test.each([
  ["by work", codeByWork],
  ["by waiting", codeByWaiting],
])(
  "of two who race through one door that was opened %s, one joins and the other leaves nothing behind",
  async (_, open) => {
    const { world } = await openCommunity();
    const code = await open(world);
    const [one, two] = [await offered(world, code, "Quiet Alder"), await offered(world, code, "Calm Heron")];
    const before = await world.read.$count(accounts);
    const answers = await Promise.all([joinWith(world, code, one), joinWith(world, code, two)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "way-in-used" });
    expect(await world.read.$count(accounts)).toBe(before + 1);
  },
);

test("work or a place that was used opens no second door, however often it's sent again", async () => {
  const { world } = await openCommunity();
  await joined(world, await codeByWork(world));
  const again = await codeByWork(world);
  expect(await call(world, namePage, { params: { code: again } })).toMatchObject({
    status: 410,
    data: { refusal: { reason: "way-in-used" } },
  });
  const ticket = await ticketOf(world);
  world.later(WAIT);
  const codes = await Promise.all(
    [1, 2].map(async () => (await waitAt(world, ticket)).headers.get("location")!.slice("/join/".length)),
  );
  await joined(world, codes[0]!, "Calm Heron");
  const late = await offerAccount(
    world.site,
    { code: codes[1]!, name: "Wide River", age: "older", language: "en" },
    world.now,
  );
  expect(late).toMatchObject({ reason: "way-in-used" });
});

test("a page that is sent twice joins once and is in twice", async () => {
  const { world } = await openCommunity();
  const code = await codeByWork(world);
  const page = await offered(world, code);
  const [one, two] = await Promise.all([joinWith(world, code, page), joinWith(world, code, page)]);
  expect(one.ok && two.ok && one.accountId === two.accountId).toBe(true);
});

test("the words shown at one door open with no other", async () => {
  const { world } = await openCommunity();
  const page = await offered(world, await codeByWork(world));
  expect(await joinWith(world, await codeByWork(world, other), page)).toMatchObject({ reason: "page-too-old" });
});

test.each<[string, (work: Solved) => Partial<Solved>]>([
  ["not done", ({ challenge }) => ({ challenge })],
  ["done for another challenge", ({ challenge }) => ({ ...other, challenge })],
  ["guessed", (work) => ({ ...work, key: "0".repeat(64) })],
  ["half right", (work) => ({ ...work, key: work.key.slice(0, 32) + "0".repeat(32) })],
  ["cut short", (work) => ({ ...work, challenge: work.challenge.slice(0, -20) })],
  ["huge", (work) => ({ ...work, challenge: "{".repeat(200_000) })],
  ["made easier", (work) => ({ ...work, challenge: work.challenge.replace('"cost":2000', '"cost":1') })],
  ["made to last", (work) => ({ ...work, challenge: work.challenge.replace(/"until":\d+/, '"until":9999999999999') })],
  ["of another kind", (work) => ({ ...work, challenge: work.challenge.replace("SHA-256", "SHA-512") })],
  ["unsigned", (work) => ({ ...work, challenge: work.challenge.replace(/,"signature":"[^"]*"/, "") })],
  ["with more in it", (work) => ({ ...work, challenge: work.challenge.replace("{", '{"__proto__":{"a":1},') })],
  ["no JSON", (work) => ({ ...work, challenge: "null" })],
  ["a counter that isn't one", (work) => ({ ...work, counter: "1e9" })],
])("work that is %s opens nothing", async (_what, spoil) => {
  const { world } = await openCommunity();
  const spoilt = spoil(solved);
  const answer = await sendWork(world, spoilt);
  expect(answer).toMatchObject({ status: 410, data: { refusal: { reason: "page-too-old" } } });
});

test("work is good for two hours, however late it was done", async () => {
  const { world } = await openCommunity();
  world.later(WAY_IN - MINUTE);
  const code = await codeByWork(world);
  const page = await offered(world, code);
  world.later(MINUTE);
  expect(await sendWork(world)).toMatchObject({ status: 410 });
  expect(await joinWith(world, code, page)).toMatchObject({ reason: "page-too-old" });
});
