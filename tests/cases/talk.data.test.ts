import { expect, test } from "vitest";
import { caseMessages, notifications } from "#db/schema";
import { decideCase } from "~/cases/decide-case.server";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { answerAsReporter } from "~/cases/talk/answer-handlers.server";
import { askForStatement, askReporter, spareStatement } from "~/cases/talk/ask-side.server";
import { endWaits } from "~/cases/talk/end-waits.server";
import { findMyTalk, findStatement } from "~/cases/talk/talk-queries.server";
import { newId } from "~/platform/ids";
import { DAY, HOUR, MINUTE, plus } from "~/platform/time";
import { leaveForGood } from "~/retention/leave-for-good.server";
import {
  aMute,
  answer,
  aReportedCase,
  ask,
  askAbout,
  caseOf,
  claim,
  decide,
  kinds,
  queueOf,
  report,
  see,
  split,
  state,
} from "../support/reporting";
import type { Person, World } from "../support/world";

const mine = async (world: World, who: Person, reportId: number) =>
  findMyTalk(world.read, await world.viewer(who), reportId);
const asked = async (world: World, who: Person, caseId: number) =>
  findStatement(world.read, await world.viewer(who), caseId);
const newsOf = async (world: World, kind: string) =>
  (await world.read.select().from(notifications)).filter((one) => one.kind === kind);

const EVERYTHING = { answers: "erase", topics: "erase", gatherings: "erase" } as const;

test("a moderator asks a reporter, the reporter answers, and neither learns a name of the other", async () => {
  const { world, moderators, survivor, reportId, caseId } = await aReportedCase();
  expect(await ask(world, moderators[0]!, caseId, "When did it begin?")).toEqual({ ok: true });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "waiting-for-reporter", holderPseudonymId: null });
  expect(await newsOf(world, "question-asked")).toMatchObject([
    { accountId: survivor.accountId, reportId, pseudonymId: null, caseId: null },
  ]);
  const talk = (await mine(world, survivor, reportId))!;
  expect(talk.said).toMatchObject([{ kind: "question", words: "When did it begin?" }]);
  expect(JSON.stringify(talk)).not.toContain("Moss");

  expect(await answer(world, survivor, reportId, "In spring.")).toEqual({ ok: true });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
  expect(await newsOf(world, "case-answered")).toHaveLength(2);
  const page = (await see(world, moderators[1]!, caseId))!;
  expect(page.talk.threads).toMatchObject([
    {
      alias: 1,
      waits: null,
      said: [
        { words: "When did it begin?", by: "Moss" },
        { words: "In spring.", by: null },
      ],
    },
  ]);
  for (const secret of ["Wren", String(survivor.accountId), String(survivor.pseudonymId)])
    expect(JSON.stringify(page)).not.toContain(secret);
  expect(await kinds(world, caseId)).toEqual(["opened", "claimed", "asked", "answered"]);
});

test("a reporter reads the whole of their own thread and nothing of anybody else's", async () => {
  const { world, moderators, survivor, harasser, post, reportId, caseId } = await aReportedCase();
  const lark = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const second = await report(world, lark, post.id);
  const again = await report(world, survivor, post.id, { conduct: "pile-on" });
  await ask(world, moderators[0]!, caseId, "To the first.", 1);
  await ask(world, moderators[0]!, caseId, "To the second.", second.alias);
  await askAbout(world, moderators[0]!, caseId, { note: "To the other side." });
  await answer(world, lark, second.reportId, "From the second.");
  await state(world, harasser, caseId, "From the other side.");
  for (const id of [reportId, again.reportId])
    expect((await mine(world, survivor, id))!.said.map((one) => one.words)).toEqual(["To the first."]);
  expect((await mine(world, lark, second.reportId))!.said).toHaveLength(2);
  expect((await asked(world, harasser, caseId))!.said.map((one) => one.words)).toEqual([
    "To the other side.",
    "From the other side.",
  ]);
  for (const who of [lark, harasser, ...moderators]) {
    expect(await mine(world, who, reportId)).toBeNull();
    expect(await answer(world, who, reportId, "Me, too.")).toMatchObject({ reason: "not-found" });
  }
  expect(await answer(world, survivor, newId(), "x")).toMatchObject({ reason: "not-found" });
});

test("what was said lies sealed in the database", async () => {
  const { world, moderators, survivor, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "elderberry question");
  await answer(world, survivor, reportId, "elderberry answer");
  for (const row of await world.read.select().from(caseMessages))
    expect(Buffer.from(row.sealed).toString("latin1")).not.toContain("elderberry");
});

test("asking moves the deadline of a case that isn't urgent by a day, once, and an urgent one's never", async () => {
  const { world, moderators, survivor, post, reportId, caseId } = await aReportedCase();
  const before = (await caseOf(world, caseId)).decideBy!;
  await ask(world, moderators[0]!, caseId, "When?");
  expect((await caseOf(world, caseId)).decideBy).toEqual(plus(before, DAY));
  await answer(world, survivor, reportId, "Now.");
  await ask(world, moderators[0]!, caseId, "Where?");
  expect((await caseOf(world, caseId)).decideBy).toEqual(plus(before, DAY));
  await report(world, survivor, post.id, { conduct: "threat" });
  const urgent = (await caseOf(world, caseId)).decideBy!;
  expect(urgent < before).toBe(true);
  await askAbout(world, moderators[0]!, caseId, { why: "They know already." });
  expect((await caseOf(world, caseId)).decideBy).toEqual(urgent);
});

test("after 48 hours without an answer the case is open again; the reporter can answer all the same", async () => {
  const { world, moderators, survivor, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  world.later(48 * HOUR - MINUTE);
  expect(await endWaits(world.site, world.now)).toBe(0);
  world.later(MINUTE);
  expect(await endWaits(world.site, world.now)).toBe(1);
  expect(await endWaits(world.site, world.now)).toBe(0);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
  expect((await kinds(world, caseId)).at(-1)).toBe("wait-over");
  expect(await mine(world, survivor, reportId)).toMatchObject({ waits: null, canAnswer: true });
  expect(await answer(world, survivor, reportId, "Sorry, I was away.")).toEqual({ ok: true });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
});

test("waiting never keeps a case past its deadline", async () => {
  const { world, moderators, survivor, post, caseId } = await aReportedCase();
  await report(world, survivor, post.id, { conduct: "threat" });
  await ask(world, moderators[0]!, caseId, "Are you safe?");
  world.later(24 * HOUR);
  await endWaits(world.site, world.now);
  await escalateOverdue(world.site, world.now);
  expect((await caseOf(world, caseId)).state).not.toBe("waiting-for-reporter");
  expect(await queueOf(world, moderators[1]!)).toHaveLength(1);
});

test("a case that waits can be taken up and decided without the answer", async () => {
  const { world, moderators, survivor, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  expect(await decide(world, moderators[1]!, caseId)).toMatchObject({ ok: true, state: "in-force" });
  expect(await answer(world, survivor, reportId, "Too late?")).toMatchObject({ reason: "already-decided" });
  world.later(3 * DAY);
  await endWaits(world.site, world.now);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "decided" });
});

test("one question at a time, and five in all", async () => {
  const { world, moderators, survivor, reportId, caseId } = await aReportedCase();
  expect(await ask(world, moderators[0]!, caseId, "1")).toEqual({ ok: true });
  expect(await ask(world, moderators[0]!, caseId, "again")).toMatchObject({ reason: "asked-already" });
  for (const question of ["2", "3", "4", "5"]) {
    await answer(world, survivor, reportId, "…");
    expect(await ask(world, moderators[0]!, caseId, question)).toEqual({ ok: true });
  }
  await answer(world, survivor, reportId, "…");
  expect(await ask(world, moderators[0]!, caseId, "6")).toMatchObject({ reason: "asked-enough" });
  expect(await ask(world, moderators[0]!, caseId, "to nobody", 99)).toMatchObject({ reason: "invalid" });
});

test("only who holds the case can ask; to whom it wasn't dealt it doesn't exist", async () => {
  const { world, moderators, survivor, harasser, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash", "Elm", "Yew", "Fir"],
  });
  const { dealt, others } = await split(world, caseId, moderators);
  const leaseNumber = await claim(world, dealt[0]!, caseId);
  const given = { caseId, leaseNumber, note: "x" };
  const deeds = async (who: Person) => {
    const viewer = await world.viewer(who);
    return [
      await askReporter(world.site, viewer, { ...given, alias: 1 }, world.now),
      await askForStatement(world.site, viewer, { ...given, risk: "no", why: "" }, world.now),
      await spareStatement(world.site, viewer, given, world.now),
    ];
  };
  for (const who of [...others, survivor, harasser])
    for (const deed of await deeds(who)) expect(deed).toEqual({ ok: false, reason: "not-found" });
  for (const deed of await deeds(dealt[1]!)) expect(deed).toMatchObject({ reason: "claim-first" });
  expect(await world.read.$count(caseMessages)).toBe(0);
});

test("the one it is about makes a statement, once asked, and learns nothing of who reported or who asks", async () => {
  const { world, moderators, survivor, harasser, reportId, caseId } = await aReportedCase();
  expect(await asked(world, harasser, caseId)).toBeNull();
  expect(await state(world, harasser, caseId, "What?")).toMatchObject({ reason: "not-found" });
  expect(await askAbout(world, moderators[0]!, caseId)).toEqual({ ok: true });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "claimed" });
  expect(await newsOf(world, "statement-asked")).toMatchObject([
    { pseudonymId: harasser.pseudonymId, accountId: null, caseId },
  ]);
  const page = (await asked(world, harasser, caseId))!;
  expect(page).toMatchObject({ name: "Thorn", conduct: "slur", canAnswer: true });
  for (const secret of ["Wren", "Moss", "Fern", String(survivor.accountId), String(survivor.pseudonymId)])
    expect(JSON.stringify(page)).not.toContain(secret);
  for (const who of [survivor, ...moderators]) expect(await asked(world, who, caseId)).toBeNull();
  expect(await state(world, harasser, caseId, "It was a quote.")).toEqual({ ok: true });
  expect((await see(world, moderators[1]!, caseId))!.talk.statement.at(-1)).toMatchObject({ words: "It was a quote." });
  expect((await mine(world, survivor, reportId))!.said).toEqual([]);
});

test("nobody is asked where it could put somebody at risk, and of a threat only with a reason", async () => {
  const { world, moderators, survivor, post, harasser, caseId } = await aReportedCase();
  expect(await askAbout(world, moderators[0]!, caseId, { risk: "could" })).toMatchObject({ reason: "not-safe" });
  await report(world, survivor, post.id, { conduct: "threat" });
  expect(await askAbout(world, moderators[0]!, caseId)).toMatchObject({ reason: "say-why" });
  expect(await asked(world, harasser, caseId)).toBeNull();
  expect(await askAbout(world, moderators[0]!, caseId, { why: "They wrote to us first." })).toEqual({ ok: true });
  const { entries } = (await see(world, moderators[1]!, caseId))!;
  expect(entries.find((one) => one.kind === "statement-asked")).toMatchObject({ words: "They wrote to us first." });
});

const removal = { ...aMute, outcome: "removal" as const, days: undefined };

test("a removal waits until the other side was heard, let the time pass, or somebody says why not", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const decideNow = async () => {
    const leaseNumber = await claim(world, moderators[0]!, caseId);
    return decideCase(world.site, await world.viewer(moderators[0]!), { ...removal, caseId, leaseNumber }, world.now);
  };
  expect(await decideNow()).toMatchObject({ reason: "statement-first" });
  await askAbout(world, moderators[0]!, caseId);
  expect(await decideNow()).toMatchObject({ reason: "statement-first" });
  world.later(2 * DAY);
  await endWaits(world.site, world.now);
  expect(await decideNow()).toMatchObject({ ok: true, state: "waiting-for-second" });
});

test.each<[string, (setting: Awaited<ReturnType<typeof aReportedCase>>) => Promise<unknown>]>([
  [
    "they answered",
    async ({ world, moderators, harasser, caseId }) => {
      await askAbout(world, moderators[0]!, caseId);
      await state(world, harasser, caseId, "Sorry.");
    },
  ],
  ["it is urgent", async ({ world, survivor, post }) => report(world, survivor, post.id, { conduct: "threat" })],
  [
    "they left",
    async ({ world, harasser }) => leaveForGood(world.site, await world.viewer(harasser), EVERYTHING, world.now),
  ],
])("a removal can be decided at once when %s", async (_, happened) => {
  const setting = await aReportedCase();
  await happened(setting);
  const { world, moderators, caseId } = setting;
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  const viewer = await world.viewer(moderators[0]!);
  expect(await decideCase(world.site, viewer, { ...removal, caseId, leaseNumber }, world.now)).toMatchObject({
    ok: true,
  });
});

test("a question that meets a decision: one of them happens, and the case is never half of both", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  const viewer = await world.viewer(moderators[0]!);
  const both = await Promise.all([
    askReporter(world.site, viewer, { caseId, leaseNumber, alias: 1, note: "When?" }, world.now),
    decideCase(world.site, viewer, { ...aMute, caseId, leaseNumber }, world.now),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const found = await caseOf(world, caseId);
  expect(found.state).toBe(both[0]!.ok ? "waiting-for-reporter" : "decided");
  expect(await world.read.$count(caseMessages)).toBe(both[0]!.ok ? 1 : 0);
});

test("two answers at once are both kept, in their order", async () => {
  const { world, moderators, survivor, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  const viewer = await world.viewer(survivor);
  const sent = await Promise.all(
    ["one", "two"].map((words) => answerAsReporter(world.site, viewer, { reportId, words }, world.now)),
  );
  expect(sent.every((one) => one.ok)).toBe(true);
  expect((await mine(world, survivor, reportId))!.said.map((one) => one.position)).toEqual([1, 2, 3]);
});
