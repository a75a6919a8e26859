import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts, topics } from "#db/schema";
import { erasePostsOf, withdrawPosts } from "~/discussion/posts/erase-posts-of.server";
import { postsOfPage } from "~/discussion/posts/post-queries.server";
import { searchPosts } from "~/discussion/search/search-posts.server";
import { newId } from "~/platform/ids";
import { openWorld, type Person, type World } from "../support/world";

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const fern = await world.member("Fern", { standing: "established" });
  const commons = await world.space("open");
  const own = await world.topic(alder, commons, { title: "elderberries", body: "zwetschgen" });
  await world.post(fern, own, { body: "an answer that stays" });
  await world.post(alder, own, { body: "zwetschgen again" });
  const alone = await world.topic(alder, commons, { title: "elderberries alone", body: "zwetschgen" });
  const other = await world.topic(fern, commons, { title: "Somebody else's", body: "How it begins" });
  await world.post(alder, other, { body: "zwetschgen here too" });
  return { world, alder, fern, own, alone, other };
}

const bodies = async (world: World, person: Person) =>
  (await world.read.select().from(posts).where(eq(posts.pseudonymId, person.pseudonymId))).map((post) => post.body);

const found = async (world: World, words: string) => {
  const answer = await searchPosts(world.site, await world.viewer(null), { words, network: "a network" }, world.now);
  return answer.ok ? answer.found.length : -1;
};

test("all words of a name are erased, with the titles it wrote; others' words stay", async () => {
  const { world, alder, fern, own, alone, other } = await scene();
  expect(await found(world, "zwetschgen")).toBeGreaterThan(0);
  expect(await erasePostsOf(world.site, [alder.pseudonymId])).toBe(4);
  expect(await bodies(world, alder)).toEqual(["", "", "", ""]);
  expect(await bodies(world, fern)).toContain("an answer that stays");
  const states = await world.read.select().from(topics);
  const stateOf = (id: number) => states.find((topic) => topic.id === id);
  expect(stateOf(own.id)).toMatchObject({ title: "", state: "open" });
  expect(stateOf(alone.id)).toMatchObject({ title: "", state: "removed" });
  expect(stateOf(other.id)).toMatchObject({ title: "Somebody else's", state: "open" });
  expect(await found(world, "zwetschgen")).toBe(0);
  expect(await found(world, "elderberries")).toBe(0);
  if (world.file)
    for (const end of ["", "-wal"])
      expect(readFileSync(world.file + end).includes("zwetschgen"), end || "file").toBe(false);
  expect(await erasePostsOf(world.site, [alder.pseudonymId])).toBe(0);
});

test("what was withdrawn is seen by nobody at once, and only that is erased", async () => {
  const { world, alder, own, other } = await scene();
  await world.site.database.transaction((tx) => withdrawPosts(tx, [alder.pseudonymId], "topics"));
  const viewer = await world.viewer(null);
  const seen = async (topicId: number) =>
    (await postsOfPage(world.read, viewer, topicId, 1)).map((post) => [post.view, post.html !== ""]);
  expect(await seen(own.id)).toEqual([
    ["removed-by-author", false],
    ["shown", true],
    ["shown", true],
  ]);
  expect(await erasePostsOf(world.site, [alder.pseudonymId], { withdrawnOnly: true })).toBe(2);
  expect((await bodies(world, alder)).filter(Boolean).sort()).toEqual(["zwetschgen again", "zwetschgen here too"]);
  await world.site.database.transaction((tx) => withdrawPosts(tx, [alder.pseudonymId], "answers"));
  expect(await seen(other.id)).toEqual([
    ["shown", true],
    ["removed-by-author", false],
  ]);
});

test("very many go a few at a time, and a second call goes on where a first one was cut off", async () => {
  const { world, alder, other } = await scene();
  const many = 1_000;
  await world.site.database.transaction(async (tx) => {
    for (let i = 0; i < many; i++)
      await tx.insert(posts).values({
        id: newId(),
        topicId: other.id,
        position: 100 + i,
        pseudonymId: alder.pseudonymId,
        body: "zwetschgen",
        html: "<p>zwetschgen</p>",
        renderer: 1,
        contentNotes: [],
        written: world.now,
      });
  });
  const { transaction } = world.site.database;
  let turns = 0;
  const failing = {
    ...world.site,
    database: {
      ...world.site.database,
      transaction: ((work: never) => {
        if (++turns > 3) throw new Error("the power went");
        return transaction(work);
      }) as typeof transaction,
    },
  };
  await expect(erasePostsOf(failing, [alder.pseudonymId])).rejects.toThrow("the power went");
  const left = (await bodies(world, alder)).filter(Boolean).length;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(many);
  expect(await erasePostsOf(world.site, [alder.pseudonymId])).toBe(left);
  expect((await bodies(world, alder)).filter(Boolean)).toEqual([]);
});
