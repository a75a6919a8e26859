import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseMessages, cases, notifications, publicLog } from "#db/schema";
import { claimCase } from "~/cases/claim-case.server";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { remindHandlers } from "~/cases/remind-handlers.server";
import { endWaits } from "~/cases/talk/end-waits.server";
import { jobs } from "~/jobs/jobs.server";
import { runJob } from "~/jobs/run-jobs.server";
import { DAY, HOUR, MINUTE, plus } from "~/platform/time";
import { findMyReport } from "~/reports/report-queries.server";
import {
  aCase,
  addNoteAs,
  aReportedCase,
  ask,
  caseOf,
  claim,
  dealtTo,
  decide,
  queueOf,
  report,
  split,
} from "../support/reporting";
import type { World } from "../support/world";

const toldDue = async (world: World) =>
  (await world.read.select().from(notifications).where(eq(notifications.kind, "case-due"))).map(
    (one) => one.pseudonymId,
  );
const goesTo = async (world: World) =>
  (await world.read.select().from(publicLog))
    .filter((entry) => entry.act === "case-escalated")
    .map((entry) => entry.details);

test("everybody to whom a case was dealt is reminded that nobody took it; then its holder, once for each deadline", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const [first] = moderators;
  world.later(18 * HOUR - MINUTE);
  expect(await remindHandlers(world.site, world.now)).toBe(0);
  world.later(2 * MINUTE);
  expect(await remindHandlers(world.site, world.now)).toBe(1);
  expect(await remindHandlers(world.site, world.now)).toBe(0);
  expect((await toldDue(world)).sort()).toEqual(moderators.map((one) => one.pseudonymId).sort());
  await claim(world, first!, caseId);
  world.later(36 * HOUR);
  await claim(world, first!, caseId);
  expect(await remindHandlers(world.site, world.now)).toBe(1);
  expect(await remindHandlers(world.site, world.now)).toBe(0);
  expect(await toldDue(world)).toHaveLength(3);
  expect((await toldDue(world)).filter((id) => id === first!.pseudonymId)).toHaveLength(2);
});

test("a decision that waits reminds everybody but whoever made it, and a decided case nobody", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const [first, second] = moderators;
  await decide(world, first!, caseId, { outcome: "removal" });
  world.later(60 * HOUR);
  expect(await remindHandlers(world.site, world.now)).toBe(1);
  expect(await toldDue(world)).toEqual([second!.pseudonymId]);
  const other = await aReportedCase();
  await decide(other.world, other.moderators[0]!, other.caseId);
  other.world.later(60 * HOUR);
  expect(await remindHandlers(other.world.site, other.world.now)).toBe(0);
});

test("missed deadlines go to fresh moderators, then to a steward, then to nobody new, and reporter and log can see it", async () => {
  const { world, survivor, stewards, reportId, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash"],
    steward: true,
  });
  const status = async () => (await findMyReport(world.read, await world.viewer(survivor), reportId))!;
  expect(await status()).toMatchObject({ passedOn: 0, acknowledgeBy: (await caseOf(world, caseId)).acknowledgeBy });
  for (const _ of [1, 2, 3]) {
    world.later(DAY);
    expect(await escalateOverdue(world.site, world.now)).toBe(1);
    expect(await escalateOverdue(world.site, world.now)).toBe(0);
  }
  expect(await goesTo(world)).toEqual([
    { missed: "acknowledgement", to: "moderator" },
    { missed: "acknowledgement", to: "steward" },
    { missed: "decision", to: "nobody new" },
  ]);
  expect(await dealtTo(world, caseId)).toHaveLength(4);
  expect(await queueOf(world, stewards[0]!)).toHaveLength(1);
  expect(await status()).toMatchObject({ passedOn: 3, status: "passed-on" });
  expect(await decide(world, stewards[0]!, caseId)).toMatchObject({ ok: true });
});

test("a server that was off for a month passes each case on once, loses none, and gives each a day", async () => {
  const { world, moderators, survivor, harasser, topic, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash", "Elm", "Yew"],
  });
  const again = await world.post(harasser, topic, { body: "Traffickers' friends!" });
  const { caseId: other } = await report(world, survivor, again.id, { conduct: "threat" });
  const { dealt } = await split(world, caseId, moderators);
  await ask(world, dealt[0]!, caseId, "When?");
  world.later(30 * DAY);
  for (const job of jobs) expect(await runJob(job, world.site, world.now), job.name).toBe(true);
  for (const id of [caseId, other]) {
    const found = await caseOf(world, id);
    expect(found.state).toBe("open");
    expect(found.decideBy! > world.now && found.decideBy! <= plus(world.now, DAY)).toBe(true);
    expect((await dealtTo(world, id)).length).toBe(4);
  }
  expect(await goesTo(world)).toHaveLength(2);
  expect((await toldDue(world)).length).toBe(0);
});

test("when the clock jumps back, no claim holds for an hour, no reminder comes twice, and nothing is passed on early", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const [first, second] = moderators;
  world.later(19 * HOUR);
  await remindHandlers(world.site, world.now);
  const leaseNumber = await claim(world, first!, caseId);
  const before = await caseOf(world, caseId);
  world.later(-HOUR);
  expect(await remindHandlers(world.site, world.now)).toBe(0);
  expect(await escalateOverdue(world.site, world.now)).toBe(0);
  expect((await caseOf(world, caseId)).decideBy).toEqual(before.decideBy);
  // Whoever holds it goes on; whoever else it was dealt to needn't wait for more than 15 minutes.
  expect(await addNoteAs(world, first!, caseId, leaseNumber)).toEqual({ ok: true });
  expect(await claimCase(world.site, await world.viewer(second!), caseId, world.now)).toMatchObject({
    reason: "claimed-by-other",
  });
  await world.site.database.transaction((tx) =>
    tx
      .update(cases)
      .set({ leaseUntil: plus(world.now, 2 * HOUR) })
      .where(eq(cases.id, caseId)),
  );
  expect(await claim(world, second!, caseId)).toBe(leaseNumber + 1);
});

test("what an hour of a clock a month ahead did is mended as soon as the clock is", async () => {
  const { world, moderators, survivor, caseId } = await aReportedCase();
  world.later(30 * DAY);
  await escalateOverdue(world.site, world.now);
  await ask(world, moderators[0]!, caseId, "When?");
  world.later(-30 * DAY);
  await endWaits(world.site, world.now);
  await escalateOverdue(world.site, world.now);
  const found = await caseOf(world, caseId);
  expect(found.state).toBe("open");
  expect(found.decideBy! <= plus(world.now, 72 * HOUR)).toBe(true);
  expect((await world.read.select().from(caseMessages)).every((row) => row.answerBy === null)).toBe(true);
  expect((await world.viewer(survivor)).accountId).toBe(survivor.accountId);
});

test("a case with nobody left to judge it is dealt at its next deadline to whoever took office since", async () => {
  const { world, survivor, post } = await aCase({ moderators: [] });
  const { caseId } = await report(world, survivor, post.id);
  expect(await dealtTo(world, caseId)).toEqual([]);
  const fresh = await world.member("Ivy", { offices: ["steward"], branch: 70, weeksHere: 70 });
  world.later(DAY);
  await escalateOverdue(world.site, world.now);
  expect(await dealtTo(world, caseId)).toEqual([fresh.pseudonymId]);
});
