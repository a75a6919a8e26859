import { expect, test } from "vitest";
import { DAY, HOUR } from "~/platform/time";
import { unusualReporters } from "~/reports/unusual-reporters.server";
import { nameNo } from "../support/many-names";
import { aCase, decide, report, see, split } from "../support/reporting";

test("moderators see by alias who reports far more than before, and nobody is refused or sanctioned for it", async () => {
  const { world, moderators, survivor, harasser, topic } = await aCase();
  let caseId = 0;
  for (let i = 0; i < 9; i++) {
    const post = await world.post(harasser, topic, { body: `Thing ${i}` });
    ({ caseId } = await report(world, survivor, post.id));
    if (i < 5) {
      const [dealt] = (await split(world, caseId, moderators)).dealt;
      await decide(world, dealt!, caseId, { outcome: "no-breach", days: undefined });
    }
  }
  const [dealt] = (await split(world, caseId, moderators)).dealt;
  const seen = (await see(world, dealt!, caseId))!;
  expect(seen.unusual).toEqual([{ alias: 1, sent: 9, decided: 5, noBreach: 5 }]);
  expect(JSON.stringify(seen.unusual)).not.toContain(String(survivor.accountId));
  expect((await world.viewer(survivor)).sanctions).toEqual([]);
  world.later(120 * DAY);
  expect(await unusualReporters(world.read, caseId, world.now)).toEqual([]);
});

test("a group is told of without saying who belongs to it, and two who hang together are no group", async () => {
  const { world, harasser, topic, post } = await aCase();
  const group = [];
  for (let i = 0; i < 4; i++) group.push(await world.member(nameNo(i), { branch: 77, weeksHere: 10 + i }));
  let caseId = 0;
  for (const who of group.slice(0, 2)) ({ caseId } = await report(world, who, post.id));
  expect(await unusualReporters(world.read, caseId, world.now)).toEqual([]);
  for (const who of group.slice(2)) await report(world, who, post.id);
  for (let i = 0; i < 4; i++) {
    const more = await world.post(harasser, topic, { body: `Thing ${i}` });
    for (const who of group) await report(world, who, more.id);
    world.later(HOUR);
  }
  expect(await unusualReporters(world.read, caseId, world.now)).toEqual([
    { alias: null, sent: 20, decided: 0, noBreach: 0 },
  ]);
});
