import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { evidence, notifications, outsideReports, posts, publicLog, sanctions } from "#db/schema";
import { declareTie } from "~/cases/declare-tie.server";
import { escalateOutside } from "~/cases/outside/escalate-outside.server";
import { jobs } from "~/jobs/jobs.server";
import { DAY, HOUR, MINUTE, plus } from "~/platform/time";
import { fromOutside, takedown } from "../support/outside";
import { caseOf, dealtTo, decide, kinds, report, see } from "../support/reporting";
import type { World } from "../support/world";
import { answer, aScene, bring, hide, look, receipt } from "./outside-desk";

test("child material becomes a case of stewards alone: sealed for them, and of a hidden post the words are taken out", async () => {
  const { world, place, post, moss, fern, oak } = await aScene();
  const { id, code } = await takedown(world, { conduct: "child-material", place, words: "A child is in it" });
  await hide(world, oak, id);
  for (const moderator of [moss, fern])
    expect(await bring(world, moderator, id)).toMatchObject({ reason: "not-found" });
  expect(await bring(world, oak, id)).toMatchObject({ ok: true });
  const caseId = (await world.read.select().from(outsideReports))[0]!.caseId!;
  expect(await caseOf(world, caseId)).toMatchObject({ quarantine: "standing", conduct: "child-material" });
  expect(await dealtTo(world, caseId)).toEqual([oak.pseudonymId]);
  expect(await kinds(world, caseId)).toEqual(["from-outside", "hidden", "set-aside"]);
  for (const moderator of [moss, fern]) expect(await see(world, moderator, caseId)).toBeNull();
  expect(await see(world, oak, caseId)).toMatchObject({ aside: true, copies: [] });
  expect((await world.read.select().from(evidence)).every((copy) => copy.recipient !== null)).toBe(true);
  const [row] = await world.read.select().from(posts).where(eq(posts.id, post.id));
  expect(row).toMatchObject({ state: "hidden", body: "" });
  expect(await receipt(world, code)).toMatchObject({ status: "in-case" });
});

test("a case that moderators had goes from them to stewards when somebody outside says that it is child material", async () => {
  const { world, place, post, moss, fern, oak, survivor } = await aScene();
  const { caseId } = await report(world, survivor, post.id);
  const { id } = await takedown(world, { conduct: "child-material", place });
  expect(await bring(world, oak, id)).toMatchObject({ ok: true });
  expect(await dealtTo(world, caseId)).toEqual([oak.pseudonymId]);
  for (const moderator of [moss, fern]) expect(await see(world, moderator, caseId)).toBeNull();
});

test("what is told in words alone can be a case: about nobody, with what was told sealed, and it ends in words", async () => {
  const { world, moss, moderators } = await aScene();
  const { id, code } = await fromOutside(world, {
    place: "In a chat of theirs",
    words: "They sell rooms.",
    conduct: "other",
  });
  expect(await bring(world, moss, id, "We look into it.")).toMatchObject({ ok: true });
  expect(await bring(world, moss, id)).toMatchObject({ reason: "already-done" });
  const caseId = (await world.read.select().from(outsideReports))[0]!.caseId!;
  expect(await caseOf(world, caseId)).toMatchObject({ subjectKind: "elsewhere", respondentPseudonymId: null });
  const dealt = await dealtTo(world, caseId);
  const decider = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  expect(await see(world, decider, caseId)).toMatchObject({
    namesNobody: true,
    respondentLeft: false,
    prior: [],
    copies: [{ place: "In a chat of theirs", text: "They sell rooms.", author: "" }],
    reports: [{ alias: 0, words: "In a chat of theirs\n\nThey sell rooms." }],
    atOnce: { offered: [] },
    talk: { canAskRespondent: false },
  });
  const sanctioned = { outcome: "warning", days: undefined, agreement: "care" } as const;
  expect(await decide(world, decider, caseId, sanctioned)).toMatchObject({ reason: "invalid" });
  const noted = { outcome: "note", days: undefined, agreement: "care", toRespondent: "" } as const;
  expect(await decide(world, decider, caseId, noted)).toMatchObject({ ok: true });
  expect(await receipt(world, code)).toMatchObject({ status: "decided", removed: false, answer: "We look into it." });
  expect(await world.read.$count(sanctions)).toBe(0);
});

test("whoever knows somebody in a case that names nobody can leave it, and keeps every other", async () => {
  const { world, moss } = await aScene();
  for (const words of ["One", "Two"]) await bring(world, moss, (await fromOutside(world, { words })).id);
  const [first, second] = (await world.read.select().from(outsideReports)).map((one) => one.caseId!);
  expect(await declareTie(world.site, await world.viewer(moss), first!, world.now)).toMatchObject({ ok: true });
  expect(await see(world, moss, first!)).toBeNull();
  expect(await see(world, moss, second!)).not.toBeNull();
});

const passings = async (world: World) =>
  (await world.read.select().from(publicLog))
    .filter((one) => one.act === "outside-escalated")
    .map((one) => one.details);
const toldLate = async (world: World) =>
  (
    await world.read
      .select()
      .from(notifications)
      .where(eq(notifications.kind, "outside-late"))
      .orderBy(notifications.bump)
  ).map((one) => one.pseudonymId);

test("a missed deadline goes to one unconflicted moderator, then to a steward; the log and the code's holder can read it", async () => {
  const { world, topic, moss, fern, oak } = await aScene();
  const theirs = await world.post(moss, topic, { body: "A moderator's own" });
  const { id, code } = await fromOutside(world, { place: `/t/${topic.link}/${theirs.position}` });
  world.later(72 * HOUR - MINUTE);
  expect(await escalateOutside(world.site, world.now)).toBe(0);
  world.later(2 * MINUTE);
  expect(await escalateOutside(world.site, world.now)).toBe(1);
  expect(await escalateOutside(world.site, world.now)).toBe(0);
  expect(await toldLate(world)).toEqual([fern.pseudonymId]);
  expect(await look(world, fern, id)).toMatchObject({ timesPassed: 1, withYou: true, late: false });
  expect(await look(world, oak, id)).toMatchObject({ timesPassed: 1, withYou: false });
  expect(await receipt(world, code)).toMatchObject({ status: "waiting", timesPassed: 1, late: false });
  world.later(DAY);
  expect(await escalateOutside(world.site, world.now)).toBe(1);
  world.later(DAY);
  expect(await escalateOutside(world.site, world.now)).toBe(1);
  expect(await toldLate(world)).toEqual([fern.pseudonymId, oak.pseudonymId]);
  expect(await passings(world)).toEqual([
    { kind: "outside-report", to: "moderator" },
    { kind: "outside-report", to: "steward" },
    { kind: "outside-report", to: "nobody new" },
  ]);
  await answer(world, oak, id);
  world.later(2 * DAY);
  expect(await escalateOutside(world.site, world.now)).toBe(0);
  expect(await receipt(world, code)).toMatchObject({ status: "answered", timesPassed: 0 });
});

test("late child material goes to stewards alone, and a clock that was ahead gives no report a month", async () => {
  const { world, oak } = await aScene();
  const { id } = await takedown(world, { conduct: "child-material" });
  world.later(48 * HOUR);
  expect(await escalateOutside(world.site, world.now)).toBe(1);
  expect(await toldLate(world)).toEqual([oak.pseudonymId]);
  world.later(-30 * DAY);
  expect(await escalateOutside(world.site, world.now)).toBe(0);
  expect((await look(world, oak, id))!.decideBy!.getTime()).toBeLessThanOrEqual(plus(world.now, 48 * HOUR).getTime());
  world.later(49 * HOUR);
  expect(await escalateOutside(world.site, world.now)).toBe(1);
  expect(jobs.map((job) => job.run)).toContain(escalateOutside);
});
