import fc from "fast-check";
import { expect, test } from "vitest";
import { editPost } from "~/discussion/posts/edit-post.server";
import { removePost } from "~/discussion/posts/remove-post.server";
import { searchPosts } from "~/discussion/search/search-posts.server";
import { MINUTE } from "~/platform/time";
import { turnAway } from "~/relations/turn-away.server";
import { openWorld, type Person, type World } from "../support/world";

async function find(world: World, as: Person | null, words: string, space?: string) {
  const answer = await searchPosts(world.site, await world.viewer(as), { words, space, network: "n" }, world.now);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.found.map(({ title, excerpt }) => excerpt || title);
}

test("words are found whatever their accents, capitals and order, in texts and in titles", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const space = await world.space("open");
  const topic = await world.topic(alder, space, { title: "Árboles del camino", body: "Una canción de mañana" });
  await world.post(alder, topic, { body: "The garden *behind* the house" });
  expect(await find(world, null, "CANCION manana")).toEqual(["Una canción de mañana"]);
  expect(await find(world, null, "arbol")).toEqual(["Una canción de mañana"]);
  expect(await find(world, null, "house gard")).toEqual(["The garden behind the house"]);
  expect(await find(world, null, "house garage")).toEqual([]);
});

test("nobody finds what they can't see, and nobody finds what was taken back", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const fern = await world.member("Fern");
  const open = await world.space("open");
  const members = await world.space("members");
  const circle = await world.space("circle", { members: [alder] });
  await world.topic(alder, open, { title: "one", body: "lantern open" });
  await world.topic(alder, open, { title: "two", body: "lantern closed", storyLabel: "closed" });
  await world.topic(alder, members, { title: "three", body: "lantern members" });
  await world.topic(alder, circle, { title: "four", body: "lantern circle" });
  const gone = await world.topic(alder, open, { title: "lantern five", body: "lantern gone" });
  const { site } = world;
  await removePost(site, await world.viewer(alder), { post: gone.postId }, world.now);
  expect((await find(world, null, "lantern")).sort()).toEqual(["lantern open"]);
  expect((await find(world, fern, "lantern")).sort()).toEqual(["lantern closed", "lantern members", "lantern open"]);
  expect((await find(world, alder, "lantern")).length).toBe(4);
  expect(await find(world, fern, "lantern", members.slug)).toEqual(["lantern members"]);
  const hidden = await searchPosts(
    site,
    await world.viewer(fern),
    { words: "lantern", space: circle.slug, network: "n" },
    world.now,
  );
  expect(hidden).toMatchObject({ ok: false, reason: "not-found" });
  await turnAway(site, await world.viewer(fern), { deed: "block", pseudonymId: alder.pseudonymId }, world.now);
  expect(await find(world, fern, "lantern")).toEqual([]);
});

test("an edited post is found by its new words only", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const topic = await world.topic(alder, await world.space("open"), { body: "the first wording" });
  await editPost(world.site, await world.viewer(alder), { post: topic.postId, body: "the second phrase" }, world.now);
  expect(await find(world, null, "wording")).toEqual([]);
  expect(await find(world, null, "phrase")).toEqual(["the second phrase"]);
});

test("a content note keeps the words of a result folded", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder");
  await world.topic(alder, await world.space("open"), {
    title: "Hearing",
    body: "the judge said",
    contentNotes: ["court"],
  });
  const answer = await searchPosts(world.site, await world.viewer(null), { words: "judge", network: "n" }, world.now);
  expect(answer).toMatchObject({ ok: true, found: [{ title: "Hearing", excerpt: "", contentNotes: ["court"] }] });
});

test("whatever is asked is answered: no quote or operator reaches an index", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder");
  await world.topic(alder, await world.space("open"), { body: "plain words" });
  const pieces = fc.constantFrom(
    ...`" ' * ( ) : & | ! <-> NEAR( AND OR NOT body: ^ - + \\ % _ ; -- /* ñ ß 👩‍👧 \u0000 plain words`.split(" "),
  );
  const asked = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(asked, async (parts) => {
      world.later(MINUTE);
      await find(world, alder, parts.join(parts.length % 2 ? " " : ""));
    }),
    { numRuns: 40 },
  );
  world.later(MINUTE);
  expect(await find(world, alder, '"plain" OR (words)')).toEqual([]);
  expect(await find(world, alder, "'plain' & words")).toEqual(["plain words"]);
}, 30_000);

test("searching has a limit for members and for networks", async () => {
  const world = await openWorld();
  await world.space("open");
  const guest = await world.viewer(null);
  const ask = () => searchPosts(world.site, guest, { words: "x", network: "one" }, world.now);
  for (let i = 0; i < 20; i++) expect((await ask()).ok).toBe(true);
  expect(await ask()).toMatchObject({ ok: false, reason: "limited" });
});
