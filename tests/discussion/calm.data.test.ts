import { expect, test } from "vitest";
import { publicLog, topics } from "#db/schema";
import { writePost } from "~/discussion/posts/write-post.server";
import { readCalm } from "~/discussion/topics/calm/calm-queries.server";
import { calmTopic, endCalm } from "~/discussion/topics/calm/calm-topic.server";
import type { CalmInput } from "~/discussion/topics/calm/forms";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { toLink } from "~/platform/ids";
import { DAY, HOUR, MINUTE } from "~/platform/time";
import * as calmPage from "~/routes/t.$topic.calm";
import * as reply from "~/routes/t.$topic.reply";
import { call } from "../support/call";
import { openWorld, type Person, type World } from "../support/world";

const aPause: CalmInput = { minutes: 5, writers: "everybody", hours: 24, why: "Let's breathe." };

async function aTopic() {
  const world = await openWorld();
  const wren = await world.member("Wren", { standing: "established", alsoAs: ["Grey Heron"] });
  const fern = await world.member("Fern", { standing: "member" });
  const sprout = await world.member("Sprout", { standing: "newcomer" });
  const moss = await world.member("Moss", { offices: ["moderator"], standing: "established" });
  const topic = await world.topic(wren, await world.space("members"));
  return { world, wren, fern, sprout, moss, topic };
}

const calm = async (world: World, who: Person, topic: { id: number }, given: Partial<CalmInput> = {}) =>
  calmTopic(world.site, await world.viewer(who), { ...aPause, ...given, topic: topic.id }, world.now);
let said = 0;
const say = async (world: World, who: Person, topic: { id: number }, slot = 1) =>
  writePost(
    world.site,
    await world.viewer(who),
    { body: `Words ${++said}`, topic: topic.id, slot, sureSlot: slot },
    world.now,
  );

test("a slow topic lets each person write once in its pause, whoever set it and every name included, until it ends", async () => {
  const { world, wren, fern, topic } = await aTopic();
  expect(await calm(world, wren, topic)).toEqual({ ok: true });
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
  expect(await say(world, fern, topic)).toMatchObject({ ok: false, reason: "limited", pace: { windowSeconds: 300 } });
  expect(await say(world, wren, topic)).toMatchObject({ ok: true });
  expect(await say(world, wren, topic, 2)).toMatchObject({ ok: false, reason: "limited" });
  world.later(5 * MINUTE);
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
  world.later(DAY + HOUR);
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
});

test("other topics keep their pace", async () => {
  const { world, wren, fern, topic } = await aTopic();
  const other = await world.topic(wren, await world.space("members", { name: "Elsewhere" }));
  await calm(world, wren, topic);
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
  expect(await say(world, fern, other)).toMatchObject({ ok: true });
  expect(await say(world, fern, other)).toMatchObject({ ok: true });
});

test("for listening only: who can't answer reads why and until when, and their words come back", async () => {
  const { world, wren, fern, sprout, topic } = await aTopic();
  await calm(world, wren, topic, { minutes: 0, writers: "members" });
  expect(await say(world, sprout, topic)).toMatchObject({ reason: "listening-only", why: "Let's breathe." });
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
  const form = { body: "I wrote this for an hour", once: "x" };
  const sent = await call(world, reply.action, { as: sprout, params: { topic: toLink(topic.id) }, form });
  expect(sent).toMatchObject({ status: 403, data: { lastResult: { initialValue: { body: form.body } } } });
  world.later(DAY + HOUR);
  expect(await say(world, sprout, topic)).toMatchObject({ ok: true });
});

test("everybody is told who set it, why and until when; a moderator's deed is in the public log, without the topic", async () => {
  const { world, wren, fern, moss, topic } = await aTopic();
  const shown = async () =>
    readCalm(world.read, (await findTopic(world.read, await world.viewer(fern), topic.id))!, world.now);
  expect(await shown()).toBeNull();
  await calm(world, wren, topic);
  expect(await shown()).toMatchObject({ by: "Wren", why: "Let's breathe.", minutes: 5, writers: "everybody" });
  expect(await world.read.$count(publicLog)).toBe(0);
  await calm(world, moss, topic, { writers: "nobody", why: "Reports are being looked at." });
  expect(await shown()).toMatchObject({ by: "Moss", writers: "nobody" });
  const log = await world.read.select().from(publicLog);
  expect(log).toMatchObject([{ act: "topic-closed", office: "moderator", details: {} }]);
  expect(await endCalm(world.site, await world.viewer(moss), topic.id, world.now)).toEqual({ ok: true });
  expect(await shown()).toBeNull();
  expect(await endCalm(world.site, await world.viewer(wren), topic.id, world.now)).toMatchObject({
    reason: "already-done",
  });
  expect(await say(world, fern, topic)).toMatchObject({ ok: true });
});

test("nobody else can, and a topic that isn't there for somebody isn't there", async () => {
  const { world, fern, topic } = await aTopic();
  expect(await calm(world, fern, topic)).toMatchObject({ reason: "not-allowed" });
  const host = await world.member("Oak");
  const guest = await world.member("Ash");
  const circle = await world.space("circle", { members: [host, guest] });
  const inside = await world.topic(guest, circle);
  expect(await calm(world, fern, inside)).toMatchObject({ reason: "not-found" });
  const params = { topic: toLink(topic.id) };
  for (const [as, status] of [
    [null, 401],
    [fern, 404],
  ] as const)
    expect((await call(world, calmPage.loader, { as, params })).status).toBe(status);
  for (const link of ["", "x", "%00", "00000000000"])
    expect(
      (await call(world, calmPage.action, { as: fern, params: { topic: link }, form: { deed: "end" } })).status,
    ).toBe(404);
  expect((await world.read.select().from(topics)).every(({ calmUntil }) => calmUntil === null)).toBe(true);
});

test.each([
  ["nothing", {}],
  ["nothing that would change", { minutes: "0", writers: "everybody", hours: "24", why: "Because" }],
  ["no reason", { minutes: "5", writers: "everybody", hours: "24", why: "  " }],
  ["a reason that is too long", { minutes: "5", writers: "everybody", hours: "24", why: "a".repeat(301) }],
  ["a pause that isn't offered", { minutes: "7", writers: "everybody", hours: "24", why: "Because" }],
  ["for ever", { minutes: "5", writers: "everybody", hours: "1e9", why: "Because" }],
  ["writers that aren't", { minutes: "5", writers: "friends", hours: "24", why: "Because" }],
])("a form with %s comes back with its words, and nothing is set", async (_, form) => {
  const { world, wren, topic } = await aTopic();
  const sent = await call(world, calmPage.action, { as: wren, params: { topic: toLink(topic.id) }, form });
  expect(sent.status).toBe(422);
  if ("why" in form) expect(sent.data).toMatchObject({ lastResult: { initialValue: { minutes: form.minutes } } });
  expect((await world.read.select().from(topics))[0]!.calmUntil).toBeNull();
});
