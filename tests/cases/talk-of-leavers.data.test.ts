import { expect, test } from "vitest";
import { caseMessages } from "#db/schema";
import { closeDecided } from "~/cases/close-decided.server";
import { DAY } from "~/platform/time";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { answer, aReportedCase, ask, askAbout, decide, see, state } from "../support/reporting";

const EVERYTHING = { answers: "erase", topics: "erase", gatherings: "erase" } as const;

test("whoever left isn't asked, and what they had said goes when the case closes", async () => {
  const { world, moderators, survivor, harasser, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  await answer(world, survivor, reportId, "In spring.");
  await askAbout(world, moderators[0]!, caseId);
  await state(world, harasser, caseId, "No.");
  for (const who of [survivor, harasser])
    expect(await leaveForGood(world.site, await world.viewer(who), EVERYTHING, world.now)).toEqual({ ok: true });
  expect(await ask(world, moderators[0]!, caseId, "Still there?")).toMatchObject({ reason: "they-left" });
  expect(await askAbout(world, moderators[0]!, caseId)).toMatchObject({ reason: "they-left" });
  expect((await see(world, moderators[0]!, caseId))!.talk.threads).toHaveLength(1);
  await decide(world, moderators[0]!, caseId);
  expect(await world.read.$count(caseMessages)).toBe(4);
  world.later(15 * DAY);
  await closeDecided(world.site, world.now);
  expect(await world.read.$count(caseMessages)).toBe(0);
});

test("whoever leaves after the case closed takes their words along at once", async () => {
  const { world, moderators, survivor, harasser, reportId, caseId } = await aReportedCase();
  await ask(world, moderators[0]!, caseId, "When?");
  await answer(world, survivor, reportId, "In spring.");
  await askAbout(world, moderators[0]!, caseId);
  await state(world, harasser, caseId, "No.");
  await decide(world, moderators[0]!, caseId);
  world.later(15 * DAY);
  await closeDecided(world.site, world.now);
  await leaveForGood(world.site, await world.viewer(survivor), EVERYTHING, world.now);
  expect((await world.read.select().from(caseMessages)).map((row) => row.side)).toEqual(["respondent", "respondent"]);
  await leaveForGood(world.site, await world.viewer(harasser), EVERYTHING, world.now);
  expect(await world.read.$count(caseMessages)).toBe(0);
});
