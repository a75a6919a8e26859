import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  agreementVersions,
  blocks,
  cases,
  evidence,
  hiddenPosts,
  posts,
  publicLog,
  reports,
  topicMutes,
} from "#db/schema";
import { firstAgreements } from "~/agreements/first-agreements";
import { intoCase } from "~/cases/into-case.server";
import { newId } from "~/platform/ids";
import { DAY, HOUR, plus } from "~/platform/time";
import { openCopies } from "~/reports/evidence.server";
import { fileReport } from "~/reports/file-report.server";
import { findPseudonymItem } from "~/reports/find-item.server";
import { reportForm } from "~/reports/forms";
import { findMyReport, listMyReports } from "~/reports/report-queries.server";
import { takeRelief } from "~/reports/take-relief.server";
import { caseOf, decide, report, split, tryReport } from "../support/reporting";
import { openWorld, type Person, type World } from "../support/world";

async function aQuarrel() {
  const world = await openWorld();
  const moderators = [
    await world.member("Moss", { offices: ["moderator"], branch: 90, weeksHere: 90 }),
    await world.member("Fern", { offices: ["moderator"], branch: 91, weeksHere: 91 }),
  ];
  const survivor = await world.member("Wren", { branch: 1, weeksHere: 20, alsoAs: ["Wren's other name"] });
  const other = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const harasser = await world.member("Thorn", { branch: 3, weeksHere: 3 });
  const space = await world.space("members");
  const topic = await world.topic(survivor, space);
  const post = await world.post(harasser, topic, { body: "She lives in Calle Mayor 7" });
  return { world, moderators, survivor, other, harasser, space, topic, post };
}

const stateOf = async (world: World, postId: number) =>
  (await world.read.select().from(posts).where(eq(posts.id, postId)))[0]!.state;

test("a report seals what was written, opens a case with its deadline, and hides the post from its reporter alone", async () => {
  const { world, survivor, post } = await aQuarrel();
  const filed = await report(world, survivor, post.id, { conduct: "slur", words: "Again.", wish: "stop" });
  expect(filed).toMatchObject({ already: false, hidden: false, alias: 1 });
  const found = await caseOf(world, filed.caseId);
  expect(found).toMatchObject({ state: "open", severity: "ordinary", conduct: "slur" });
  expect(found.decideBy!.getTime() - world.now.getTime()).toBeGreaterThan(71 * HOUR);
  const [copy] = await openCopies(world.read, filed.caseId);
  expect(copy!.copy).toMatchObject({ author: "Thorn", text: "She lives in Calle Mayor 7", place: "A topic" });
  const [row] = await world.read.select().from(evidence);
  expect(Buffer.from(row!.sealed).toString("latin1")).not.toContain("Calle Mayor");
  expect(await world.read.select().from(hiddenPosts)).toEqual([{ accountId: survivor.accountId, postId: post.id }]);
  expect(await stateOf(world, post.id)).toBe("visible");
});

test("relief asked for on the form acts at once, and again from the report's own page", async () => {
  const { world, survivor, other, harasser, topic, post } = await aQuarrel();
  const { reportId } = await report(world, survivor, post.id, { relief: ["block", "mute-topic"] });
  expect(await world.read.select().from(blocks)).toMatchObject([
    { ownerAccountId: survivor.accountId, pseudonymId: harasser.pseudonymId, kind: "block" },
  ]);
  expect(await world.read.select().from(topicMutes)).toMatchObject([{ topicId: topic.id }]);
  const again = await takeRelief(world.site, await world.viewer(survivor), { reportId, relief: ["mute"] }, world.now);
  expect(again).toEqual({ ok: true });
  expect((await world.read.select().from(blocks)).map((row) => row.kind).sort()).toEqual(["block", "mute"]);
  const stranger = await takeRelief(world.site, await world.viewer(other), { reportId, relief: ["block"] }, world.now);
  expect(stranger).toMatchObject({ ok: false, reason: "not-found" });
});

test("what one can't see can't be reported", async () => {
  const { world, survivor, harasser } = await aQuarrel();
  const circle = await world.space("circle", { members: [harasser] });
  const hidden = await world.topic(harasser, circle);
  expect(await tryReport(world, survivor, hidden.postId)).toBeNull();
  expect(await tryReport(world, survivor, newId())).toBeNull();
});

test("one's own post, under whichever name, isn't reported but changed", async () => {
  const { world, survivor, topic } = await aQuarrel();
  expect(await tryReport(world, survivor, topic.postId)).toMatchObject({ ok: false, reason: "own-thing" });
  const sibling = (await world.viewer(survivor)).pseudonyms[1]!;
  const item = (await findPseudonymItem(world.read, sibling.id, world.now))!;
  const input = reportForm.parse({ conduct: "other" });
  const refused = await fileReport(world.site, await world.viewer(survivor), input, item, intoCase, world.now);
  expect(refused).toMatchObject({ ok: false, reason: "own-thing" });
  expect(await world.read.$count(cases)).toBe(0);
});

test("the trace of a deleted post can be reported; its words are gone and the copy says so", async () => {
  const { world, survivor, post } = await aQuarrel();
  await world.site.database.transaction((tx) =>
    tx.update(posts).set({ state: "removed-by-author", body: "", html: "" }).where(eq(posts.id, post.id)),
  );
  const { caseId } = await report(world, survivor, post.id, { words: "They wrote my address and took it back." });
  expect((await openCopies(world.read, caseId))[0]!.copy).toMatchObject({ text: "", state: "removed-by-author" });
});

test("the same report again is answered with the one there is, whether open or decided", async () => {
  const { world, survivor, post, moderators } = await aQuarrel();
  const first = await report(world, survivor, post.id);
  expect(await report(world, survivor, post.id)).toMatchObject({ already: true, reportId: first.reportId });
  const { dealt } = await split(world, first.caseId, moderators);
  await decide(world, dealt[0]!, first.caseId);
  expect(await report(world, survivor, post.id)).toMatchObject({ already: true, reportId: first.reportId });
  expect(await world.read.$count(reports)).toBe(1);
});

test("a text that was changed after a decision can be reported anew, and so can what a pseudonym goes on doing", async () => {
  const { world, survivor, post, harasser, moderators } = await aQuarrel();
  const first = await report(world, survivor, post.id);
  const { dealt } = await split(world, first.caseId, moderators);
  await decide(world, dealt[0]!, first.caseId, { outcome: "note" });
  await world.site.database.transaction((tx) => tx.update(posts).set({ body: "Worse" }).where(eq(posts.id, post.id)));
  const second = await report(world, survivor, post.id);
  expect(second).toMatchObject({ already: false });
  expect(second.caseId).not.toBe(first.caseId);

  const item = (await findPseudonymItem(world.read, harasser.pseudonymId, world.now))!;
  const file = async () =>
    fileReport(
      world.site,
      await world.viewer(survivor),
      reportForm.parse({ conduct: "pile-on" }),
      item,
      intoCase,
      world.now,
    );
  const [one, two] = [await file(), await file()];
  expect([one, two]).toMatchObject([{ already: false }, { already: true }]);
});

test("another conduct of the same post joins the case under the same alias, and the graver one sets its clock", async () => {
  const { world, survivor, post } = await aQuarrel();
  const first = await report(world, survivor, post.id, { conduct: "slur" });
  const second = await report(world, survivor, post.id, { conduct: "threat" });
  expect(second).toMatchObject({ caseId: first.caseId, alias: 1 });
  const found = await caseOf(world, first.caseId);
  expect(found).toMatchObject({ conduct: "threat", severity: "urgent" });
  expect(found.decideBy!.getTime()).toBeLessThanOrEqual(plus(world.now, 24 * HOUR).getTime());
  expect(await world.read.$count(evidence)).toBe(1);
});

test("reports that come at the same moment join one case, each under an alias of its own", async () => {
  const { world, post } = await aQuarrel();
  const crowd: Person[] = [];
  for (let i = 0; i < 8; i++)
    crowd.push(await world.member(`Bird ${"abcdefgh"[i]}`, { branch: 50 + i, weeksHere: 50 + i }));
  const filed = await Promise.all(crowd.map((who) => report(world, who, post.id)));
  expect(new Set(filed.map((one) => one.caseId)).size).toBe(1);
  expect(filed.map((one) => one.alias).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a post is hidden for all when its reporter says it outs them, and the public log says that it was", async () => {
  const { world, survivor, post } = await aQuarrel();
  expect(await report(world, survivor, post.id, { conduct: "outing", aboutMe: true })).toMatchObject({ hidden: true });
  expect(await stateOf(world, post.id)).toBe("hidden");
  expect(await world.read.select().from(publicLog)).toMatchObject([{ act: "post-hidden", office: "software" }]);
});

test("a second reporter hides it only if they are independent of the first", async () => {
  const { world, other, post } = await aQuarrel();
  await report(world, other, post.id, { conduct: "outing" });
  const sameBranch = await world.member("Finch", { branch: 2, weeksHere: 40 });
  expect(await report(world, sameBranch, post.id, { conduct: "outing" })).toMatchObject({ hidden: false });
  const sameWeek = await world.member("Robin", { branch: 60, weeksHere: 40 });
  expect(await report(world, sameWeek, post.id, { conduct: "outing" })).toMatchObject({ hidden: false });
  const nobodys = await world.member("Swift", { branch: 61, weeksHere: 61 });
  expect(await report(world, nobodys, post.id, { conduct: "slur" })).toMatchObject({ hidden: false });
  const independent = await world.member("Heron", { branch: 62, weeksHere: 62 });
  expect(await report(world, independent, post.id, { conduct: "threat" })).toMatchObject({ hidden: true });
});

test("a troll who reports every urgent conduct on everything hides one post at most, and none again after misuse", async () => {
  const { world, moderators, survivor, harasser, topic } = await aQuarrel();
  const targets = [topic.postId];
  for (let i = 0; i < 2; i++) targets.push((await world.post(survivor, topic, { body: `Thought ${i}` })).id);
  const urgent = ["outing", "threat", "danger-to-life"] as const;
  const cases: number[] = [];
  for (const postId of targets)
    for (const conduct of urgent) {
      world.later(HOUR);
      cases.push((await report(world, harasser, postId, { conduct, aboutMe: true })).caseId);
    }
  const states = await Promise.all(targets.map((postId) => stateOf(world, postId)));
  expect(states).toEqual(["hidden", "visible", "visible"]);

  const { dealt } = await split(world, cases[0]!, moderators);
  expect(await decide(world, dealt[0]!, cases[0]!, { outcome: "no-breach", hideMisused: true })).toMatchObject({
    ok: true,
  });
  expect(await stateOf(world, topic.postId)).toBe("visible");
  world.later(29 * DAY);
  const early = await world.post(survivor, topic, { body: "One more" });
  expect(await report(world, harasser, early.id, { conduct: "threat", aboutMe: true })).toMatchObject({
    hidden: false,
  });
  world.later(2 * DAY);
  const late = await world.post(survivor, topic, { body: "And another" });
  expect(await report(world, harasser, late.id, { conduct: "threat", aboutMe: true })).toMatchObject({ hidden: true });
});

test("a text found to break nothing isn't hidden again, whoever reports it", async () => {
  const { world, survivor, other, post, moderators } = await aQuarrel();
  const { caseId } = await report(world, survivor, post.id, { conduct: "outing", aboutMe: true });
  const { dealt } = await split(world, caseId, moderators);
  await decide(world, dealt[0]!, caseId, { outcome: "no-breach" });
  const again = await report(world, other, post.id, { conduct: "outing", aboutMe: true });
  expect(again).toMatchObject({ hidden: false });
  expect(again.caseId).not.toBe(caseId);
});

test("above the limit an urgent report is still heard, quietly; any other is asked to wait", async () => {
  const { world, survivor, harasser, topic } = await aQuarrel();
  const bodies = ["One", "Two", "Three"];
  const written: number[] = [];
  for (const body of bodies) written.push((await world.post(harasser, topic, { body })).id);
  const [first, second, third] = written as [number, number, number];
  await report(world, survivor, first);
  const account = { account: survivor.accountId, standing: "member" } as const;
  for (let i = 1; i < 40; i++) await world.site.limits.take("file-report", account, world.now);
  const refused = await tryReport(world, survivor, second);
  expect(refused).toMatchObject({ ok: false, reason: "limited", pace: { deed: "file-report", limit: 40 } });
  const urgent = await report(world, survivor, third, { conduct: "threat", aboutMe: true });
  expect(urgent).toMatchObject({ already: false, hidden: false });
  expect(await caseOf(world, urgent.caseId)).toMatchObject({ severity: "urgent", state: "open" });
  expect(await tryReport(world, survivor, first)).toMatchObject({ ok: true, already: true });
});

test("conduct is named under the agreements that were in force when the thing was written", async () => {
  const { world, survivor, harasser, topic, post } = await aQuarrel();
  world.later(2 * HOUR);
  const clauses = firstAgreements
    .filter((clause) => clause.key !== "no-slurs")
    .concat([{ ...firstAgreements[0]!, key: "kind-words", conducts: ["slur"] }])
    .filter((clause) => clause.key !== "own-story");
  await world.site.database.transaction((tx) =>
    tx.insert(agreementVersions).values({ version: 2, inForce: world.now, clauses }),
  );
  const later = await world.post(harasser, topic, { body: "After the change" });
  const [old, fresh] = [await report(world, survivor, post.id), await report(world, survivor, later.id)];
  const rows = await world.read.select().from(reports);
  expect(rows.find((row) => row.id === old.reportId)).toMatchObject({ agreement: "no-slurs", agreementVersion: 1 });
  expect(rows.find((row) => row.id === fresh.reportId)).toMatchObject({ agreement: "kind-words", agreementVersion: 2 });
  expect(await tryReport(world, survivor, later.id, { conduct: "mining-stories" })).toMatchObject({
    reason: "invalid",
  });
  expect(await tryReport(world, survivor, post.id, { conduct: "mining-stories" })).toMatchObject({ ok: true });
});

test("somebody who is muted or suspended can still report", async () => {
  const { world, survivor, harasser, topic, post, moderators } = await aQuarrel();
  const { caseId } = await report(world, survivor, post.id);
  const { dealt } = await split(world, caseId, moderators);
  await decide(world, dealt[0]!, caseId, { outcome: "suspension", days: 3 });
  expect(await tryReport(world, harasser, topic.postId)).toMatchObject({ ok: true });
});

test("my reports show where each stands, and nobody else's report is there for me", async () => {
  const { world, survivor, other, post, moderators } = await aQuarrel();
  const { reportId, caseId } = await report(world, survivor, post.id, { words: "Please." });
  const viewer = await world.viewer(survivor);
  expect(await listMyReports(world.read, viewer, world.now)).toMatchObject([
    { id: reportId, status: "waiting", author: "Thorn", asked: null },
  ]);
  const { dealt } = await split(world, caseId, moderators);
  await decide(world, dealt[0]!, caseId);
  expect(await findMyReport(world.read, viewer, reportId)).toMatchObject({
    status: "decided",
    decision: { outcome: "mute", days: 3, reasons: "We muted them for three days." },
    clause: { key: "no-slurs" },
  });
  expect(await findMyReport(world.read, await world.viewer(other), reportId)).toBeNull();
  expect(await listMyReports(world.read, await world.viewer(other), world.now)).toEqual([]);
});

test("a sealed copy that was tampered with doesn't open", async () => {
  const { world, survivor, post } = await aQuarrel();
  const { caseId } = await report(world, survivor, post.id);
  const [row] = await world.read.select().from(evidence);
  const sealed = Buffer.from(row!.sealed);
  sealed[20] = sealed[20]! ^ 1;
  await world.site.database.transaction((tx) => tx.update(evidence).set({ sealed }));
  await expect(openCopies(world.read, caseId)).rejects.toThrow();
});
