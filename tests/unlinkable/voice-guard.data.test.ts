import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { spaceVoices } from "#db/schema";
import { editPost } from "~/discussion/posts/edit-post.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { planGathering } from "~/gatherings/plan-gathering.server";
import { toLink } from "~/platform/ids";
import { MINUTE } from "~/platform/time";
import * as gatheringPage from "~/routes/gatherings.$gathering";
import * as planPage from "~/routes/gatherings.new";
import { openHall, says } from "../gatherings/room";
import { call } from "../support/call";
import { report } from "../support/reporting";

/** Iris has spoken in the space under her first name, and would speak as Moss, her second. Every way to speak asks. */
async function hall() {
  const here = await openHall();
  const topic = await here.world.topic(here.iris, here.space);
  const viewer = () => here.world.viewer(here.iris);
  const moss = (await viewer()).pseudonyms[1]!;
  const voice = async () => {
    const rows = await here.read.select().from(spaceVoices).where(eq(spaceVoices.accountId, here.iris.accountId));
    return rows.map((row) => row.slot);
  };
  return { ...here, topic, viewer, moss, voice };
}

test.each([
  ["nothing", undefined, "other-name"],
  ["the name they used before", 1, "other-name"],
  ["a slot that isn't theirs", 5, "other-name"],
  ["the name they mean", 2, "yes"],
])("a topic and an answer under another name, sure of %s: %s", async (_, sureSlot, expected) => {
  const { site, world, topic, space, viewer, voice } = await hall();
  const as = { slot: 2, sureSlot, body: "Hello" };
  const answered = await writePost(site, await viewer(), { ...as, topic: topic.id }, world.later(MINUTE));
  expect(says(answered)).toBe(expected);
  expect(await voice()).toEqual([expected === "yes" ? 2 : 1]);
  await site.database.transaction((tx) => tx.update(spaceVoices).set({ slot: 1 }));
  const started = { ...as, title: "Another", space: space.id };
  expect(says(await startTopic(site, await viewer(), started, world.later(MINUTE)))).toBe(expected);
});

test("the door of a gathering asks, too; sure once, the name stays", async () => {
  const here = await hall();
  await here.open();
  const as = { as: "name", pseudonymId: here.moss.id } as const;
  expect(await here.enter(here.iris, as)).toBe("other-name");
  expect(await here.enter(here.iris, { ...as, sureSlot: 1 })).toBe("other-name");
  expect(await here.voice()).toEqual([1]);
  expect(await here.enter(here.iris, { ...as, sureSlot: 2 })).toBe("yes");
  expect(await here.voice()).toEqual([2]);
  expect(await here.seatOf("Moss")).toMatchObject({ pseudonymId: here.moss.id });
  const next = { body: "Hello", topic: here.topic.id, slot: 1 };
  expect(says(await writePost(here.site, await here.viewer(), next, here.later(MINUTE)))).toBe("other-name");
});

test("a name that nobody knows there isn't asked about, and is remembered", async () => {
  const here = await openHall();
  await here.open();
  const moss = (await here.world.viewer(here.iris)).pseudonyms[1]!;
  expect(await here.enter(here.iris, { as: "name", pseudonymId: moss.id })).toBe("yes");
  const topic = await here.world.topic(here.wren, here.space);
  const asIris = { body: "Hello", topic: topic.id, slot: 1 };
  const viewer = await here.world.viewer(here.iris);
  expect(says(await writePost(here.site, viewer, asIris, here.later(MINUTE)))).toBe("other-name");
});

test("a mask isn't asked about, and nothing is remembered of it", async () => {
  const here = await hall();
  await here.open();
  expect(await here.enter(here.iris, { as: "mask" })).toBe("yes");
  expect(await here.voice()).toEqual([1]);
});

test("the form at the door says who spoke before, and goes on with a tick", async () => {
  const here = await hall();
  await here.open();
  const at = { as: here.iris, params: { gathering: toLink(here.gatheringId) } };
  const page = await call(here.world, gatheringPage.loader, at);
  expect(page.data).toMatchObject({ view: { door: { usual: 1 } } });
  const form = { deed: "enter", as: "2", agreed: "on" };
  const asked = await call(here.world, gatheringPage.action, { ...at, form });
  expect(asked.data).toMatchObject({ refusal: { reason: "other-name" }, kept: { as: "2" } });
  const sure = await call(here.world, gatheringPage.action, { ...at, form: { ...form, sureSlot: "2" } });
  expect(sure.status).toBe(303);
});

test("hosting under another name asks, keeping what was planned", async () => {
  const { world, site, plan, space } = await openHall();
  const rowan = await world.member("Rowan", { offices: ["organizer"], alsoAs: ["Sorrel"] });
  const viewer = () => world.viewer(rowan);
  const asSorrel = { title: "t", body: "b", space: space.id, slot: 2 };
  expect(says(await startTopic(site, await viewer(), asSorrel, world.later(MINUTE)))).toBe("yes");
  const own = { ...plan, pseudonymId: rowan.pseudonymId, coHosts: [] };
  expect(says(await planGathering(site, await viewer(), own, world.now))).toBe("other-name");
  const form = {
    space: toLink(space.id),
    as: "1",
    title: "An evening",
    purpose: "To talk",
    groundRules: "Listen.",
    day: "2026-05-09",
    time: "18:00",
    zone: "0",
    length: "90",
    turn: "3",
  };
  const asked = await call(world, planPage.action, { as: rowan, form });
  expect(asked.data).toMatchObject({
    refusal: { reason: "other-name" },
    usual: 2,
    lastResult: { initialValue: { title: "An evening" } },
  });
  expect((await call(world, planPage.action, { as: rowan, form: { ...form, sureSlot: "1" } })).status).toBe(303);
});

test("an edit stays under the name that wrote it and a report under none: neither asks, neither changes who speaks", async () => {
  const here = await hall();
  const { site, world, topic, viewer, voice } = here;
  const asMoss = { body: "As Moss", topic: topic.id, slot: 2, sureSlot: 2 };
  expect(says(await writePost(site, await viewer(), asMoss, world.later(MINUTE)))).toBe("yes");
  const edit = { post: topic.postId, body: "Mended, as Iris" };
  expect(says(await editPost(site, await viewer(), edit, world.later(MINUTE)))).toBe("yes");
  const theirs = await world.post(here.wren, topic);
  await report(world, here.iris, theirs.id);
  expect(await voice()).toEqual([2]);
});
