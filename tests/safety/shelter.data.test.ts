import { expect, test } from "vitest";
import { circleMembers, hiddenPosts, sanctions } from "#db/schema";
import { toLink } from "~/platform/ids";
import { DAY, floorToHour, HOUR, plus } from "~/platform/time";
import { burnName } from "~/retention/burn-name.server";
import { sweep } from "~/retention/sweep.server";
import { loader as ownLoader } from "~/routes/me.shelter._index";
import { loader as heldLoader } from "~/routes/me.shelter.held";
import { loader as topicLoader } from "~/routes/t.$topic._index";
import { inviteToCircle } from "~/spaces/circle-membership.server";
import { call } from "../support/call";
import { aShelteredPlace, aWeekLater, change, empty, heldRows, newsOf, shelterRows } from "../support/shelter";
import type { Person, World } from "../support/world";

const held = async (world: World, who: Person) => {
  const { data } = await call(world, heldLoader, { as: who, url: "/me/shelter/held" });
  return (data as { names: { name: string; things: { kind: string; post: { html: string } | null }[] }[] }).names;
};
const folds = async (world: World, who: Person | null, topic: { id: number }) => {
  const link = toLink(topic.id);
  const { data } = await call(world, topicLoader, { as: who, url: `/t/${link}`, params: { topic: link } });
  return (data as { posts: { folded: string | null }[] }).posts.map(({ folded }) => folded);
};

test.each([
  ["answers them", { to: 1 }],
  ["calls them", { body: "@Wren why" }],
  ["writes in their topic to nobody else", {}],
])("a stranger who %s is folded for them alone, and nothing announces it", async (_, about) => {
  const { world, wren, moss, crow, topic } = await aShelteredPlace();
  const before = await newsOf(world, wren);
  await world.post(crow, topic, about);
  expect(await newsOf(world, wren)).toEqual(before);
  expect(await folds(world, wren, topic)).toEqual([null, null, "held"]);
  for (const who of [moss, crow, null]) expect(await folds(world, who, topic)).toEqual([null, null, null]);
  expect(await held(world, wren)).toMatchObject([{ name: "Wren", things: [{ state: "waiting" }] }]);
});

test("a stranger's call in somebody else's topic is held, too", async () => {
  const { world, wren, moss, crow, space } = await aShelteredPlace();
  const other = await world.topic(moss, space);
  await world.post(crow, other, { body: "What does @Wren say" });
  await world.topic(crow, space, { body: "I ask @Wren here" });
  await world.post(crow, other, { body: "This is for Moss" });
  expect(await folds(world, wren, other)).toEqual([null, "held", null]);
  expect((await held(world, wren))[0]!.things.map(({ kind }) => kind)).toEqual(["mention", "mention"]);
});

test("whoever is known gets through: an exchange well before, a shared circle, one's own other name", async () => {
  const { world, wren, moss, crow, topic } = await aShelteredPlace();
  await world.post(moss, topic, { to: 1 });
  await world.space("circle", { members: [wren, crow] });
  await world.post(crow, topic, { to: 1 });
  const heron = await world.viewer(wren);
  expect(heron.pseudonyms[1]!.name).toBe("Heron");
  await world.post(wren, topic, { to: 1, slot: 2, sureSlot: 2 });
  expect(await heldRows(world)).toEqual([]);
  expect(await newsOf(world, wren)).toEqual(["reply", "reply", "reply"]);
});

test("an exchange that is only a day old makes nobody known: so it began for most who come at somebody", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace({ sheltered: false });
  await world.post(crow, topic, { to: 1 });
  world.later(DAY);
  await change(world, wren, { deed: "begin", hours: "24" });
  await world.post(crow, topic, { to: 1 });
  expect(await folds(world, wren, topic)).toEqual([null, null, null, "held"]);
});

test("a stranger's invitation to a circle waits with the rest, and the host is told the same", async () => {
  const { world, wren, crow } = await aShelteredPlace();
  const circle = await world.space("circle", { members: [crow] });
  const before = await newsOf(world, wren);
  expect(
    await inviteToCircle(world.site, await world.viewer(crow), { spaceId: circle.id, name: "Wren" }, world.now),
  ).toEqual({ ok: true });
  expect(await newsOf(world, wren)).toEqual(before);
  expect((await held(world, wren))[0]!.things).toMatchObject([{ kind: "circle-invitation", circle: circle.slug }]);
  await empty(world, wren, "open");
  expect(await newsOf(world, wren)).toEqual([...before, "circle-invitation"]);
  expect(await world.read.$count(circleMembers)).toBe(2);
});

test("it can be begun, extended and ended only by whoever typed the codename a moment ago", async () => {
  const { world, wren } = await aShelteredPlace({ sheltered: false });
  for (const deed of ["begin", "end", "dismiss"])
    expect(await change(world, wren, { deed, hours: "24" }, false)).toMatchObject({
      status: 401,
      data: { confirm: true, kept: expect.anything() },
    });
  expect((await change(world, wren, { deed: "ask", reader: "Elder" }, false)).status).toBe(401);
  expect((await change(world, null, { deed: "begin", hours: "24" })).status).toBe(401);
  expect(await shelterRows(world)).toEqual([]);
  expect((await call(world, ownLoader, { as: wren, url: "/me/shelter" })).status).toBe(200);
});

test("it lasts at least as long as was said, to a full hour; extending never makes it shorter", async () => {
  const { world, wren } = await aShelteredPlace({ sheltered: false });
  await change(world, wren, { deed: "begin", hours: "72" });
  const until = async () => (await shelterRows(world))[0]!.until;
  const first = await until();
  expect(first).toEqual(floorToHour(first));
  expect(first.getTime() - world.now.getTime()).toBeGreaterThanOrEqual(72 * HOUR);
  expect(first.getTime() - world.now.getTime()).toBeLessThan(73 * HOUR);
  await change(world, wren, { deed: "begin", hours: "24" });
  expect(await until()).toEqual(first);
  await change(world, wren, { deed: "begin", hours: "168" });
  expect(await until()).toEqual(plus(first, 96 * HOUR));
});

test.each([
  { deed: "begin", hours: "1" },
  { deed: "begin", hours: "24", slot: "3" },
  { deed: "begin", hours: "24", slot: "9" },
  { deed: "begin" },
  { deed: "end" },
  { deed: "ask", reader: "" },
  { deed: "ask", reader: "x".repeat(500) },
  { deed: "everything" },
])("what isn't offered changes nothing: %j", async (form) => {
  const { world, wren } = await aShelteredPlace({ sheltered: false });
  expect((await change(world, wren, form as never)).status).toBeGreaterThanOrEqual(400);
  expect(await shelterRows(world)).toEqual([]);
});

test("it ends by itself: everybody gets through again, and whoever had something held is told once", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace();
  await world.post(crow, topic, { to: 1 });
  aWeekLater(world);
  await world.post(crow, topic, { to: 1 });
  expect(await newsOf(world, wren)).toEqual(["reply", "reply"]);
  await sweep(world.site, world.now);
  await sweep(world.site, world.now);
  expect(await newsOf(world, wren)).toEqual(["reply", "reply", "shelter-over"]);
  expect(await shelterRows(world)).toEqual([]);
  expect(await heldRows(world)).toHaveLength(1);
});

test("ended early, what was held is theirs: all opened at once comes as news, and nothing is folded", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace();
  await world.post(crow, topic, { to: 1 });
  await world.post(crow, topic, { body: "@Wren" });
  expect((await change(world, wren, { deed: "end" })).status).toBe(303);
  expect(await shelterRows(world)).toEqual([]);
  expect(await folds(world, wren, topic)).toEqual([null, null, "held", "held"]);
  expect((await empty(world, wren, "open")).status).toBe(303);
  expect(await folds(world, wren, topic)).toEqual([null, null, null, null]);
  expect((await newsOf(world, wren)).slice(1).sort()).toEqual(["mention", "reply"]);
  await empty(world, wren, "open");
  expect(await newsOf(world, wren)).toHaveLength(3);
});

test("thrown away, it stays out of their sight, and others go on seeing it", async () => {
  const { world, wren, moss, crow, topic } = await aShelteredPlace();
  await world.post(crow, topic, { to: 1 });
  await empty(world, wren, "bin");
  expect(await folds(world, wren, topic)).toEqual([null, null, "hidden-by-me"]);
  expect(await folds(world, moss, topic)).toEqual([null, null, null]);
  expect(await world.read.$count(hiddenPosts)).toBe(1);
  expect(await newsOf(world, wren)).toHaveLength(1);
});

test("what somebody took back meanwhile isn't announced, and who was blocked meanwhile isn't heard", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace();
  await world.post(crow, topic, { to: 1 });
  const viewer = await world.viewer(wren);
  const { turnAway } = await import("~/relations/turn-away.server");
  await turnAway(world.site, viewer, { deed: "block", pseudonymId: crow.pseudonymId }, world.now);
  await empty(world, wren, "open");
  expect(await newsOf(world, wren)).toHaveLength(1);
});

test("one name in shelter shelters no other: that would tell that they belong together", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace();
  await world.post(crow, topic, { body: "@Heron and @Wren" });
  expect(await newsOf(world, wren)).toEqual(["reply", "mention"]);
  expect(await held(world, wren)).toMatchObject([{ name: "Wren" }]);
});

test("a sibling of a blocked name is held like any stranger: missing, it would be known by it", async () => {
  const { world, wren, topic } = await aShelteredPlace();
  const magpie = await world.member("Magpie", { alsoAs: ["Jackdaw"] });
  const { turnAway } = await import("~/relations/turn-away.server");
  const blocks = { deed: "block", pseudonymId: magpie.pseudonymId } as const;
  await turnAway(world.site, await world.viewer(wren), blocks, world.now);
  await world.post(magpie, topic, { to: 1, slot: 2 });
  expect(await folds(world, wren, topic)).toEqual([null, null, "held"]);
  await empty(world, wren, "open");
  expect(await newsOf(world, wren)).toHaveLength(1);
});

test("a suspension takes shelter away from nobody", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace({ sheltered: false });
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: wren.pseudonymId,
      caseId: 1,
      kind: "suspension",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "…",
      started: world.now,
      until: plus(world.now, 30 * DAY),
    }),
  );
  expect((await change(world, wren, { deed: "begin", hours: "24" })).status).toBe(303);
  await world.post(crow, topic, { to: 1 });
  expect(await heldRows(world)).toHaveLength(1);
});

test("a name that is burned takes no shelter", async () => {
  const { world, wren } = await aShelteredPlace({ sheltered: false });
  await burnName(world.site, await world.viewer(wren), 1, world.now);
  expect((await change(world, wren, { deed: "begin", hours: "24" })).status).toBe(404);
});
