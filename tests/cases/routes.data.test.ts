import { expect, test } from "vitest";
import { cases, decisions, reports } from "#db/schema";
import { newId, toLink } from "~/platform/ids";
import * as oneDecision from "~/routes/decisions.$case";
import * as queue from "~/routes/moderation._index";
import * as oneCase from "~/routes/moderation.cases.$case";
import * as reportForm from "~/routes/report";
import * as myReports from "~/routes/reports._index";
import * as oneReport from "~/routes/reports.$report";
import { call } from "../support/call";
import { aCase, aReportedCase, claim, decide, split } from "../support/reporting";

const MALFORMED = ["", "x", "0000000000", "00000000000", "zzzzzzzzzzz", "00000000001'--", "1e9", "%00"];
const aDecision = {
  intent: "decide",
  outcome: "mute",
  days: "3",
  agreement: "no-slurs",
  toReporter: "Muted.",
  toRespondent: "You are muted.",
};

test("reporting needs somebody who is signed in, and something they can see", async () => {
  const { world, survivor, post } = await aCase();
  const url = `/report?post=${post.link}`;
  expect(await call(world, reportForm.loader, { url })).toMatchObject({ status: 401 });
  expect(await call(world, reportForm.action, { url, form: { conduct: "slur" } })).toMatchObject({ status: 401 });
  expect(await call(world, reportForm.loader, { as: survivor, url })).toMatchObject({
    status: 200,
    data: { own: false },
  });
  for (const link of [...MALFORMED, toLink(newId())])
    for (const what of ["post", "name", "message"]) {
      const nowhere = `/report?${what}=${encodeURIComponent(link)}`;
      expect(await call(world, reportForm.loader, { as: survivor, url: nowhere })).toMatchObject({ status: 404 });
      const sent = await call(world, reportForm.action, { as: survivor, url: nowhere, form: { conduct: "slur" } });
      expect(sent).toMatchObject({ status: 404 });
    }
  expect(await call(world, reportForm.loader, { as: survivor })).toMatchObject({ status: 404 });
});

test.each([
  ["nothing", {}],
  ["a conduct that isn't one", { conduct: "disagreement" }],
  ["two conducts", { conduct: ["slur", "threat"] }],
  ["a wish that isn't one", { conduct: "slur", wish: "revenge" }],
  ["a relief that isn't one", { conduct: "slur", relief: "banish" }],
  ["far too many words", { conduct: "slur", words: "a".repeat(6_001) }],
])(
  "a report with %s comes back with its text, and nothing is written",
  async (_, form: Record<string, string | string[]>) => {
    const { world, survivor, post } = await aCase();
    const words = "My own words.";
    const sent = await call(world, reportForm.action, {
      as: survivor,
      url: `/report?post=${post.link}`,
      form: { words, ...form },
    });
    expect(sent).toMatchObject({ status: 422, data: { lastResult: { initialValue: { words: form.words ?? words } } } });
    expect(await world.read.$count(cases)).toBe(0);
  },
);

test("one's own post is answered kindly, on the page and when sent all the same", async () => {
  const { world, harasser, post } = await aCase();
  const url = `/report?post=${post.link}`;
  expect(await call(world, reportForm.loader, { as: harasser, url })).toMatchObject({ data: { own: true } });
  const sent = await call(world, reportForm.action, { as: harasser, url, form: { conduct: "slur", words: "Mine" } });
  expect(sent).toMatchObject({ status: 422, data: { refusal: { reason: "own-thing" } } });
  expect(sent.data).toMatchObject({ lastResult: { initialValue: { words: "Mine" } } });
});

test("a report that was filed leads to its own page, and so does filing it twice", async () => {
  const { world, survivor, post } = await aCase();
  const asked = {
    as: survivor,
    url: `/report?post=${post.link}`,
    form: { conduct: "slur", relief: "block" },
  };
  const first = await call(world, reportForm.action, asked);
  expect(first.status).toBe(303);
  const [row] = await world.read.select().from(reports);
  expect(first.headers.get("location")).toBe(`/reports/${toLink(row!.id)}?sent`);
  const again = await call(world, reportForm.action, asked);
  expect(again.headers.get("location")).toBe(`/reports/${toLink(row!.id)}?already`);
  const page = await call(world, oneReport.loader, { as: survivor, params: { report: toLink(row!.id) } });
  expect(page).toMatchObject({ status: 200, data: { report: { offered: ["mute-topic", "shelter"] } } });
});

test("somebody else's report is a 404 to read and to act on", async () => {
  const { world, survivor, harasser, moderators, reportId } = await aReportedCase();
  const params = { report: toLink(reportId) };
  expect(await call(world, oneReport.loader, { as: survivor, params })).toMatchObject({ status: 200 });
  for (const as of [harasser, ...moderators]) {
    expect(await call(world, oneReport.loader, { as, params })).toMatchObject({ status: 404 });
    expect(await call(world, oneReport.action, { as, params, form: { relief: "block" } })).toMatchObject({
      status: 404,
    });
  }
  for (const report of MALFORMED)
    expect(await call(world, oneReport.loader, { as: survivor, params: { report } })).toMatchObject({ status: 404 });
  expect(await call(world, oneReport.loader, { params })).toMatchObject({ status: 401 });
  expect(await call(world, myReports.loader, {})).toMatchObject({ status: 401 });
});

test("the moderators' pages answer guest, member, reporter, respondent and undealt moderator with the same 404 as nothing", async () => {
  const { world, survivor, harasser, moderators, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash", "Elm", "Yew", "Fir"],
  });
  const { dealt, others } = await split(world, caseId, moderators);
  const params = { case: toLink(caseId) };
  expect(await call(world, oneCase.loader, { as: dealt[0]!, params })).toMatchObject({ status: 200 });
  const nothing = await call(world, oneCase.loader, { as: dealt[0]!, params: { case: toLink(newId()) } });
  expect(nothing).toMatchObject({ status: 404 });
  for (const as of [null, survivor, harasser, ...others]) {
    const answer = await call(world, oneCase.loader, { as, params });
    expect([answer.status, answer.data]).toEqual([nothing.status, nothing.data]);
    for (const form of [{ intent: "claim" }, { intent: "tie" }, { ...aDecision, leaseNumber: "1" }]) {
      const deed = await call(world, oneCase.action, { as, params, form });
      expect([deed.status, deed.data]).toEqual([nothing.status, nothing.data]);
    }
  }
  for (const as of [null, survivor]) expect(await call(world, queue.loader, { as })).toMatchObject({ status: 404 });
  for (const link of MALFORMED)
    expect(await call(world, oneCase.loader, { as: dealt[0]!, params: { case: link } })).toMatchObject({ status: 404 });
});

test.each([
  ["no intent", {}, 400],
  ["an intent that isn't one", { intent: "burn" }, 400],
  ["an intent that every object has", { intent: "constructor" }, 400],
  ["a decision without anything", { intent: "decide" }, 422],
  ["an outcome that isn't one", { ...aDecision, outcome: "exile" }, 422],
  ["a mute without days", { ...aDecision, days: "" }, 422],
  ["a mute for nought days", { ...aDecision, days: "0" }, 422],
  ["a mute for ever", { ...aDecision, days: "366" }, 422],
  ["a mute for half a day", { ...aDecision, days: "0.5" }, 422],
  ["no reasons to the reporters", { ...aDecision, toReporter: " " }, 422],
  ["no reasons to the one it is about", { ...aDecision, toRespondent: "" }, 422],
  ["reasons far too long", { ...aDecision, toReporter: "a".repeat(6_001) }, 422],
  ["a clause that isn't one", { ...aDecision, agreement: "mine" }, 422],
  ["an empty note", { intent: "note", note: " " }, 422],
  ["handing over to nobody", { intent: "hand-over", to: "x", note: "Yours." }, 422],
  ["confirming what doesn't wait", { intent: "confirm", decisionId: "x" }, 409],
])("%s is refused and nothing is half-written", async (_, form: Record<string, string>, status) => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = String(await claim(world, moderators[0]!, caseId));
  const params = { case: toLink(caseId) };
  const sent = await call(world, oneCase.action, { as: moderators[0]!, params, form: { leaseNumber, ...form } });
  expect(sent.status).toBe(status);
  expect(await world.read.$count(decisions)).toBe(0);
});

test("a decision on a case that is closed to it comes back with every word", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const params = { case: toLink(caseId) };
  const leaseNumber = String(await claim(world, moderators[0]!, caseId));
  await decide(world, moderators[0]!, caseId);
  const toReporter = "What I wrote for half an hour.";
  const form = { ...aDecision, leaseNumber, toReporter };
  const sent = await call(world, oneCase.action, { as: moderators[0]!, params, form });
  expect(sent).toMatchObject({ status: 409, data: { refusal: { reason: "already-decided" } } });
  expect(sent.data).toMatchObject({ lastResult: { initialValue: { toReporter } } });
});

test("the first step of deciding gives words to begin from, in the language that was chosen", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const at = async (search: string) => {
    const asked = { as: moderators[0]!, params: { case: toLink(caseId) }, url: `/x?${search}` };
    return (await call(world, oneCase.loader, asked)).data as { draft: Record<string, unknown> | null };
  };
  expect((await at("outcome=mute&days=3&agreement=no-slurs&language=es")).draft).toMatchObject({
    outcome: "mute",
    days: 3,
    second: false,
    toReporter: expect.stringContaining("Durante 3 días"),
  });
  expect((await at("outcome=removal&agreement=no-slurs")).draft).toMatchObject({ second: true, days: null });
  for (const search of [
    "",
    "outcome=mute&agreement=no-slurs",
    "outcome=exile&agreement=no-slurs",
    "outcome=note&agreement=x",
  ])
    expect((await at(search)).draft).toBeNull();
});

test("a decision is a page for the one it is about, and a 404 for everybody else", async () => {
  const { world, survivor, harasser, moderators, caseId } = await aReportedCase();
  const params = { case: toLink(caseId) };
  expect(await call(world, oneDecision.loader, { as: harasser, params })).toMatchObject({ status: 404 });
  await decide(world, moderators[0]!, caseId);
  expect(await call(world, oneDecision.loader, { as: harasser, params })).toMatchObject({
    status: 200,
    data: { decision: { outcome: "mute", binds: true } },
  });
  for (const as of [survivor, ...moderators])
    expect(await call(world, oneDecision.loader, { as, params })).toMatchObject({ status: 404 });
  expect(await call(world, oneDecision.loader, { params })).toMatchObject({ status: 401 });
});
