import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { circleMembers, follows, gatheringGoers, gatherings, notifications, posts } from "#db/schema";
import { newId } from "~/platform/ids";
import { DAY, plus } from "~/platform/time";
import { retirePseudonym } from "~/pseudonyms/retire-pseudonym.server";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import { aCase, report, see } from "../support/reporting";
import { openWorld, type Person, type World } from "../support/world";

const ERASE = { answers: "erase", topics: "erase", gatherings: "erase" } as const;
const leave = async (world: World, who: Person) =>
  expect(await leaveForGood(world.site, await world.viewer(who), ERASE, world.now)).toEqual({ ok: true });

const addressed = [follows, circleMembers, gatheringGoers, notifications] as const;

/** What a deed that was under way writes for a name: it follows, is invited, will come, and is told of it. */
async function writeFor(world: World, person: Person, { spaceId, gatheringId }: Record<string, number>) {
  const { pseudonymId } = person;
  await world.site.database.transaction(async (tx) => {
    await tx.insert(follows).values({ pseudonymId, spaceId: spaceId! });
    await tx.insert(circleMembers).values({ spaceId: spaceId!, pseudonymId, state: "invited" });
    await tx.insert(gatheringGoers).values({ gatheringId: gatheringId!, pseudonymId });
    await tx
      .insert(notifications)
      .values({ pseudonymId, kind: "mention", bump: pseudonymId % 1000, created: world.now });
  });
}

test("what was written for a name a moment after its owner left goes with the next sweep, and nobody else's does", async () => {
  const world = await openWorld();
  const host = await world.member("Birch");
  const gone = await world.member("Wren");
  const quiet = await world.member("Heron", { alsoAs: ["Grey Heron"] });
  const circle = await world.space("circle", { members: [host] });
  const gatheringId = newId();
  await world.site.database.transaction((tx) =>
    tx.insert(gatherings).values({
      id: gatheringId,
      spaceId: circle.id,
      hostPseudonymId: host.pseudonymId,
      title: "t",
      purpose: "p",
      groundRules: "g",
      starts: plus(world.now, DAY),
      lengthMinutes: 30,
      state: "planned",
    }),
  );
  await leave(world, gone);
  // A retired name has an owner still, who may look at what it was told.
  expect(await retirePseudonym(world.site, await world.viewer(quiet), 1, world.now)).toMatchObject({ ok: true });
  const rows = (person: Person) =>
    Promise.all(addressed.map((table) => world.read.$count(table, eq(table.pseudonymId, person.pseudonymId))));
  for (const one of [gone, quiet]) await writeFor(world, one, { spaceId: circle.id, gatheringId });
  expect([await rows(gone), await rows(quiet)]).toEqual([
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ]);
  for (let turn = 0; turn < 2; turn++) {
    await sweep(world.site, world.now);
    expect([await rows(gone), await rows(quiet)]).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
  }
  expect(await world.read.$count(circleMembers, eq(circleMembers.pseudonymId, host.pseudonymId))).toBe(1);
});

test("who reported and left is heard as a voice, and is no second voice for hiding; who stayed is", async () => {
  const { world, moderators, post } = await aCase();
  const birds = ["Lark", "Finch", "Robin"] as const;
  const [lark, finch, robin] = (await Promise.all(
    birds.map((name, i) => world.member(name, { branch: 50 + i, weeksHere: 50 + i })),
  )) as [Person, Person, Person];
  const hidden = async () =>
    (await world.read.select().from(posts).where(eq(posts.id, post.id)))[0]!.state === "hidden";

  const { caseId } = await report(world, lark, post.id, { conduct: "threat" });
  await leave(world, lark);
  expect(await report(world, finch, post.id, { conduct: "threat" })).toMatchObject({ caseId, hidden: false });
  expect(await hidden()).toBe(false);
  const handled = (await Promise.all(moderators.map((one) => see(world, one, caseId)))).find((one) => one !== null)!;
  expect(handled.voices).toBe(2);

  expect(await report(world, robin, post.id, { conduct: "threat" })).toMatchObject({ caseId, hidden: true });
  expect(await hidden()).toBe(true);
});

test("what a report hid stays hidden when its reporter leaves", async () => {
  const { world, survivor, post } = await aCase();
  expect(await report(world, survivor, post.id, { conduct: "outing", aboutMe: true })).toMatchObject({ hidden: true });
  await leave(world, survivor);
  await sweep(world.site, world.now);
  expect((await world.read.select().from(posts).where(eq(posts.id, post.id)))[0]!.state).toBe("hidden");
});
