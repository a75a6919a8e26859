import { expect, test } from "vitest";
import { conductOptOuts, handlerWishes, notifications, offices, publicLog, rotaWeeks } from "#db/schema";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { tellTheOthers } from "~/cases/shifts/first-call.server";
import { decidedByAll, ownLoad } from "~/cases/shifts/load-queries.server";
import { optOut } from "~/cases/shifts/opt-out.server";
import { changeWeek, readRota } from "~/cases/shifts/rota.server";
import { fewTake } from "~/cases/shifts/shift-queries.server";
import { endBreak, takeBreak } from "~/cases/shifts/take-break.server";
import { DAY, HOUR, weekOf } from "~/platform/time";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { sweep } from "~/retention/sweep.server";
import {
  aCase,
  aReportedCase,
  caseOf,
  claim,
  dealtTo,
  decide,
  kinds,
  queueOf,
  report,
  see,
} from "../support/reporting";
import type { Person, World } from "../support/world";

type Conducts = Parameters<typeof optOut>[2]["conducts"];

const rest = async (world: World, who: Person, days = 7, note = "") =>
  takeBreak(world.site, await world.viewer(who), { slot: 1, days, note }, world.now);
const wontTake = async (world: World, who: Person, ...conducts: Conducts) =>
  optOut(world.site, await world.viewer(who), { slot: 1, conducts }, world.now);
const onCall = async (world: World, who: Person, week = weekOf(world.now), intent: "take" | "give-back" = "take") =>
  changeWeek(world.site, await world.viewer(who), { slot: 1, week, intent }, world.now);
const told = async (world: World, caseId: number) =>
  (await world.read.select().from(notifications))
    .filter((one) => one.kind === "case-dealt" && one.caseId === caseId)
    .map((one) => one.pseudonymId);

test("what somebody would rather not decide is dealt to others, and the log counts nobody as recused", async () => {
  const { world, moderators, survivor, post } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const [moss, fern, ash] = moderators as [Person, Person, Person];
  expect(await wontTake(world, moss, "slur", "slur")).toEqual({ ok: true });
  const { caseId } = await report(world, survivor, post.id);
  expect((await dealtTo(world, caseId)).sort()).toEqual([fern.pseudonymId, ash.pseudonymId].sort());
  expect(await see(world, moss, caseId)).toBeNull();
  expect(await world.read.$count(publicLog)).toBe(0);
});

test("other conduct is dealt to them as ever", async () => {
  const { world, moderators, survivor, post } = await aCase();
  await wontTake(world, moderators[0]!, "outing");
  const { caseId } = await report(world, survivor, post.id);
  expect(await dealtTo(world, caseId)).toContain(moderators[0]!.pseudonymId);
});

test("opting out passes open cases of such conduct on, with those in one's hands; the rest stays", async () => {
  const { world, moderators, caseId, survivor, topic, harasser } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash"],
  });
  const dealt = await dealtTo(world, caseId);
  const mine = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  await claim(world, mine, caseId);
  const second = await world.post(harasser, topic, { body: "And again" });
  const { caseId: other } = await report(world, survivor, second.id, { conduct: "other" });
  const before = await dealtTo(world, other);
  await wontTake(world, mine, "slur");
  expect(await dealtTo(world, caseId)).not.toContain(mine.pseudonymId);
  expect(await dealtTo(world, caseId)).toHaveLength(2);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open", holderPseudonymId: null });
  expect((await kinds(world, caseId)).at(-1)).toBe("released");
  expect((await dealtTo(world, other)).sort()).toEqual(before.sort());
});

test("when everybody would rather not, two of them get it all the same", async () => {
  const { world, moderators, survivor, post } = await aCase({ moderators: ["Moss", "Fern", "Ash", "Elm"] });
  for (const who of moderators) await wontTake(world, who, "slur");
  const { caseId } = await report(world, survivor, post.id);
  expect(await dealtTo(world, caseId)).toHaveLength(2);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
});

test("a conflict weighs more than anybody's wish: whoever has one isn't asked to fill up", async () => {
  const { world, moderators, post } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const [moss, fern, ash] = moderators as [Person, Person, Person];
  await wontTake(world, fern, "slur");
  const { caseId } = await report(world, moss, post.id);
  expect((await dealtTo(world, caseId)).sort()).toEqual([fern.pseudonymId, ash.pseudonymId].sort());
});

test("a break hands back what one holds, with the note in it, and nothing new is dealt until it's over", async () => {
  const { world, moderators, caseId, survivor, topic, harasser } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash"],
  });
  const dealt = await dealtTo(world, caseId);
  const mine = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  await claim(world, mine, caseId);
  expect(await rest(world, mine, 3, "I was about to ask.")).toEqual({ ok: true });
  expect(await queueOf(world, mine)).toEqual([]);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open", holderPseudonymId: null });
  const other = moderators.find((one) => one !== mine)!;
  const page = await see(world, other, caseId);
  expect(page?.entries.at(-1)).toMatchObject({ kind: "released", actor: mine.name, words: "I was about to ask." });
  const again = await world.post(harasser, topic, { body: "And again" });
  const next = await report(world, survivor, again.id);
  expect(await dealtTo(world, next.caseId)).not.toContain(mine.pseudonymId);
  world.later(4 * DAY);
  const third = await world.post(harasser, topic, { body: "Still" });
  for (const who of moderators.filter((one) => one !== mine)) await rest(world, who, 1);
  const last = await report(world, survivor, third.id);
  expect(await dealtTo(world, last.caseId)).toEqual([mine.pseudonymId]);
});

test("coming back early is a press, and cases are dealt again", async () => {
  const { world, moderators, survivor, post } = await aCase();
  await rest(world, moderators[0]!, 30);
  await endBreak(world.site, await world.viewer(moderators[0]!), { slot: 1 }, world.now);
  const { caseId } = await report(world, survivor, post.id);
  expect(await dealtTo(world, caseId)).toContain(moderators[0]!.pseudonymId);
});

test("with every moderator resting a case goes to a steward; the log says so and counts nobody as recused", async () => {
  const { world, moderators, stewards, survivor, post } = await aCase({ steward: true });
  for (const who of moderators) await rest(world, who);
  const { caseId } = await report(world, survivor, post.id);
  expect(await dealtTo(world, caseId)).toEqual([stewards[0]!.pseudonymId]);
  expect(await world.read.select().from(publicLog)).toMatchObject([{ details: { recused: 0, to: "steward" } }]);
});

test("with everybody resting a case is dealt among them all the same: none is out of everybody's sight", async () => {
  const { world, moderators, survivor, post } = await aCase();
  for (const who of moderators) await rest(world, who);
  const { caseId } = await report(world, survivor, post.id);
  expect((await dealtTo(world, caseId)).sort()).toEqual(moderators.map((one) => one.pseudonymId).sort());
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
});

test("fresh eyes at a missed deadline are never those of somebody who rests", async () => {
  const { world, moderators, caseId } = await aReportedCase({ moderators: ["Moss", "Fern", "Ash", "Elm"] });
  const dealt = await dealtTo(world, caseId);
  const others = moderators.filter((one) => !dealt.includes(one.pseudonymId));
  await rest(world, others[0]!);
  world.later(25 * HOUR);
  await escalateOverdue(world.site, world.now);
  expect((await dealtTo(world, caseId)).sort()).toEqual([...dealt, others[1]!.pseudonymId].sort());
});

test("only somebody who handles cases, as a name of theirs that does, may wish for anything", async () => {
  const { world, moderators, survivor } = await aCase();
  const stranger = await world.viewer(survivor);
  const viewer = await world.viewer(moderators[0]!);
  for (const [who, slot] of [
    [stranger, 1],
    [viewer, 2],
    [viewer, 5],
  ] as const) {
    const refusal = { ok: false, reason: "not-allowed" };
    expect(await optOut(world.site, who, { slot, conducts: ["slur"] }, world.now)).toEqual(refusal);
    expect(await takeBreak(world.site, who, { slot, days: 3, note: "" }, world.now)).toEqual(refusal);
    expect(await endBreak(world.site, who, { slot }, world.now)).toEqual(refusal);
    const week = { slot, week: weekOf(world.now), intent: "take" } as const;
    expect(await changeWeek(world.site, who, week, world.now)).toEqual(refusal);
  }
  expect(await world.read.$count(conductOptOuts)).toBe(0);
});

test("few: urgent conduct that fewer than two others take, without a name or a number", async () => {
  const { world, moderators } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const [moss, fern, ash] = moderators as [Person, Person, Person];
  expect(await fewTake(world.read, moss.pseudonymId, world.now)).toEqual([]);
  await wontTake(world, fern, "outing", "slur");
  expect(await fewTake(world.read, moss.pseudonymId, world.now)).toEqual(["outing"]);
  await rest(world, ash);
  expect(await fewTake(world.read, moss.pseudonymId, world.now)).toContain("threat");
});

test("a week of first call is taken and given back, by oneself alone; taking it twice is taking it once", async () => {
  const { world, moderators } = await aCase();
  const [moss, fern] = moderators as [Person, Person];
  const next = weekOf(world.now) + 1;
  await Promise.all([onCall(world, moss, next), onCall(world, moss, next), onCall(world, fern, next)]);
  const names = async () => (await readRota(world.read, world.now))[1]!.takenBy.map((one) => one.name);
  expect(await names()).toEqual(["Fern", "Moss"]);
  await onCall(world, moss, next, "give-back");
  expect(await names()).toEqual(["Fern"]);
  for (const week of [weekOf(world.now) - 1, weekOf(world.now) + 6, 2 ** 40])
    expect(await onCall(world, moss, week)).toMatchObject({ ok: false, reason: "invalid" });
});

test("those on first call hear first of an urgent case; the others when nobody has taken it for an hour or two", async () => {
  const { world, moderators, survivor, post } = await aCase();
  const [moss, fern] = moderators as [Person, Person];
  await onCall(world, moss);
  const { caseId } = await report(world, survivor, post.id, { conduct: "threat" });
  expect(await told(world, caseId)).toEqual([moss.pseudonymId]);
  expect((await queueOf(world, fern)).map((one) => one.id)).toEqual([caseId]);
  await tellTheOthers(world.site, world.now);
  expect(await told(world, caseId)).toEqual([moss.pseudonymId]);
  world.later(2 * HOUR);
  await Promise.all([tellTheOthers(world.site, world.now), tellTheOthers(world.site, world.now)]);
  await tellTheOthers(world.site, world.now);
  expect((await told(world, caseId)).sort()).toEqual([moss.pseudonymId, fern.pseudonymId].sort());
});

test("once somebody has taken it, the others aren't called; and what isn't urgent is told to all at once", async () => {
  const { world, moderators, survivor, post, topic, harasser } = await aCase();
  const [moss] = moderators as [Person, Person];
  await onCall(world, moss);
  const { caseId } = await report(world, survivor, post.id, { conduct: "threat" });
  await claim(world, moss, caseId);
  world.later(3 * HOUR);
  await tellTheOthers(world.site, world.now);
  expect(await told(world, caseId)).toEqual([moss.pseudonymId]);
  const second = await world.post(harasser, topic, { body: "And again" });
  const calm = await report(world, survivor, second.id, { conduct: "other" });
  expect(await told(world, calm.caseId)).toHaveLength(2);
});

test("first call changes nothing about the lot: a case that isn't dealt to them says nothing", async () => {
  const { world, moderators, survivor, topic, harasser } = await aCase({ moderators: ["Moss", "Fern", "Ash", "Elm"] });
  const moss = moderators[0]!;
  await onCall(world, moss);
  let without = 0;
  for (let i = 0; i < 12; i++) {
    const post = await world.post(harasser, topic, { body: `Again ${i}` });
    const { caseId } = await report(world, survivor, post.id, { conduct: "threat" });
    const dealt = await dealtTo(world, caseId);
    if (!dealt.includes(moss.pseudonymId)) without += 1;
    expect(await told(world, caseId)).toHaveLength(dealt.includes(moss.pseudonymId) ? 1 : 2);
  }
  expect(without).toBeGreaterThan(0);
});

test("a break gives weeks of first call back that begin within it", async () => {
  const { world, moderators } = await aCase();
  const moss = moderators[0]!;
  const week = weekOf(world.now);
  for (const one of [week, week + 1, week + 3]) await onCall(world, moss, one);
  await rest(world, moss, 7);
  expect((await world.read.select().from(rotaWeeks)).map((one) => one.week)).toEqual([week + 3]);
});

test("one's own load counts what is dealt, held and decided by how urgent it is; all together are counted as one", async () => {
  const { world, moderators, survivor, topic, harasser } = await aCase();
  const [moss, fern] = moderators as [Person, Person];
  const cases: number[] = [];
  for (const conduct of ["threat", "threat", "outing", "slur"] as const) {
    const post = await world.post(harasser, topic, { body: `Once more: ${conduct}` });
    cases.push((await report(world, survivor, post.id, { conduct })).caseId);
  }
  const [first, second, third, fourth] = cases as [number, number, number, number];
  await decide(world, moss, first);
  await claim(world, moss, second);
  await claim(world, moss, third);
  await decide(world, fern, fourth);
  const load = await ownLoad(world.read, moss.pseudonymId, world.now);
  expect(load).toMatchObject({
    dealt: { urgent: 2, ordinary: 0 },
    held: { urgent: 2, ordinary: 0 },
    decided: { urgent: 1, ordinary: 0 },
    urgentLately: 3,
  });
  expect(load.days).toHaveLength(7);
  expect(load.days.at(-1)).toMatchObject({ urgent: 3, ordinary: 0 });
  expect(await decidedByAll(world.read, world.now)).toEqual({ urgent: 1, ordinary: 1 });
  world.later(8 * DAY);
  expect(await ownLoad(world.read, moss.pseudonymId, world.now)).toMatchObject({
    decided: { urgent: 0, ordinary: 0 },
    urgentLately: 0,
  });
});

test("past breaks and weeks are forgotten, and all of it goes with the office", async () => {
  const { world, moderators } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const [moss, fern] = moderators as [Person, Person];
  for (const who of [moss, fern]) {
    await wontTake(world, who, "outing");
    await onCall(world, who, weekOf(world.now) + 1);
  }
  await rest(world, moss, 2);
  const choices = { answers: "erase", topics: "erase", gatherings: "erase" } as const;
  await leaveForGood(world.site, await world.viewer(fern), choices, world.now);
  for (const table of [conductOptOuts, rotaWeeks] as const)
    expect((await world.read.select().from(table)).map((row) => row.pseudonymId)).not.toContain(fern.pseudonymId);
  await sweep(world.site, world.later(15 * DAY));
  expect(await world.read.select().from(handlerWishes)).toMatchObject([{ backOn: null }]);
  expect(await world.read.$count(rotaWeeks)).toBe(0);
  expect(await world.read.$count(conductOptOuts)).toBe(1);
  await world.site.database.transaction((tx) => tx.delete(offices));
  await sweep(world.site, world.now);
  expect([await world.read.$count(handlerWishes), await world.read.$count(conductOptOuts)]).toEqual([0, 0]);
});
