import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts, reports } from "#db/schema";
import { conducts, severityOf } from "~/agreements/conducts";
import { DAY, HOUR } from "~/platform/time";
import { aCase, dealtTo, decide, report, tryReport } from "../support/reporting";
import type { Person, World } from "../support/world";

const urgent = conducts.filter((conduct) => severityOf(conduct) === "urgent");

const hiddenOf = async (world: World, ids: number[]) => {
  const rows = await world.read.select().from(posts).where(eq(posts.state, "hidden"));
  return rows.map((row) => row.id).filter((id) => ids.includes(id));
};

/** Posts of a survivor, one of which the troll is after first. */
async function aTarget(count: number) {
  const scene = await aCase();
  const ids: number[] = [];
  for (let i = 0; i < count; i++) ids.push((await scene.world.post(scene.survivor, scene.topic, { body: `${i}` })).id);
  return { ...scene, ids };
}

async function everything(world: World, who: Person, ids: number[], aboutMe: boolean) {
  for (const postId of ids) for (const conduct of urgent) await tryReport(world, who, postId, { conduct, aboutMe });
}

test("every urgent conduct on everything hides one post for each account at a time, also above its limit", async () => {
  const { world, harasser, ids } = await aTarget(8);
  await everything(world, harasser, ids, true);
  expect(await hiddenOf(world, ids)).toEqual([ids[0]]);
  const pending = await world.read.select().from(reports).where(eq(reports.hide, "pending"));
  expect(pending.map((one) => one.reporterAccountId)).toEqual([harasser.accountId]);
  expect(await world.read.$count(reports), "none was dropped").toBe(ids.length * urgent.length);
});

test("many accounts of one branch hide nothing together that one of them couldn't: their agreement is no second voice", async () => {
  const { world, ids } = await aTarget(2);
  for (const [i, name] of ["Burr", "Gorse", "Briar", "Teasel", "Spine"].entries()) {
    const one = await world.member(name, { branch: 666, weeksHere: 30 + i });
    await everything(world, one, ids, false);
  }
  expect(await hiddenOf(world, ids)).toEqual([]);
  expect(await world.read.$count(reports, eq(reports.hide, "pending"))).toBe(0);
});

test("what was found to break nothing stays visible, and after misuse an account hides nothing for 30 days", async () => {
  const { world, harasser, moderators, ids } = await aTarget(3);
  const [first, second, third] = ids as [number, number, number];
  const { caseId } = await report(world, harasser, first, { conduct: "outing", aboutMe: true });
  const dealt = await dealtTo(world, caseId);
  const decider = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  await decide(world, decider, caseId, { outcome: "no-breach", hideMisused: true });
  world.later(HOUR);
  await everything(world, harasser, [first, second], true);
  const other = await world.member("Gorse", { branch: 70, weeksHere: 40 });
  await everything(world, other, [first], true);
  expect(await hiddenOf(world, ids)).toEqual([]);
  world.later(29 * DAY);
  expect(await tryReport(world, harasser, third, { conduct: "threat", aboutMe: true })).toMatchObject({
    already: false,
    hidden: false,
  });
});
