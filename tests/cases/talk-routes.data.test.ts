import { expect, test } from "vitest";
import { caseMessages, sanctions } from "#db/schema";
import { newId, toLink } from "~/platform/ids";
import { DAY, plus } from "~/platform/time";
import * as oneCase from "~/routes/moderation.cases.$case";
import * as news from "~/routes/notifications";
import * as oneReport from "~/routes/reports.$report";
import * as statement from "~/routes/statements.$case";
import { call } from "../support/call";
import { answer, aReportedCase, ask, askAbout, claim, decide, split } from "../support/reporting";
import type { Person, World } from "../support/world";

const MALFORMED = ["", "x", "0000000000", "00000000000", "zzzzzzzzzzz", "00000000001'--", "1e9", "%00"];
const LONG = "a".repeat(6_001);

const suspend = (world: World, { pseudonymId }: Person, caseId: number) =>
  world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId,
      caseId,
      kind: "suspension",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "…",
      started: world.now,
      until: plus(world.now, DAY),
    }),
  );

test("the page of a statement is there for whoever was asked, and for nobody else and no other link", async () => {
  const { world, survivor, harasser, moderators, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash", "Elm"],
  });
  const { dealt, others } = await split(world, caseId, moderators);
  const params = { case: toLink(caseId) };
  const form = { intent: "answer", words: "Me." };
  const nothing = await call(world, statement.loader, { as: harasser, params: { case: toLink(newId()) } });
  expect(nothing.status).toBe(404);
  const closed = async (as: Person) => {
    for (const answered of [
      await call(world, statement.loader, { as, params }),
      await call(world, statement.action, { as, params, form }),
      await call(world, statement.action, { as, params, form: { intent: "answer", words: "" } }),
    ])
      expect([answered.status, answered.data]).toEqual([404, nothing.data]);
  };
  await closed(harasser);
  await askAbout(world, dealt[0]!, caseId);
  for (const as of [survivor, dealt[0]!, others[0]!]) await closed(as);
  expect(await call(world, statement.loader, { params })).toMatchObject({ status: 401 });
  expect(await call(world, statement.action, { params, form })).toMatchObject({ status: 401 });
  for (const link of MALFORMED)
    expect(await call(world, statement.loader, { as: harasser, params: { case: link } })).toMatchObject({
      status: 404,
    });
  expect(await call(world, statement.loader, { as: harasser, params })).toMatchObject({ status: 200 });
  expect(await call(world, statement.action, { as: harasser, params, form })).toMatchObject({ status: 303 });
  expect(await world.read.$count(caseMessages)).toBe(2);
});

test("a suspended reporter and a suspended respondent are still heard; a suspended moderator asks nobody", async () => {
  const { world, survivor, harasser, moderators, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  await askAbout(world, moderators[0]!, caseId);
  const leaseNumber = String(await claim(world, moderators[0]!, caseId));
  for (const who of [survivor, harasser, moderators[0]!]) await suspend(world, who, caseId);
  const form = { intent: "answer", words: "Heard." };
  const told = await call(world, oneReport.action, { as: survivor, params: { report: toLink(reportId) }, form });
  expect(told.status).toBe(303);
  const said = await call(world, statement.action, { as: harasser, params: { case: toLink(caseId) }, form });
  expect(said.status).toBe(303);
  const asked = await call(world, oneCase.action, {
    as: moderators[0]!,
    params: { case: toLink(caseId) },
    form: { intent: "ask", leaseNumber, alias: "1", note: "Again?" },
  });
  expect(asked.status).toBe(404);
});

test.each([
  ["nothing", { words: "" }, 422],
  ["blanks", { words: "   " }, 422],
  ["far too much", { words: LONG }, 422],
  ["two answers", { words: ["one", "two"] }, 422],
])("an answer of %s comes back as it was typed, on both sides", async (_, words, status) => {
  const { world, survivor, harasser, moderators, reportId, caseId } = await aReportedCase();
  await askAbout(world, moderators[0]!, caseId);
  const form = { intent: "answer", ...words } as Record<string, string | string[]>;
  for (const [route, as, params] of [
    [oneReport, survivor, { report: toLink(reportId) }],
    [statement, harasser, { case: toLink(caseId) }],
  ] as const) {
    const sent = await call(world, route.action, { as, params, form });
    expect(sent.status).toBe(status);
    expect(sent.data).toMatchObject({ lastResult: { initialValue: { intent: "answer" } } });
  }
  expect(await world.read.$count(caseMessages)).toBe(1);
});

test("an answer that comes too late, or too often, comes back with every word", async () => {
  const { world, survivor, moderators, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  const params = { report: toLink(reportId) };
  const form = { intent: "answer", words: "What I wrote all night." };
  for (let i = 0; i < 20; i++) await answer(world, survivor, reportId, "…");
  const often = await call(world, oneReport.action, { as: survivor, params, form });
  expect(often).toMatchObject({ status: 429, data: { lastResult: { initialValue: form } } });
  expect(often.headers.get("retry-after")).not.toBeNull();
  await decide(world, moderators[0]!, caseId);
  world.later(2 * DAY);
  const late = await call(world, oneReport.action, { as: survivor, params, form });
  expect(late).toMatchObject({
    status: 409,
    data: { refusal: { reason: "already-decided" }, lastResult: { initialValue: form } },
  });
});

test.each([
  ["no question", { intent: "ask", alias: "1", note: " " }, 422],
  ["a question far too long", { intent: "ask", alias: "1", note: LONG }, 422],
  ["nobody to ask", { intent: "ask", note: "When?" }, 422],
  ["an alias that isn't one", { intent: "ask", alias: "0", note: "When?" }, 422],
  ["an alias nobody has", { intent: "ask", alias: "7", note: "When?" }, 422],
  ["half an alias", { intent: "ask", alias: "1.5", note: "When?" }, 422],
  ["a claim that isn't theirs any more", { intent: "ask", alias: "1", note: "When?", leaseNumber: "0" }, 409],
  ["no answer about safety", { intent: "ask-respondent", note: "How do you see it?" }, 422],
  ["an answer about safety that isn't one", { intent: "ask-respondent", risk: "maybe", note: "How?" }, 422],
  ["a risk", { intent: "ask-respondent", risk: "could", note: "How?" }, 409],
  ["no reason for not asking", { intent: "spare", note: "" }, 422],
])(
  "a moderator's question with %s is refused, nothing is written, and the text comes back",
  async (_, form, status) => {
    const { world, moderators, caseId } = await aReportedCase();
    const leaseNumber = String(await claim(world, moderators[0]!, caseId));
    const given: Record<string, string> = { leaseNumber, ...form };
    const sent = await call(world, oneCase.action, {
      as: moderators[0]!,
      params: { case: toLink(caseId) },
      form: given,
    });
    expect(sent.status).toBe(status);
    if (form.note?.trim()) expect(sent.data).toMatchObject({ lastResult: { initialValue: { note: form.note } } });
    expect(await world.read.$count(caseMessages)).toBe(0);
  },
);

test("what concerns each leads to where they can answer", async () => {
  const { world, survivor, harasser, moderators, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  await askAbout(world, moderators[0]!, caseId);
  await answer(world, survivor, reportId, "Now.");
  const first = async (as: Person) =>
    ((await call(world, news.loader, { as })).data as { news: { kind: string; href: string }[] }).news[0];
  expect(await first(survivor)).toMatchObject({ kind: "question-asked", href: `/reports/${toLink(reportId)}` });
  expect(await first(harasser)).toMatchObject({ kind: "statement-asked", href: `/statements/${toLink(caseId)}` });
  expect(await first(moderators[1]!)).toMatchObject({
    kind: "case-answered",
    href: `/moderation/cases/${toLink(caseId)}`,
  });
});
