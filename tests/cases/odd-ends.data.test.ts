import { expect, test } from "vitest";
import { cases, evidence, posts, sanctions } from "#db/schema";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { endWaits } from "~/cases/talk/end-waits.server";
import { newId, toLink } from "~/platform/ids";
import { DAY } from "~/platform/time";
import { leaveForGood } from "~/retention/leave-for-good.server";
import * as oneCase from "~/routes/moderation.cases.$case";
import { call } from "../support/call";
import {
  aCase,
  aReportedCase,
  ask,
  askAbout,
  caseOf,
  claim,
  decide,
  report,
  see,
  tryReport,
} from "../support/reporting";

const EVERYTHING = { answers: "erase", topics: "erase", gatherings: "erase" } as const;

test("a post in a circle that one isn't in, and one that never was, can't be reported", async () => {
  const { world, survivor, harasser } = await aCase();
  const circle = await world.space("circle", { members: [harasser] });
  const hidden = await world.post(harasser, await world.topic(harasser, circle));
  expect(await tryReport(world, survivor, hidden.id)).toBeNull();
  expect(await tryReport(world, survivor, newId())).toBeNull();
  expect(await world.read.$count(cases)).toBe(0);
});

test("a post that was taken away by a decision can be reported once more and leads to a case of its own", async () => {
  const { world, moderators, survivor, post, caseId } = await aReportedCase();
  await decide(world, moderators[0]!, caseId, { removesPost: true });
  const lark = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const again = await report(world, lark, post.id);
  expect(again.caseId).not.toBe(caseId);
  expect((await see(world, moderators[0]!, again.caseId))!.copies).toMatchObject([{ text: "" }]);
  expect(await tryReport(world, survivor, post.id)).toMatchObject({ ok: true });
});

test("whoever it is about leaves in the middle of everything: the case goes on and ends, and binds nobody", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  await askAbout(world, moderators[0]!, caseId);
  expect(await leaveForGood(world.site, await world.viewer(harasser), EVERYTHING, world.now)).toEqual({ ok: true });
  expect(await see(world, moderators[0]!, caseId)).toMatchObject({
    respondentLeft: true,
    copies: [{ text: "Pimp lobby!" }],
  });
  world.later(5 * DAY);
  await endWaits(world.site, world.now);
  expect(await escalateOverdue(world.site, world.now)).toBe(1);
  expect(await decide(world, moderators[0]!, caseId, { removesPost: true })).toMatchObject({ state: "in-force" });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "decided" });
  expect(await world.read.$count(sanctions)).toBe(1);
  expect((await world.read.select().from(posts)).some((row) => row.body.includes("lobby"))).toBe(false);
  expect(await world.read.$count(evidence)).toBe(1);
});

test("a decision, a person or a case that a link was forged for does nothing, whoever sends it", async () => {
  const { world, moderators, survivor, harasser, topic, caseId } = await aReportedCase();
  const other = await report(world, survivor, (await world.post(harasser, topic, { body: "Again!" })).id);
  const waiting = await decide(world, moderators[0]!, other.caseId, { outcome: "removal" });
  const decisionId = toLink(waiting.ok ? waiting.decisionId : 0);
  const as = moderators[1]!;
  const leaseNumber = String(await claim(world, as, caseId));
  const send = (form: Record<string, string>) =>
    call(world, oneCase.action, { as, params: { case: toLink(caseId) }, form });
  // A decision of another case, sent to this one.
  expect(await send({ intent: "confirm", decisionId })).toMatchObject({ status: 409 });
  expect(await send({ intent: "withdraw", decisionId })).toMatchObject({ status: 409 });
  for (const to of [survivor, harasser, as].map((who) => toLink(who.pseudonymId)))
    expect(await send({ intent: "hand-over", leaseNumber, to, note: "Yours." })).toMatchObject({ status: 422 });
  for (const forged of ["-1", "1.5", "99999999999999999999", "NaN", "1e3", " "])
    expect((await send({ intent: "note", leaseNumber: forged, note: "x" })).status).toBeGreaterThanOrEqual(400);
  expect(await caseOf(world, other.caseId)).toMatchObject({ state: "waiting-for-second" });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "claimed", holderPseudonymId: as.pseudonymId });
});
