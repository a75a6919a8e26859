import { expect, test } from "vitest";
import { publicLog } from "#db/schema";
import { confirmDecision, withdrawDecision } from "~/cases/second-decision.server";
import { aReportedCase, caseOf, decide } from "../support/reporting";
import type { Person } from "../support/world";

test("a removal waits for a second person; whoever decided it can't be that person", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  const [first, second] = moderators as [Person, Person];
  const decided = await decide(world, first, caseId, { outcome: "removal" });
  expect(decided).toMatchObject({ ok: true, state: "waiting-for-second" });
  const decisionId = decided.ok ? decided.decisionId : 0;
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  const given = { caseId, decisionId, note: "" };
  expect(await confirmDecision(world.site, await world.viewer(first), given, world.now)).toMatchObject({
    reason: "not-allowed",
  });
  expect(
    await confirmDecision(world.site, await world.viewer(second), { ...given, decisionId: 7 }, world.now),
  ).toMatchObject({ reason: "changed-meanwhile" });
  const viewer = await world.viewer(second);
  const both = await Promise.all([1, 2].map(() => confirmDecision(world.site, viewer, given, world.now)));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await withdrawDecision(world.site, viewer, given, world.now)).toMatchObject({ reason: "already-decided" });
  expect((await world.viewer(harasser)).sanctions).toMatchObject([{ kind: "removal", until: null }]);
  const acts = (await world.read.select().from(publicLog)).map((entry) => entry.act);
  expect(acts).toEqual(["decision-confirmed", "case-decided"]);
});

test("what the second person withdraws was never in force, and the case is open again", async () => {
  const { world, moderators, harasser, caseId } = await aReportedCase();
  const decided = await decide(world, moderators[0]!, caseId, { outcome: "suspension", days: 30 });
  const given = { caseId, decisionId: decided.ok ? decided.decisionId : 0, note: "Too much." };
  expect(await withdrawDecision(world.site, await world.viewer(moderators[1]!), given, world.now)).toEqual({
    ok: true,
  });
  expect(await caseOf(world, caseId)).toMatchObject({ state: "open" });
  expect((await world.viewer(harasser)).sanctions).toEqual([]);
  expect(await decide(world, moderators[1]!, caseId)).toMatchObject({ state: "in-force" });
});

test("of one who agrees and one who doesn't at the same moment, exactly one counts", async () => {
  for (const order of ["agree-first", "refuse-first"]) {
    const { world, moderators, stewards, harasser, caseId } = await aReportedCase({
      moderators: ["Moss"],
      steward: true,
    });
    const decided = await decide(world, moderators[0]!, caseId, { outcome: "removal" });
    const given = { caseId, decisionId: decided.ok ? decided.decisionId : 0, note: "Seen." };
    const second = await world.viewer(stewards[0]!);
    const deeds = [confirmDecision, withdrawDecision];
    if (order === "refuse-first") deeds.reverse();
    const both = await Promise.all(deeds.map((deed) => deed(world.site, second, given, world.now)));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const agreed = both[deeds.indexOf(confirmDecision)]!.ok;
    expect(await caseOf(world, caseId)).toMatchObject({ state: agreed ? "decided" : "open" });
    expect((await world.viewer(harasser)).sanctions).toHaveLength(agreed ? 1 : 0);
  }
});

test("where nobody could confirm it, a removal is refused, and a week's suspension is the most", async () => {
  const alone = await aReportedCase({ moderators: ["Moss"] });
  const refused = await decide(alone.world, alone.moderators[0]!, alone.caseId, { outcome: "removal" });
  expect(refused).toMatchObject({ ok: false, reason: "no-second" });
  expect(
    await decide(alone.world, alone.moderators[0]!, alone.caseId, { outcome: "suspension", days: 7 }),
  ).toMatchObject({
    state: "in-force",
  });
});

test("where a moderator is alone, a steward who is somebody else can confirm", async () => {
  const helped = await aReportedCase({ moderators: ["Moss"], steward: true });
  const decided = await decide(helped.world, helped.moderators[0]!, helped.caseId, { outcome: "removal" });
  const given = { caseId: helped.caseId, decisionId: decided.ok ? decided.decisionId : 0, note: "" };
  const steward = await helped.world.viewer(helped.stewards[0]!);
  expect(await confirmDecision(helped.world.site, steward, given, helped.world.now)).toEqual({ ok: true });
});
