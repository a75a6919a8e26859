import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { lifts, notifications, publicLog } from "#db/schema";
import { findDecisionAboutMe } from "~/cases/decision-queries.server";
import { liftSanction, secondLift } from "~/cases/lifting/lift-sanction.server";
import { confirmDecision } from "~/cases/second-decision.server";
import { DAY, HOUR } from "~/platform/time";
import { findMyReport } from "~/reports/report-queries.server";
import { aReportedCase, decide, see } from "../support/reporting";
import type { Person, World } from "../support/world";

const words = "You said you understood, and the person you named agrees.";
const lift = async (world: World, who: Person, caseId: number) =>
  liftSanction(world.site, await world.viewer(who), { caseId, words }, world.now);

test("a mute ends early: they can write again, both sides read why, and the log says that it ended", async () => {
  const { world, moderators, survivor, harasser, caseId, reportId } = await aReportedCase();
  await decide(world, moderators[0]!, caseId);
  expect(await lift(world, moderators[1]!, caseId)).toMatchObject({ ok: true, state: "done" });
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  const told = await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now);
  expect(told).toMatchObject({ outcome: "mute", binds: false, endedEarly: words });
  const mine = await findMyReport(world.read, await world.viewer(survivor), reportId);
  expect(mine).toMatchObject({ decision: { endedEarly: words } });
  expect(await world.read.$count(notifications, eq(notifications.kind, "sanction-ended"))).toBe(2);
  const log = await world.read.select().from(publicLog);
  expect(log.at(-1)).toMatchObject({ act: "sanction-ended", agreement: "no-slurs", details: { kind: "mute" } });
  expect(JSON.stringify(log)).not.toMatch(/Thorn|Wren/);
  expect(await lift(world, moderators[0]!, caseId)).toMatchObject({ ok: false, reason: "already-done" });
});

async function aRemoval() {
  const setting = await aReportedCase();
  const { world, moderators, caseId } = setting;
  const decided = await decide(world, moderators[0]!, caseId, { outcome: "removal" });
  const given = { caseId, decisionId: decided.ok ? decided.decisionId : 0, note: "" };
  await confirmDecision(world.site, await world.viewer(moderators[1]!), given, world.now);
  return setting;
}

const answer = async (world: World, who: Person, caseId: number, agree: boolean) => {
  const [wish] = await world.read.select().from(lifts).where(eq(lifts.state, "waiting-for-second"));
  const given = { caseId, liftId: wish?.id ?? 7, agree };
  return secondLift(world.site, await world.viewer(who), given, world.now);
};

test("a removal ends only when a second person agrees, and never by one person under two names", async () => {
  const { world, moderators, harasser, caseId } = await aRemoval();
  const [first, second] = moderators as [Person, Person];
  expect(await lift(world, first, caseId)).toMatchObject({ ok: true, state: "waiting-for-second" });
  expect((await world.viewer(harasser)).sanctions).toHaveLength(1);
  expect(await lift(world, second, caseId)).toMatchObject({ reason: "changed-meanwhile" });
  expect(await answer(world, first, caseId, true)).toMatchObject({ reason: "not-allowed" });
  expect(await answer(world, harasser, caseId, true)).toMatchObject({ reason: "not-found" });
  const both = await Promise.all([true, true].map((agree) => answer(world, second, caseId, agree)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
});

test("a wish that isn't agreed to leaves everything as it is, and can be made again", async () => {
  const { world, moderators, harasser, caseId } = await aRemoval();
  await lift(world, moderators[0]!, caseId);
  expect(await answer(world, moderators[1]!, caseId, false)).toEqual({ ok: true });
  expect((await world.viewer(harasser)).sanctions).toHaveLength(1);
  expect(await lift(world, moderators[1]!, caseId)).toMatchObject({ state: "waiting-for-second" });
});

test("what ended by itself, or was never a sanction, can't be ended early", async () => {
  const over = await aReportedCase();
  await decide(over.world, over.moderators[0]!, over.caseId);
  over.world.later(3 * DAY + HOUR);
  expect(await lift(over.world, over.moderators[0]!, over.caseId)).toMatchObject({ reason: "already-done" });
  const undecided = await aReportedCase();
  expect(await lift(undecided.world, undecided.moderators[0]!, undecided.caseId)).toMatchObject({
    reason: "already-done",
  });
  const clean = await aReportedCase();
  await decide(clean.world, clean.moderators[0]!, clean.caseId, { outcome: "no-breach" });
  expect(await lift(clean.world, clean.moderators[0]!, clean.caseId)).toMatchObject({ reason: "already-done" });
});

test.each(["survivor", "harasser"] as const)(
  "the %s can't end it, and isn't told that it could be ended",
  async (who) => {
    const setting = await aReportedCase();
    const { world, moderators, caseId } = setting;
    await decide(world, moderators[0]!, caseId);
    expect(await lift(world, setting[who], caseId)).toMatchObject({ reason: "not-found" });
    expect(await see(world, setting[who], caseId)).toBeNull();
    expect(await world.read.$count(lifts)).toBe(0);
  },
);
