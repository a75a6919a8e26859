import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { emergencies, notifications, posts, publicLog } from "#db/schema";
import { findDecisionAboutMe, findMuteAboutMe } from "~/cases/decision-queries.server";
import { actAtOnce } from "~/cases/emergency/act-at-once.server";
import { agreeToEmergency } from "~/cases/emergency/agree-to-emergency.server";
import { endEmergencies } from "~/cases/emergency/end-emergencies.server";
import type { EmergencyKind } from "~/cases/emergency/rules";
import { toLink } from "~/platform/ids";
import { DAY, HOUR } from "~/platform/time";
import * as oneDecision from "~/routes/decisions.$case";
import * as oneCase from "~/routes/moderation.cases.$case";
import { call } from "../support/call";
import { aCase, aReportedCase, caseOf, claim, dealtTo, decide, kinds, report, see } from "../support/reporting";
import type { Person, World } from "../support/world";

const WHY = "They write to everybody in the thread.";

async function atOnce(world: World, who: Person, caseId: number, kind: EmergencyKind) {
  const leaseNumber = await claim(world, who, caseId);
  return actAtOnce(world.site, await world.viewer(who), { caseId, leaseNumber, kind, why: WHY }, world.now);
}

async function agree(world: World, who: Person, caseId: number) {
  const [row] = await world.read.select().from(emergencies).where(eq(emergencies.caseId, caseId));
  const given = { caseId, emergencyId: row!.id };
  return agreeToEmergency(world.site, await world.viewer(who), given, world.now);
}

const stateOf = async (world: World, postId: number) =>
  (await world.read.select({ state: posts.state }).from(posts).where(eq(posts.id, postId)))[0]!.state;
const acts = async (world: World) => (await world.read.select().from(publicLog)).map(({ act }) => act);

test("one moderator alone mutes for a day; whoever is muted reads why; then it's over by itself", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  expect(await atOnce(world, moderators[0]!, caseId, "mute")).toEqual({ ok: true });
  expect((await world.viewer(harasser)).sanctions).toMatchObject([{ kind: "mute", reasons: WHY }]);
  const seen = await findMuteAboutMe(world.read, await world.viewer(harasser), caseId, world.now);
  expect(seen).toMatchObject({ name: "Thorn", state: "standing", binds: true, reasons: WHY });
  expect(await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now)).toBeNull();
  expect(await world.read.$count(notifications, eq(notifications.kind, "sanctioned"))).toBe(1);
  world.later(DAY - HOUR);
  await endEmergencies(world.site, world.now);
  expect((await world.viewer(harasser)).sanctions).toHaveLength(1);
  world.later(HOUR);
  await Promise.all([endEmergencies(world.site, world.now), endEmergencies(world.site, world.now)]);
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  expect(await acts(world)).toEqual(["emergency-begun", "emergency-over"]);
  expect(JSON.stringify(await world.read.select().from(publicLog))).not.toMatch(/Thorn|Wren|Moss|Fern/);
});

test("it can't be begun anew: one moderator can't mute somebody day after day", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  await atOnce(world, moderators[0]!, caseId, "mute");
  expect(await atOnce(world, moderators[0]!, caseId, "mute")).toMatchObject({ ok: false, reason: "already-done" });
  world.later(2 * DAY);
  await endEmergencies(world.site, world.now);
  for (const who of moderators) {
    expect(await atOnce(world, who, caseId, "mute")).toMatchObject({ ok: false, reason: "already-done" });
    world.later(HOUR);
  }
});

test("several presses at once do it once", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  const viewer = await world.viewer(moderators[0]!);
  const given = { caseId, leaseNumber, kind: "mute" as const, why: WHY };
  const tries = await Promise.all(Array.from({ length: 5 }, () => actAtOnce(world.site, viewer, given, world.now)));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.read.$count(emergencies)).toBe(1);
});

test("with a second person it holds until the decision, and the decision takes its place", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  const [first, second] = moderators as [Person, Person];
  await atOnce(world, first, caseId, "mute");
  expect(await agree(world, first, caseId)).toMatchObject({ ok: false, reason: "not-allowed" });
  expect(await agree(world, second, caseId)).toEqual({ ok: true });
  expect(await agree(world, second, caseId)).toMatchObject({ ok: false, reason: "changed-meanwhile" });
  world.later(2 * DAY);
  await endEmergencies(world.site, world.now);
  expect((await world.viewer(harasser)).sanctions).toHaveLength(1);
  expect(await decide(world, first, caseId, { outcome: "warning" })).toMatchObject({ state: "in-force" });
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  const told = await findDecisionAboutMe(world.read, await world.viewer(harasser), caseId, world.now);
  expect(told).toMatchObject({ outcome: "warning", binds: false });
  world.later(9 * DAY);
  expect(await endEmergencies(world.site, world.now)).toBe(0);
});

test("what two agreed to ends after a week, even where nobody decides", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  await atOnce(world, moderators[0]!, caseId, "mute");
  await agree(world, moderators[1]!, caseId);
  world.later(7 * DAY + HOUR);
  await endEmergencies(world.site, world.now);
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
});

test("an ordinary post is shown again after a day; an outing stays hidden until it is decided", async () => {
  const ordinary = await aReportedCase();
  await atOnce(ordinary.world, ordinary.moderators[0]!, ordinary.caseId, "hide");
  expect(await stateOf(ordinary.world, ordinary.post.id)).toBe("hidden");
  ordinary.world.later(DAY + HOUR);
  await endEmergencies(ordinary.world.site, ordinary.world.now);
  expect(await stateOf(ordinary.world, ordinary.post.id)).toBe("visible");

  const { world, moderators, survivor, post } = await aCase();
  const { caseId } = await report(world, survivor, post.id, { conduct: "outing" });
  await atOnce(world, moderators[0]!, caseId, "hide");
  world.later(30 * DAY);
  await endEmergencies(world.site, world.now);
  expect(await stateOf(world, post.id)).toBe("hidden");
  await decide(world, moderators[0]!, caseId, { outcome: "no-breach" });
  expect(await stateOf(world, post.id)).toBe("visible");
  expect(await kinds(world, caseId)).toContain("emergency-hide");
});

test("where a moderator is alone, a steward is asked to agree", async () => {
  const { world, moderators, stewards, caseId } = await aReportedCase({ moderators: ["Moss"], steward: true });
  await atOnce(world, moderators[0]!, caseId, "mute");
  expect(await dealtTo(world, caseId)).toContain(stewards[0]!.pseudonymId);
  expect(await agree(world, stewards[0]!, caseId)).toEqual({ ok: true });
});

test("only whoever holds the case can do it, and nobody else is shown that there is a case", async () => {
  const { world, moderators, harasser, survivor, caseId } = await aReportedCase();
  const leaseNumber = await claim(world, moderators[0]!, caseId);
  const tried = async (who: Person, lease = leaseNumber) =>
    actAtOnce(world.site, await world.viewer(who), { caseId, leaseNumber: lease, kind: "mute", why: WHY }, world.now);
  expect(await tried(harasser)).toMatchObject({ reason: "not-found" });
  expect(await tried(survivor)).toMatchObject({ reason: "not-found" });
  expect(await tried(moderators[1]!)).toMatchObject({ reason: "claim-first" });
  expect(await tried(moderators[0]!, leaseNumber - 1)).toMatchObject({ reason: "claim-first" });
  const organizer = await world.member("Birch", { offices: ["organizer"] });
  expect(await tried(organizer)).toMatchObject({ reason: "not-found" });
  expect(await world.read.$count(emergencies)).toBe(0);
});

test("on the page: the words come back when a reason is missing, the effect is shown, the muted read it", async () => {
  const { world, moderators, harasser, survivor, caseId } = await aReportedCase();
  const leaseNumber = String(await claim(world, moderators[0]!, caseId));
  const at = { as: moderators[0]!, params: { case: toLink(caseId) } };
  const missing = await call(world, oneCase.action, { ...at, form: { intent: "mute-now", leaseNumber, note: " " } });
  expect(missing).toMatchObject({ status: 422 });
  const huge = { intent: "mute-now", leaseNumber, note: "a".repeat(6_001) };
  expect(await call(world, oneCase.action, { ...at, form: huge })).toMatchObject({
    status: 422,
    data: { lastResult: { initialValue: { note: huge.note } } },
  });
  expect((await call(world, oneCase.action, { ...at, form: { ...huge, note: WHY } })).status).toBe(303);
  expect((await see(world, moderators[1]!, caseId))!.atOnce).toMatchObject({
    done: [{ kind: "mute", state: "standing", agree: true }],
  });
  const params = { case: toLink(caseId) };
  expect(await call(world, oneDecision.loader, { as: harasser, params })).toMatchObject({
    status: 200,
    data: { decision: null, mute: { reasons: WHY } },
  });
  expect((await call(world, oneDecision.loader, { as: survivor, params })).status).toBe(404);
  expect(await caseOf(world, caseId)).toMatchObject({ state: "claimed" });
});
