import { afterEach, beforeEach, expect, test } from "vitest";
import { editPost } from "~/discussion/posts/edit-post.server";
import { hidePost } from "~/discussion/posts/post-states.server";
import { removePost } from "~/discussion/posts/remove-post.server";
import { follow } from "~/discussion/topics/follow.server";
import { markRead } from "~/discussion/topics/mark-read.server";
import { guestsMaySee } from "~/guest-pages.server";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { appendToLog } from "~/public-log/append-entry.server";
import { turnAway } from "~/relations/turn-away.server";
import { changeSpace } from "~/spaces/change-space.server";
import { openSpace } from "~/spaces/open-space.server";
import { openWorld, type Person, type World } from "../support/world";

let world: World;
let ana: Person;
let steward: Person;
let topic: Awaited<ReturnType<World["topic"]>>;
let changes: number;
let stop: () => void;

beforeEach(async () => {
  world = await openWorld();
  ana = await world.member("Ana", { alsoAs: ["Berta"] });
  steward = await world.member("Carla", { offices: ["steward"], standing: "established" });
  topic = await world.topic(ana, await world.space("open"));
  changes = 0;
  stop = world.site.database.onWritten((tables) => {
    if (guestsMaySee(tables)) changes++;
  });
});
afterEach(() => stop());

const deed = async (who: Person, work: (viewer: Awaited<ReturnType<typeof world.viewer<Person>>>) => unknown) =>
  work(await world.viewer(who));

test.each<[string, () => unknown]>([
  ["a post", () => world.post(ana, topic)],
  ["a topic", () => world.topic(ana, topic.space)],
  ["an edit", () => deed(ana, (as) => editPost(world.site, as, { post: topic.postId, body: "Otherwise" }, world.now))],
  ["a removal", () => deed(ana, (as) => removePost(world.site, as, { post: topic.postId }, world.now))],
  ["a hidden post", () => world.site.database.transaction((tx) => hidePost(tx, world.site, topic.postId))],
  ["a retired name", () => deed(ana, (as) => retirePseudonym(world.site, as, 2, world.now))],
  [
    "a new space",
    () =>
      deed(steward, (as) =>
        openSpace(world.site, as, { name: "Another", purpose: "Why not", kind: "open" }, world.now),
      ),
  ],
  [
    "a changed space",
    () =>
      deed(steward, (as) =>
        changeSpace(world.site, as, { spaceId: topic.space.id, name: "Renamed", purpose: "Why not" }, world.now),
      ),
  ],
  [
    "an entry of the public log",
    () =>
      world.site.database.transaction((tx) => appendToLog(tx, { act: "post-shown", office: "software" }, world.now)),
  ],
])("%s may show on guests' pages", async (_name, work) => {
  await work();
  expect(changes).toBeGreaterThan(0);
});

test.each<[string, () => unknown]>([
  ["reading", () => deed(steward, (as) => markRead(world.site, as, { id: topic.id, read: 0 }, 1))],
  ["following", () => deed(steward, (as) => follow(world.site, as, { topicId: topic.id }, world.now))],
  [
    "blocking",
    () => deed(steward, (as) => turnAway(world.site, as, { deed: "block", pseudonymId: ana.pseudonymId }, world.now)),
  ],
])("%s shows on no guest's page", async (_name, work) => {
  await work();
  expect(changes).toBe(0);
});

test("a table that nobody thought of here counts as seen", () => {
  expect(guestsMaySee(new Set(["sessions", "tomorrows_table"]))).toBe(true);
  expect(guestsMaySee(new Set(["sessions", "read_marks"]))).toBe(false);
});
