import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { posts, spaceVoices, topics } from "#db/schema";
import { copyForReport } from "~/discussion/posts/copy-for-report.server";
import { editPost } from "~/discussion/posts/edit-post.server";
import { findPost, postsOfPage } from "~/discussion/posts/post-queries.server";
import { hidePost, removePostByDecision, showPost } from "~/discussion/posts/post-states.server";
import { removePost } from "~/discussion/posts/remove-post.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { newId } from "~/platform/ids";
import { DAY, MINUTE } from "~/platform/time";
import { openWorld, type Person, type World } from "../support/world";

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["Grey Heron"] });
  const fern = await world.member("Fern", { standing: "established" });
  const space = await world.space("open");
  const topic = await world.topic(alder, space);
  return { world, alder, fern, space, topic };
}

const write = async (world: World, as: Person | null, topic: number, input: object) =>
  writePost(world.site, await world.viewer(as), { body: "x", ...input, topic } as never, world.later(MINUTE));

const rowOf = async (world: World, id: number) => (await world.read.select().from(posts).where(eq(posts.id, id)))[0]!;

describe("what is sent", () => {
  test.each<[string, object, string]>([
    ["nothing", { body: undefined }, "invalid"],
    ["only space", { body: " \n\u200b\n " }, "invalid"],
    ["too much", { body: "x".repeat(20_001) }, "invalid"],
    ["far too much", { body: "x".repeat(1_000_000) }, "invalid"],
    ["a label that isn't one", { storyLabel: "anything" }, "invalid"],
    ["an answer to a post that isn't there", { to: 99 }, "not-found"],
    ["an answer to no number", { to: "-1" }, "invalid"],
    ["a slot that isn't theirs", { slot: 5 }, "not-allowed"],
    ["a slot that can't be", { slot: 99 }, "invalid"],
    ["hundreds of notes", { contentNotes: Array.from({ length: 300 }, (_, i) => `note ${i}`) }, "invalid"],
  ])("%s is refused, and nothing is written", async (_, input, reason) => {
    const { world, alder, topic } = await scene();
    expect(await write(world, alder, topic.id, input)).toMatchObject({ ok: false, reason });
    expect(await world.read.$count(posts)).toBe(1);
  });

  test("the longest text fits, whatever it holds", async () => {
    const { world, alder, topic } = await scene();
    expect(await write(world, alder, topic.id, { body: ">".repeat(20_000) })).toMatchObject({ ok: true });
  });

  test("a topic that isn't there, is closed or is gone takes no answer", async () => {
    const { world, alder, fern, topic } = await scene();
    expect(await write(world, fern, newId(), {})).toMatchObject({ reason: "not-found" });
    await world.site.database.transaction((tx) => tx.update(topics).set({ state: "closed" }));
    expect(await write(world, fern, topic.id, {})).toMatchObject({ reason: "closed" });
    await removePost(world.site, await world.viewer(alder), { post: topic.postId }, world.now);
    expect(await write(world, fern, topic.id, {})).toMatchObject({ reason: "closed" });
  });

  test("a circle answers strangers as if it weren't there", async () => {
    const { world, alder, fern } = await scene();
    const circle = await world.space("circle", { members: [fern] });
    const topic = await world.topic(fern, circle);
    expect(await write(world, alder, topic.id, {})).toMatchObject({ reason: "not-found" });
    const started = await startTopic(
      world.site,
      await world.viewer(alder),
      { title: "t", body: "b", space: circle.slug },
      world.now,
    );
    expect(started).toMatchObject({ reason: "not-found" });
    expect(await findPost(world.read, await world.viewer(alder), topic.postId)).toBeNull();
    expect(await copyForReport(world.read, await world.viewer(alder), topic.postId)).toBeNull();
  });
});

describe("pressed twice", () => {
  test("one form posts once, in turn and at the same time", async () => {
    const { world, alder, topic } = await scene();
    const viewer = await world.viewer(alder);
    const press = (body = "once") => writePost(world.site, viewer, { body, once: "aaaa", topic: topic.id }, world.now);
    world.later(DAY);
    const [a, b] = await Promise.all([press(), press()]);
    expect(a).toEqual(b);
    expect(await press()).toEqual(a);
    expect(await world.read.$count(posts)).toBe(2);
    expect(await press("other words, brought back by the browser")).toMatchObject({ ok: true, position: 3 });
  });

  test("one form starts one topic", async () => {
    const { world, alder, space } = await scene();
    const viewer = await world.viewer(alder);
    world.later(DAY);
    const input = { title: "t", body: "b", once: "bbbb", space: space.id };
    const [a, b] = await Promise.all([
      startTopic(world.site, viewer, input, world.now),
      startTopic(world.site, viewer, input, world.now),
    ]);
    expect(a).toMatchObject({ ok: true });
    expect(b).toEqual(a);
    expect(await world.read.$count(topics)).toBe(2);
  });

  test("two at once get two places", async () => {
    const { world, alder, fern, topic } = await scene();
    world.later(DAY);
    const [a, f] = [await world.viewer(alder), await world.viewer(fern)];
    const written = await Promise.all(
      [a, f, a, f].map((viewer, i) => writePost(world.site, viewer, { body: `${i}`, topic: topic.id }, world.now)),
    );
    expect(written.map((one) => one.ok && one.position).sort()).toEqual([2, 3, 4, 5]);
  });
});

describe("under which name", () => {
  test("another name than before is asked about once", async () => {
    const { world, alder, topic } = await scene();
    expect(await write(world, alder, topic.id, { slot: 2 })).toMatchObject({ reason: "other-name" });
    expect(await write(world, alder, topic.id, { slot: 2, sureSlot: 1 })).toMatchObject({ reason: "other-name" });
    expect(await write(world, alder, topic.id, { slot: 2, sureSlot: 2 })).toMatchObject({ ok: true });
    expect(await world.read.select({ slot: spaceVoices.slot }).from(spaceVoices)).toEqual([{ slot: 2 }]);
    expect(await write(world, alder, topic.id, {})).toMatchObject({ ok: true, position: 3 });
    const last = await findPost(world.read, await world.viewer(null), { topicId: topic.id, position: 3 });
    expect(last?.author?.name).toBe("Grey Heron");
  });

  test("in a circle only the name that belongs to it speaks", async () => {
    const { world, alder } = await scene();
    const circle = await world.space("circle", { members: [alder] });
    const topic = await world.topic(alder, circle);
    expect(await write(world, alder, topic.id, { slot: 2, sureSlot: 2 })).toMatchObject({ reason: "not-allowed" });
  });
});

describe("quoting", () => {
  test.each<["closed" | "ask" | "open", boolean, string | true]>([
    ["closed", true, "not-to-be-quoted"],
    ["ask", false, "ask-first"],
    ["ask", true, true],
    ["open", false, true],
  ])("a post labelled %s, asked %s: %s", async (storyLabel, asked, expected) => {
    const { world, alder, fern, space } = await scene();
    const topic = await world.topic(alder, space, { storyLabel });
    const body = "> @Alder, #1:\n> How it begins\n\nYes";
    const quoted = await write(world, fern, topic.id, { body, asked: asked ? "on" : undefined });
    expect(quoted.ok || quoted.reason).toBe(expected);
    expect((await write(world, alder, topic.id, { body })).ok).toBe(true);
    expect((await write(world, fern, topic.id, { body: "see #1", to: 1 })).ok).toBe(true);
  });

  test("an edit can't bring in what a reply may not quote", async () => {
    const { world, alder, fern, space } = await scene();
    const topic = await world.topic(alder, space, { storyLabel: "closed" });
    const mine = await world.post(fern, topic);
    const edit = { post: mine.id, body: "> #1:\n> How it begins" };
    expect(await editPost(world.site, await world.viewer(fern), edit, world.now)).toMatchObject({
      reason: "not-to-be-quoted",
    });
  });
});

describe("mending and taking back", () => {
  test("an edit leaves nothing of what stood there before", async () => {
    const { world, alder, topic } = await scene();
    const edit = { post: topic.postId, body: "Better", storyLabel: "closed" as const, ownNote: "a note" };
    expect(await editPost(world.site, await world.viewer(alder), edit, world.now)).toMatchObject({ ok: true });
    expect(await rowOf(world, topic.postId)).toMatchObject({
      body: "Better",
      html: "<p>Better</p>",
      edited: true,
      storyLabel: "closed",
      contentNotes: ["a note"],
    });
    expect(world.heard.at(-1)).toEqual({ kind: "post-changed", topicId: topic.id, position: 1 });
  });

  test("nobody mends or removes another's words", async () => {
    const { world, fern, topic } = await scene();
    const viewer = await world.viewer(fern);
    expect(await editPost(world.site, viewer, { post: topic.postId, body: "x" }, world.now)).toMatchObject({
      reason: "not-allowed",
    });
    expect(await removePost(world.site, viewer, { post: topic.postId }, world.now)).toMatchObject({
      reason: "not-allowed",
    });
    expect(await removePost(world.site, viewer, { post: newId() }, world.now)).toMatchObject({ reason: "not-found" });
  });

  test("removing erases words, notes and the title, and says so once", async () => {
    const { world, alder, fern, topic } = await scene();
    await world.post(fern, topic, { body: "still here" });
    const remove = async () => removePost(world.site, await world.viewer(alder), { post: topic.postId }, world.now);
    expect(await remove()).toMatchObject({ ok: true });
    expect(await remove()).toMatchObject({ reason: "already-done" });
    expect(await rowOf(world, topic.postId)).toMatchObject({
      body: "",
      html: "",
      contentNotes: [],
      state: "removed-by-author",
    });
    expect(await findTopic(world.read, await world.viewer(fern), topic.id)).toMatchObject({ title: "", state: "open" });
  });

  test("a topic goes with its last words", async () => {
    const { world, alder, fern, topic } = await scene();
    const reply = await world.post(fern, topic);
    await removePost(world.site, await world.viewer(alder), { post: topic.postId }, world.now);
    await removePost(world.site, await world.viewer(fern), { post: reply.id }, world.now);
    expect(await findTopic(world.read, await world.viewer(fern), topic.id)).toMatchObject({ state: "removed" });
  });
});

describe("while a case looks at it", () => {
  test("a post hides from others, shows again, and goes by decision", async () => {
    const { world, alder, fern, topic } = await scene();
    const { site } = world;
    const views = async () => {
      const both = [await world.viewer(fern), await world.viewer(alder)];
      return Promise.all(both.map(async (viewer) => (await postsOfPage(world.read, viewer, topic.id, 1))[0]!));
    };
    const change = (deed: typeof hidePost) => site.database.transaction((tx) => deed(tx, site, topic.postId));
    expect(await change(hidePost)).toEqual({ topicId: topic.id, position: 1 });
    expect(await change(hidePost)).toBeNull();
    expect((await views()).map(({ view, html }) => [view, html !== ""])).toEqual([
      ["hidden", false],
      ["shown-to-author", true],
    ]);
    expect((await findTopic(world.read, await world.viewer(fern), topic.id))?.title).toBe("");
    expect(await copyForReport(world.read, await world.viewer(fern), topic.postId)).toBeNull();
    await change(showPost);
    expect((await views()).map(({ view }) => view)).toEqual(["shown", "shown"]);
    await change(removePostByDecision);
    expect((await views()).map(({ view, html }) => [view, html])).toEqual([
      ["removed-by-decision", ""],
      ["removed-by-decision", ""],
    ]);
    expect(await change(showPost)).toBeNull();
  });

  test("a copy for a report holds what its reader sees", async () => {
    const { world, alder, fern, topic, space } = await scene();
    const reply = await world.post(fern, topic, { to: 1, body: "An *answer*", contentNotes: ["court"] });
    expect(await copyForReport(world.read, await world.viewer(alder), reply.id)).toEqual({
      postId: reply.id,
      author: { id: fern.pseudonymId, name: "Fern" },
      body: "An *answer*",
      contentNotes: ["court"],
      topic: { id: topic.id, title: "A topic" },
      space: { id: space.id, slug: space.slug, name: space.name, kind: "open" },
      position: 2,
      written: new Date(Math.floor(world.now.getTime() / 3_600_000) * 3_600_000),
      replyTo: { position: 1, excerpt: "How it begins" },
    });
  });
});
