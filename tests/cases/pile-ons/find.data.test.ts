import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { blocks, notifications, posts, publicLog } from "#db/schema";
import { tendPileOns } from "~/cases/pile-ons/pile-on-jobs.server";
import { watchPileOns } from "~/cases/pile-ons/watch-pile-ons.server";
import { HOUR } from "~/platform/time";
import type { Site } from "~/site/site";
import {
  aQuietPlace,
  comeAt,
  hoursLater,
  look,
  partsOf,
  pileOnCases,
  pileOnsOf,
  writeAs,
} from "../../support/coming-at";
import { dealtTo, report } from "../../support/reporting";
import type { World } from "../../support/world";

const acts = async (world: World) => (await world.read.select().from(publicLog)).map((entry) => entry.act);

test("eight of one branch who answer one post within hours are one case, which asks her what she wants; four more, and they're slowed until she says", async () => {
  const { world, handlers, survivor, people, topic, post } = await aQuietPlace();
  await comeAt(world, people.slice(0, 5), topic, post.position);
  expect(await look(world, survivor)).toBeNull();
  await comeAt(world, people.slice(5, 8), topic, post.position);
  const caseId = (await look(world, survivor))!;
  expect(await pileOnCases(world)).toMatchObject([
    { id: caseId, respondentPseudonymId: null, subjectId: survivor.pseudonymId, conduct: "pile-on", state: "open" },
  ]);
  expect(await pileOnsOf(world, survivor)).toMatchObject([
    { caseId, foundBy: "software", wish: "unasked", ended: null },
  ]);
  expect(await partsOf(world, caseId)).toHaveLength(8);
  expect((await dealtTo(world, caseId)).sort()).toEqual(handlers.map((one) => one.pseudonymId).sort());
  const news = await world.read.select().from(notifications).where(eq(notifications.kind, "pile-on"));
  expect(news).toMatchObject([{ pseudonymId: survivor.pseudonymId, accountId: null, caseId }]);
  expect(await acts(world)).not.toContain("pile-on-slowed");
  await comeAt(world, people.slice(8), topic, post.position);
  expect(await look(world, survivor)).toBe(caseId);
  expect(await look(world, survivor)).toBe(caseId);
  expect(await pileOnsOf(world, survivor)).toMatchObject([{ wish: "slow-meanwhile", ended: null }]);
  expect((await acts(world)).filter((act) => act === "pile-on-slowed")).toHaveLength(1);
});

test("what comes later joins the same case, each post once", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  await comeAt(world, people.slice(0, 8), topic, post.position);
  const caseId = (await look(world, survivor))!;
  hoursLater(world, 2);
  await comeAt(world, people.slice(8, 11), topic, post.position);
  expect(await look(world, survivor)).toBe(caseId);
  expect(await look(world, survivor)).toBe(caseId);
  expect(await partsOf(world, caseId)).toHaveLength(11);
  expect(await pileOnCases(world)).toHaveLength(1);
});

test("the sealed copies hold what was written, also when its author takes it back", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  await comeAt(world, people.slice(0, 8), topic, post.position);
  const caseId = (await look(world, survivor))!;
  const parts = await partsOf(world, caseId);
  expect(parts.every((part) => !Buffer.from(part.sealed).toString("latin1").includes("another thing"))).toBe(true);
});

test("a lively talk among members who have nothing to do with each other is none", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace({ branch: null });
  await comeAt(world, people, topic, post.position);
  expect(await look(world, survivor)).toBeNull();
  expect(await pileOnCases(world)).toEqual([]);
});

test("the same talk is one once she has turned away from most of them", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace({ branch: null });
  await comeAt(world, people, topic, post.position);
  await world.site.database.transaction(async (tx) => {
    for (const who of people.slice(0, 7))
      await tx
        .insert(blocks)
        .values({ ownerAccountId: survivor.accountId, pseudonymId: who.pseudonymId, kind: "mute", since: world.now });
  });
  expect(await look(world, survivor)).not.toBeNull();
});

test("those who had an exchange with her before are no strangers", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  for (const who of people.slice(0, 9)) {
    const theirs = await world.post(who, topic, { body: "Hello" });
    await world.post(survivor, topic, { body: "Hello back", to: theirs.position });
  }
  hoursLater(world, 24 * 7);
  await comeAt(world, people.slice(0, 9), topic, post.position);
  expect(await look(world, survivor)).toBeNull();
});

test("several processes and a job that look at once open one case", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  await comeAt(world, people.slice(0, 9), topic, post.position);
  const other: Site = { ...world.site, database: await world.another() };
  const found = await Promise.all([
    look(world, survivor),
    look(world, survivor),
    tendPileOns(other, world.now),
    tendPileOns(world.site, world.now),
  ]);
  expect(found[0]).toBe(found[1]);
  expect(await pileOnCases(world)).toHaveLength(1);
  const news = await world.read.select().from(notifications).where(eq(notifications.kind, "pile-on"));
  expect(news).toHaveLength(1);
});

test("a server that watches finds it right after the post that made it one, and slows only strangers", async () => {
  const { world, survivor, host, people, topic, post } = await aQuietPlace({ crowd: 20 });
  const watch = watchPileOns(world.site, () => world.now);
  const met = await world.post(host, topic, { body: "I know her", to: post.position });
  await world.post(survivor, topic, { body: "And I you", to: met.position });
  hoursLater(world, 24);
  const refusals: string[] = [];
  for (const who of people) {
    world.later(HOUR / 30);
    const written = await writeAs(world, who, topic, post.position, "What I typed");
    if (!written.ok) refusals.push(written.reason);
    await watch.settled();
  }
  expect(await pileOnCases(world)).toHaveLength(1);
  expect(refusals.length).toBeGreaterThanOrEqual(4);
  expect(new Set(refusals)).toEqual(new Set(["limited"]));
  expect(await writeAs(world, host, topic, post.position)).toMatchObject({ ok: true });
  expect(await writeAs(world, people[15]!, topic, undefined, "Not at her")).toMatchObject({ ok: true });
  const stillThere = await world.read
    .select()
    .from(posts)
    .where(and(eq(posts.topicId, topic.id), eq(posts.state, "visible")));
  expect(stillThere.length).toBe(people.length + 5 - refusals.length + 1);
  watch.stop();
});

test("a burst of reports of one branch opens one case, joins it, and hides nothing of hers; a stranger to them is heard alone", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  const more = await world.post(survivor, topic, { body: "Another of mine" });
  for (const who of people.slice(0, 6)) await report(world, who, post.id, { conduct: "slur" });
  const caseId = (await look(world, survivor))!;
  expect(caseId).not.toBeNull();
  for (const who of people.slice(6, 8)) {
    const filed = await report(world, who, more.id, { conduct: "outing", aboutMe: true });
    expect(filed).toMatchObject({ caseId, hidden: false });
  }
  const [found] = await pileOnCases(world);
  expect(found).toMatchObject({ conduct: "pile-on", severity: "urgent" });
  const outsider = await world.member("Crow", { branch: 55, weeksHere: 60 });
  const alone = await report(world, outsider, more.id, { conduct: "outing", aboutMe: true });
  expect(alone.caseId).not.toBe(caseId);
  expect(alone.hidden).toBe(true);
});

test("somebody who reads along and reports a part as a pile-on joins the case", async () => {
  const { world, survivor, host, people, topic, post } = await aQuietPlace();
  await comeAt(world, people.slice(0, 8), topic, post.position);
  const caseId = (await look(world, survivor))!;
  const [part] = await partsOf(world, caseId);
  expect((await report(world, host, part!.postId, { conduct: "pile-on" })).caseId).toBe(caseId);
  expect((await report(world, host, part!.postId, { conduct: "threat" })).caseId).not.toBe(caseId);
});

test("it ends by itself when nobody new comes, and the log says so", async () => {
  const { world, survivor, people, topic, post } = await aQuietPlace();
  await comeAt(world, people, topic, post.position);
  await look(world, survivor);
  hoursLater(world, 5);
  await tendPileOns(world.site, world.now);
  expect(await pileOnsOf(world, survivor)).toMatchObject([{ ended: null }]);
  hoursLater(world, 3);
  await tendPileOns(world.site, world.now);
  await tendPileOns(world.site, world.now);
  expect((await pileOnsOf(world, survivor))[0]!.ended).not.toBeNull();
  expect((await world.read.select().from(publicLog)).filter((entry) => entry.act === "pile-on-over")).toHaveLength(1);
});
