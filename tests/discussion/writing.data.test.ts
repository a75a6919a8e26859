import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts } from "#db/schema";
import { openWorld } from "../support/world";

test("a topic begins with its first post, and posts follow in line", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const fern = await world.member("Quiet Fern");
  const space = await world.space("open");
  const topic = await world.topic(alder, space, { contentNotes: ["court"], ownNote: "a hearing" });
  const reply = await world.post(fern, topic, { to: 1, body: "> @Alder, #1:\n> How it begins\n\nYes.", asked: "on" });
  const rows = await world.read.select().from(posts).where(eq(posts.topicId, topic.id));
  expect(rows.map((post) => post.position).sort()).toEqual([1, 2]);
  expect(rows.find((post) => post.position === 1)?.contentNotes).toEqual(["court", "a hearing"]);
  expect(rows.find((post) => post.id === reply.id)).toMatchObject({ replyTo: topic.postId, storyLabel: "ask" });
  expect(world.heard.map((event) => event.kind)).toEqual(["post-written", "post-written"]);
});
