import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decisions, notifications, posts, publicLog, sanctions } from "#db/schema";
import { claimCase } from "~/cases/claim-case.server";
import { closeDecided } from "~/cases/close-decided.server";
import { decideCase } from "~/cases/decide-case.server";
import { findDecisionAboutMe } from "~/cases/decision-queries.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { DAY, HOUR, plus } from "~/platform/time";
import { findMyReport } from "~/reports/report-queries.server";
import { aCase, aMute, aReportedCase, caseOf, claim, decide, kinds, leave, report, see } from "../support/reporting";

test("a decision does everything at once: sanction, post, case, log, and word to both sides", async () => {
  const { world, moderators, survivor, harasser, post, caseId, reportId } = await aReportedCase();
  expect(await decide(world, moderators[0]!, caseId, { removesPost: true })).toMatchObject({ state: "in-force" });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "decided", decideBy: null, holderPseudonymId: null });
  expect(await world.read.select().from(sanctions)).toMatchObject([
    { kind: "mute", pseudonymId: harasser.pseudonymId },
  ]);
  const [gone] = await world.read.select().from(posts).where(eq(posts.id, post.id));
  expect(gone).toMatchObject({ state: "removed-by-decision" });
  const log = await world.read.select().from(publicLog);
  expect(log).toMatchObject([
    { act: "case-decided", agreement: "no-slurs", details: { outcome: "mute", days: 3, recused: 0 } },
  ]);
  expect(JSON.stringify(log)).not.toMatch(/Thorn|Wren|Moss|Fern/);
  const told = await world.read.select().from(notifications);
  expect(told.find((one) => one.kind === "report-decided")).toMatchObject({ accountId: survivor.accountId, reportId });
  expect(told.find((one) => one.kind === "sanctioned")).toMatchObject({ pseudonymId: harasser.pseudonymId, caseId });
  expect(await kinds(world, caseId)).toEqual(["opened", "claimed", "decided"]);
});

test("the account is bound under all of its names, sees why and until when, and is free again by itself", async () => {
  const { world, moderators, harasser, topic, caseId } = await aReportedCase();
  await decide(world, moderators[0]!, caseId);
  const viewer = await world.viewer(harasser);
  const sibling = viewer.pseudonyms[1]!;
  expect(viewer.sanctions).toMatchObject([{ kind: "mute", reasons: aMute.toRespondent }]);
  const said = { body: "Me again", slot: sibling.slot, sureSlot: sibling.slot, topic: topic.id };
  const tried = await writePost(world.site, viewer, said, world.now);
  expect(tried).toMatchObject({ ok: false, reason: "muted", why: aMute.toRespondent });
  const told = await findDecisionAboutMe(world.read, viewer, caseId, world.now);
  expect(told).toMatchObject({ outcome: "mute", days: 3, name: "Thorn", binds: true, clause: { key: "no-slurs" } });
  world.later(3 * DAY + HOUR);
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  expect(await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now)).toMatchObject({
    binds: false,
  });
});

test("a warning and a note bind nothing", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  await decide(world, moderators[0]!, caseId, { outcome: "warning" });
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  expect(await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now)).toMatchObject({
    outcome: "warning",
    binds: false,
  });
});

test("on no breach a hidden post is shown again, and whoever noticed nothing is told nothing", async () => {
  const { world, moderators, survivor, post } = await aCase();
  const { caseId } = await report(world, survivor, post.id, { conduct: "outing", aboutMe: true });
  await decide(world, moderators[0]!, caseId, { outcome: "no-breach" });
  const [shown] = await world.read.select().from(posts).where(eq(posts.id, post.id));
  expect(shown!.state).toBe("visible");
  expect(await kinds(world, caseId)).toEqual(["opened", "hidden", "claimed", "decided", "shown"]);
  expect(await world.read.$count(notifications, eq(notifications.kind, "sanctioned"))).toBe(1);

  const quiet = await aReportedCase();
  await decide(quiet.world, quiet.moderators[0]!, quiet.caseId, { outcome: "no-breach" });
  expect(await quiet.world.read.$count(notifications, eq(notifications.kind, "sanctioned"))).toBe(0);
});

test.each([["a clause the agreements of the time don't have", { agreement: "no such clause" }, "invalid"]] as const)(
  "%s is refused and nothing is written",
  async (_, given, reason) => {
    const { world, moderators, caseId } = await aReportedCase();
    expect(await decide(world, moderators[0]!, caseId, given)).toMatchObject({ ok: false, reason });
    expect(await world.read.$count(decisions)).toBe(0);
    expect(await caseOf(world, caseId)).toMatchObject({ state: "claimed" });
  },
);

test("a decision on a case that is decided is refused, and of two at once one is taken", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  const viewer = await world.viewer(moderators[0]!);
  const both = await Promise.all(
    [1, 2].map(() => decideCase(world.site, viewer, { ...aMute, caseId, leaseNumber }, world.now)),
  );
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({ reason: "already-decided" });
  expect(await world.read.$count(sanctions)).toBe(1);
  expect(await claimCase(world.site, viewer, caseId, world.now)).toMatchObject({ reason: "already-decided" });
});

test("a decided case closes when it can't be appealed any more", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  await decide(world, moderators[0]!, caseId);
  expect(await closeDecided(world.site, plus(world.now, 13 * DAY))).toBe(0);
  expect(await closeDecided(world.site, plus(world.now, 15 * DAY))).toBe(1);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "closed" });
});

test("a sanction outlives its account: whoever left in mid-case is still decided about, and nothing breaks", async () => {
  const { world, moderators, survivor, harasser, post, caseId, reportId } = await aReportedCase();
  await leave(world, harasser);
  expect(await decide(world, moderators[0]!, caseId, { outcome: "mute" })).toMatchObject({ state: "in-force" });
  expect(await world.read.select().from(sanctions)).toMatchObject([{ pseudonymId: harasser.pseudonymId }]);
  expect((await see(world, moderators[1]!, caseId))!.author).toBe("Thorn");
  expect(await findMyReport(world.read, await world.viewer(survivor), reportId)).toMatchObject({ status: "decided" });
  expect(await report(world, survivor, post.id, { conduct: "threat" })).toMatchObject({ already: false });
});

test("a reporter who leaves in mid-case takes their name along and leaves the case to be decided", async () => {
  const { world, moderators, survivor, caseId } = await aReportedCase();
  await leave(world, survivor);
  expect((await see(world, moderators[0]!, caseId))!.voices).toBe(0);
  expect(await decide(world, moderators[0]!, caseId)).toMatchObject({ state: "in-force" });
  expect(await world.read.$count(notifications, eq(notifications.kind, "report-decided"))).toBe(0);
});
