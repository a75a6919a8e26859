import { eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  accounts,
  cases,
  circleMembers,
  gatherings,
  leftBehind,
  posts,
  pseudonyms,
  publicLog,
  topics,
} from "#db/schema";
import { closeDecided } from "~/cases/close-decided.server";
import { postsOfPage } from "~/discussion/posts/post-queries.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { DAY } from "~/platform/time";
import { checkName } from "~/pseudonyms/names-in-use.server";
import { eraseDue } from "~/retention/erase-due.server";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import { caseOf, decide, report, see } from "../support/reporting";
import { openWorld } from "../support/world";
import { ANA_WROTE, aWholeLife } from "./a-whole-life";
import { placesOf } from "./places";

const ERASE = { answers: "erase", topics: "erase", gatherings: "erase" } as const;
const KEEP = { answers: "keep", topics: "keep", gatherings: "keep" } as const;

test("once its cases are closed and nothing is in force any more, what they kept goes, too", async () => {
  const { world, ana, moderators, cases: its } = await aWholeLife();
  await leaveForGood(world.site, await world.viewer(ana), ERASE, world.now);
  const stubs = async () =>
    (await world.read.select().from(leftBehind)).map(({ caseId, side, branch }) => [caseId, side, branch]);
  expect((await stubs()).sort()).toEqual(
    [
      [its.told, "reporter", 4711],
      [its.about, "respondent", 4711],
      [its.decided, "respondent", 4711],
    ].sort(),
  );
  for (const caseId of [its.told, its.about])
    for (const moderator of moderators)
      if ((await decide(world, moderator, caseId, { outcome: "no-breach", days: undefined }).catch(() => null))?.ok)
        break;
  await sweep(world.site, world.now);
  expect(await stubs()).toHaveLength(3);
  world.later(20 * DAY);
  await closeDecided(world.site, world.now);
  await sweep(world.site, world.now);
  expect(await stubs()).toEqual([]);
  expect(await placesOf(world, [ANA_WROTE.reported])).toEqual([]);
});

describe("what is kept", () => {
  test("everything, under names that lead to nobody", async () => {
    const { world, ana, other, own, topic, answer, rooms, needles } = await aWholeLife();
    await leaveForGood(world.site, await world.viewer(ana), KEEP, world.now);
    await sweep(world.site, world.now);
    expect(await placesOf(world, needles.account)).toEqual([]);
    const viewer = await world.viewer(null);
    const [first] = await postsOfPage(world.read, viewer, own.id, 1);
    expect(first).toMatchObject({ author: { name: "Anarosa" }, view: "shown" });
    expect(await world.read.$count(posts, eq(posts.body, ANA_WROTE.post))).toBe(2);
    expect(
      (await postsOfPage(world.read, viewer, topic.id, 1)).find((post) => post.position === answer.position),
    ).toMatchObject({
      author: { name: "Anarosa" },
    });
    const left = await world.read
      .select()
      .from(pseudonyms)
      .where(inArray(pseudonyms.id, [ana.pseudonymId, other]));
    expect(left.find((name) => name.id === ana.pseudonymId)).toMatchObject({
      name: "Anarosa",
      state: "retired",
      undoUntil: null,
    });
    // A name that left no words goes itself.
    expect(left.find((name) => name.id === other)).toMatchObject({ name: "", state: "burned", leaf: 0 });
    const [over] = await world.read.select().from(gatherings).where(eq(gatherings.id, rooms.over));
    expect(over).toMatchObject({ summary: ANA_WROTE.summary });
    expect(await placesOf(world, [ANA_WROTE.masked])).toEqual([]);
  });

  test("topics without posts, and posts without topics", async () => {
    for (const [kept, gone] of [
      ["answers", "topics"],
      ["topics", "answers"],
    ] as const) {
      const { world, ana, own, answer } = await aWholeLife();
      await leaveForGood(world.site, await world.viewer(ana), { ...ERASE, [kept]: "keep" }, world.now);
      const bodyOf = async (id: number) => (await world.read.select().from(posts).where(eq(posts.id, id)))[0]!.body;
      const [topicRow] = await world.read.select().from(topics).where(eq(topics.id, own.id));
      const words = { topics: await bodyOf(own.postId), answers: await bodyOf(answer.id) };
      expect([words[kept], words[gone]], kept).toEqual([ANA_WROTE.post, ""]);
      expect(topicRow!.title, kept).toBe(kept === "topics" ? ANA_WROTE.title : "");
    }
  });

  test("what isn't said is erased; a name can never be taken again, whatever became of it", async () => {
    for (const choices of [ERASE, KEEP]) {
      const { world, ana } = await aWholeLife();
      await leaveForGood(world.site, await world.viewer(ana), choices, world.now);
      for (const typed of ["Anarosa", "ANAROSÁ", "Grey Heronwing", "grey heronwing"])
        expect(await checkName(world.read, typed), typed).toEqual({ ok: false, problem: "taken" });
    }
  });
});

describe("what others notice", () => {
  test("gatherings go to a co-host or are called off, the floor is free, a circle keeps a host", async () => {
    const { world, ana, ben, circle, rooms } = await aWholeLife();
    await leaveForGood(world.site, await world.viewer(ana), ERASE, world.now);
    const all = new Map((await world.read.select().from(gatherings)).map((one) => [one.id, one]));
    expect(all.get(rooms.on)).toMatchObject({ hostPseudonymId: ben.pseudonymId, state: "open" });
    expect(all.get(rooms.bens)).toMatchObject({ floorSeatId: null, state: "open" });
    expect([all.has(rooms.coming), all.has(rooms.over)]).toEqual([false, false]);
    const people = await world.read.select().from(circleMembers).where(eq(circleMembers.spaceId, circle.id));
    expect(people).toMatchObject([{ pseudonymId: ben.pseudonymId, host: true }]);
  });

  test("offices end in the public log, and claimed cases are free for others", async () => {
    const { world, moderators, cases: its } = await aWholeLife();
    const holder = (
      await Promise.all(moderators.map(async (one) => ({ one, dealt: await see(world, one, its.about) })))
    ).find(({ dealt }) => dealt !== null)!.one;
    const { claim } = await import("../support/reporting");
    await claim(world, holder, its.about);
    await leaveForGood(world.site, await world.viewer(holder), ERASE, world.now);
    expect(await caseOf(world, its.about)).toMatchObject({ state: "open", holderPseudonymId: null });
    const seen = await Promise.all(moderators.filter((one) => one !== holder).map((one) => see(world, one, its.about)));
    expect(seen.some((one) => one !== null)).toBe(true);
    const log = await world.read.select().from(publicLog).where(eq(publicLog.act, "office-ended"));
    expect(log.map((line) => line.details)).toEqual([{ office: "moderator", name: holder.name }]);
  });

  test("a case can be decided when its reporter or its respondent has left, and says so to its handlers", async () => {
    const { world, ana, survivor, moderators, cases: its } = await aWholeLife();
    const voices = async (caseId: number) =>
      (await Promise.all(moderators.map((one) => see(world, one, caseId)))).find((one) => one !== null)!;
    const before = await voices(its.told);
    await leaveForGood(world.site, await world.viewer(ana), ERASE, world.now);
    const after = await voices(its.told);
    expect(after.voices).toBe(before.voices);
    expect(after.reports.map((one) => one.left)).toEqual([true]);
    expect((await voices(its.about)).respondentLeft).toBe(true);
    for (const caseId of [its.told, its.about]) {
      let done = false;
      for (const moderator of moderators)
        done ||= (await decide(world, moderator, caseId).catch(() => ({ ok: false }))).ok;
      expect(done).toBe(true);
      expect((await caseOf(world, caseId)).state).toBe("decided");
    }
    // Who came by the same branch as the one who left still isn't a second voice.
    const kin = await world.member("Kin", { branch: 4711, weeksHere: 2 });
    expect(survivor.accountId).not.toBe(kin.accountId);
  });

  test("voices of one branch stay one voice when one of them leaves", async () => {
    const { world, survivor, harasser, moderators, topic } = await aWholeLife();
    const kin = await world.member("Kin", { branch: 1, weeksHere: 5 });
    const late = await world.post(harasser, topic, { body: "Pimp lobby, once more" });
    const { caseId } = await report(world, survivor, late.id);
    await report(world, kin, late.id);
    const voices = async () =>
      (await Promise.all(moderators.map((one) => see(world, one, caseId)))).find((one) => one !== null)!.voices;
    expect(await voices()).toBe(1);
    await leaveForGood(world.site, await world.viewer(kin), ERASE, world.now);
    expect(await voices()).toBe(1);
  });
});

describe("who can leave, and how often", () => {
  test("the last steward names another first", async () => {
    const world = await openWorld();
    const oak = await world.member("Oak", { offices: ["steward"] });
    const viewer = await world.viewer(oak);
    expect(await leaveForGood(world.site, viewer, ERASE, world.now)).toEqual({ ok: false, reason: "last-steward" });
    expect(await world.read.$count(accounts)).toBe(1);
    await world.member("Elm", { offices: ["steward"] });
    expect(await leaveForGood(world.site, viewer, ERASE, world.now)).toEqual({ ok: true });
    expect(await world.read.$count(accounts)).toBe(1);
  });

  test("pressed twice, at once or later, it is one leaving", async () => {
    const { world, ana } = await aWholeLife();
    const viewer = await world.viewer(ana);
    const leave = () => leaveForGood(world.site, viewer, ERASE, world.now);
    expect(await Promise.all([leave(), leave()])).toEqual([{ ok: true }, { ok: true }]);
    expect(await leave()).toEqual({ ok: true });
    expect(await world.read.$count(leftBehind)).toBe(3);
  });

  test("what is written in another window meanwhile is refused, and its words come back to whoever wrote them", async () => {
    const { world, ana, topic } = await aWholeLife();
    // Past the mute that binds them.
    world.later(4 * DAY);
    const viewer = await world.viewer(ana);
    const write = () => writePost(world.site, viewer, { body: "written too late", topic: topic.id }, world.now);
    const [left, written] = await Promise.all([leaveForGood(world.site, viewer, ERASE, world.now), write()]);
    expect(left).toEqual({ ok: true });
    if (written.ok)
      expect((await world.read.select().from(posts).where(eq(posts.id, written.postId)))[0]!.body).toBe("");
    else expect(written.reason).toBe("sign-in-first");
    expect(await write()).toEqual({ ok: false, reason: "sign-in-first" });
    await sweep(world.site, world.now);
    expect(await placesOf(world, ["written too late"])).toEqual([]);
  });

  test("suspended or younger, everybody can leave", async () => {
    const world = await openWorld();
    const sprig = await world.member("Sprig", { standing: "newcomer", younger: true });
    expect(await leaveForGood(world.site, await world.viewer(sprig), ERASE, world.now)).toEqual({ ok: true });
    expect(await leaveForGood(world.site, await world.viewer(null), ERASE, world.now)).toMatchObject({ ok: false });
  });
});

test("a crash right after leaving shows nobody a word, and the next turn of the job erases them all", async () => {
  const { world, ana, own, topic, needles } = await aWholeLife();
  const { transaction } = world.site.database;
  let turns = 0;
  const dying = {
    ...world.site,
    database: {
      ...world.site.database,
      transaction: ((work: never) => {
        if (++turns > 1) throw new Error("the power went");
        return transaction(work);
      }) as typeof transaction,
    },
  };
  const viewer = await world.viewer(ana);
  expect(await leaveForGood(dying, viewer, ERASE, world.now)).toEqual({ ok: true });
  expect(await placesOf(world, needles.account)).toEqual([]);
  expect(await world.read.$count(posts, eq(posts.body, ANA_WROTE.post))).toBe(2);
  const guest = await world.viewer(null);
  for (const id of [own.id, topic.id])
    expect(JSON.stringify(await postsOfPage(world.read, guest, id, 1))).not.toMatch(/zwetschgen|Anarosa"/);
  expect(await eraseDue(world.site, world.now)).toBe(2);
  expect(await world.read.$count(posts, eq(posts.body, ANA_WROTE.post))).toBe(0);
  expect(await eraseDue(world.site, world.now)).toBe(0);
  expect(await world.read.$count(cases)).toBe(3);
});
