import { describe, expect, test } from "vitest";
import { postsOfPage } from "~/discussion/posts/post-queries.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { follow } from "~/discussion/topics/follow.server";
import { markSeen } from "~/notifications/mark-seen.server";
import { countNews, listNews } from "~/notifications/notification-queries.server";
import { HOUR } from "~/platform/time";
import { listTurnedFrom } from "~/relations/relation-queries.server";
import { type TurnAway, turnAway } from "~/relations/turn-away.server";
import { openWorld, type Person, type World } from "../support/world";

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const fern = await world.member("Fern", { standing: "established", alsoAs: ["Second Fern"] });
  const wren = await world.member("Wren", { standing: "established" });
  const space = await world.space("members");
  const topic = await world.topic(alder, space);
  return { world, alder, fern, wren, space, topic };
}

const heard = async (world: World, person: Person) =>
  (await listNews(world.read, await world.viewer(person))).map((news) => news.kind);
const turn = async (world: World, person: Person, input: TurnAway) =>
  turnAway(world.site, await world.viewer(person), input, world.now);
/** Fern's second name writes. */
const asSecond = async (world: World, fern: Person, topic: { id: number }, body: string, to?: number) =>
  writePost(
    world.site,
    await world.viewer(fern),
    { body, to, topic: topic.id, slot: 2, sureSlot: 2 },
    world.later(HOUR),
  );

describe("who is told", () => {
  test("who is answered, who is called, who follows: each once", async () => {
    const { world, alder, fern, wren, space, topic } = await scene();
    await follow(world.site, await world.viewer(wren), { topicId: topic.id }, world.now);
    await world.post(fern, topic, { to: 1, body: "@Alder @Wren hello" });
    expect(await heard(world, alder)).toEqual(["reply"]);
    expect(await heard(world, wren)).toEqual(["mention"]);
    expect(await heard(world, fern)).toEqual([]);
    await follow(world.site, await world.viewer(wren), { spaceId: space.id }, world.now);
    await world.topic(fern, space, { body: "for you, @Second Fern" });
    expect(await heard(world, wren)).toEqual(["followed-space", "mention"]);
    expect(await heard(world, fern)).toEqual([]);
  });

  test("a followed topic is told of once until it's looked at", async () => {
    const { world, fern, wren, topic } = await scene();
    await follow(world.site, await world.viewer(wren), { topicId: topic.id }, world.now);
    for (let i = 0; i < 3; i++) await world.post(fern, topic);
    expect(await heard(world, wren)).toEqual(["followed-topic"]);
    expect(await countNews(world.read, await world.viewer(wren))).toBe(1);
    await markSeen(world.site, await world.viewer(wren), "all");
    expect(await countNews(world.read, await world.viewer(wren))).toBe(0);
    await world.post(fern, topic);
    expect(await countNews(world.read, await world.viewer(wren))).toBe(1);
    await follow(world.site, await world.viewer(wren), { topicId: topic.id, undo: true }, world.now);
    await world.post(fern, topic);
    expect((await heard(world, wren)).length).toBe(2);
  });

  test("a name in a quote isn't called, and a name outside a circle hears nothing of it", async () => {
    const { world, alder, fern, wren, topic } = await scene();
    await world.post(fern, topic, { body: "> @Wren said\n\nhm" });
    const circle = await world.space("circle", { members: [alder] });
    await world.topic(alder, circle, { body: "about @Wren" });
    expect(await heard(world, wren)).toEqual([]);
  });

  test("nobody's news can be marked seen by somebody else", async () => {
    const { world, alder, fern, wren, topic } = await scene();
    await world.post(fern, topic, { to: 1 });
    const [news] = await listNews(world.read, await world.viewer(alder));
    await markSeen(world.site, await world.viewer(wren), { ids: [news!.id] });
    expect(await countNews(world.read, await world.viewer(alder))).toBe(1);
  });
});

describe("turning away", () => {
  test("a block folds the named pseudonym's posts and no sibling's", async () => {
    const { world, alder, fern, topic } = await scene();
    await world.post(fern, topic);
    await asSecond(world, fern, topic, "as the other");
    await turn(world, alder, { deed: "block", pseudonymId: fern.pseudonymId });
    const page = async () =>
      (await postsOfPage(world.read, await world.viewer(alder), topic.id, 1)).map((p) => p.folded);
    expect(await page()).toEqual([null, "block", null]);
    await turn(world, alder, { deed: "block", pseudonymId: fern.pseudonymId, undo: true });
    expect(await page()).toEqual([null, null, null]);
  });

  test("a block drops the calls and answers of the name and of its siblings", async () => {
    const { world, alder, fern, topic } = await scene();
    await turn(world, alder, { deed: "block", pseudonymId: fern.pseudonymId });
    await world.post(fern, topic, { to: 1, body: "@Alder" });
    await asSecond(world, fern, topic, "@Alder", 1);
    expect(await heard(world, alder)).toEqual([]);
  });

  test("a followed topic still tells of a sibling, as it tells of anybody", async () => {
    const { world, alder, fern, topic } = await scene();
    await turn(world, alder, { deed: "block", pseudonymId: fern.pseudonymId });
    await world.post(fern, topic);
    expect(await heard(world, alder)).toEqual([]);
    await asSecond(world, fern, topic, "hello");
    expect(await heard(world, alder)).toEqual(["followed-topic"]);
  });

  test("a mute silences the name alone", async () => {
    const { world, alder, fern, topic } = await scene();
    await turn(world, alder, { deed: "mute", pseudonymId: fern.pseudonymId });
    await world.post(fern, topic, { to: 1 });
    expect(await heard(world, alder)).toEqual([]);
    await asSecond(world, fern, topic, "@Alder");
    expect(await heard(world, alder)).toEqual(["mention"]);
  });

  test("a muted topic tells nothing, and hears again when it's undone", async () => {
    const { world, alder, fern, topic } = await scene();
    await turn(world, alder, { deed: "mute-topic", topicId: topic.id });
    await world.post(fern, topic, { to: 1 });
    expect(await countNews(world.read, await world.viewer(alder))).toBe(0);
    await turn(world, alder, { deed: "mute-topic", topicId: topic.id, undo: true });
    expect(await countNews(world.read, await world.viewer(alder))).toBe(1);
  });

  test("a hidden post is folded for the one who hid it, until they undo it", async () => {
    const { world, alder, fern, topic } = await scene();
    const hide = { deed: "hide-post", postId: topic.postId } as const;
    await turn(world, fern, hide);
    await turn(world, fern, hide);
    const folded = async (person: Person) =>
      (await postsOfPage(world.read, await world.viewer(person), topic.id, 1))[0]!.folded;
    expect([await folded(fern), await folded(alder)]).toEqual(["hidden-by-me", null]);
    await turn(world, fern, { ...hide, undo: true });
    expect(await folded(fern)).toBeNull();
  });

  test("what one turned from stands in a list of one's own, and nobody else's", async () => {
    const { world, alder, fern, wren } = await scene();
    await turn(world, alder, { deed: "block", pseudonymId: wren.pseudonymId });
    await turn(world, alder, { deed: "block", pseudonymId: wren.pseudonymId });
    await turn(world, alder, { deed: "mute", pseudonymId: fern.pseudonymId });
    const list = await listTurnedFrom(world.read, await world.viewer(alder));
    expect(list.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["Fern mute", "Wren block"]);
    expect(await listTurnedFrom(world.read, await world.viewer(wren))).toEqual([]);
  });

  test("a guest turns from nobody, and nobody from themselves", async () => {
    const { world, fern } = await scene();
    const input = { deed: "block", pseudonymId: fern.pseudonymId } as const;
    expect(await turnAway(world.site, await world.viewer(null), input, world.now)).toMatchObject({
      reason: "sign-in-first",
    });
    expect(await turn(world, fern, input)).toMatchObject({ reason: "not-allowed" });
  });
});
