import { expect, test } from "vitest";
import { DAY, weekOf } from "~/platform/time";
import { independentVoices } from "~/reports/independence";
import { originsOf } from "~/reports/origin-queries.server";
import { nameNo } from "../support/many-names";
import { aCase, queueOf, report, split } from "../support/reporting";
import { openWorld, type Person } from "../support/world";

const voices = async (world: Awaited<ReturnType<typeof openWorld>>, people: Person[]) =>
  independentVoices([
    ...(
      await originsOf(
        world.read,
        people.map((one) => one.accountId),
      )
    ).values(),
  ]);

test("a small circle that two accounts share, under whichever names, makes them one voice", async () => {
  const world = await openWorld();
  const [wren, lark, crow] = [
    await world.member("Wren", { branch: 1, weeksHere: 20, alsoAs: ["Wren's other name"] }),
    await world.member("Lark", { branch: 2, weeksHere: 30 }),
    await world.member("Crow", { branch: 3, weeksHere: 40 }),
  ];
  expect(await voices(world, [wren, lark, crow])).toBe(3);
  const other = (await world.viewer(wren)).pseudonyms[1]!.id;
  await world.space("circle", { members: [{ ...wren, pseudonymId: other }, lark] });
  expect(await voices(world, [wren, lark, crow])).toBe(2);
  expect(await voices(world, [])).toBe(0);
});

test("those who came with a rush of arrivals are one voice, though their branches and weeks differ", async () => {
  const world = await openWorld();
  for (let i = 0; i < 8; i++) await world.member(nameNo(i), { weeksHere: 10 + i });
  const raiders: Person[] = [];
  for (let i = 0; i < 24; i++) raiders.push(await world.member(nameNo(100 + i), { branch: 100 + i, weeksHere: i % 2 }));
  const [first, second] = [raiders[0]!, raiders[1]!];
  const origins = await originsOf(world.read, [first.accountId, second.accountId]);
  expect(new Set([...origins.values()].map((one) => one.joinedWeek)).size).toBe(2);
  expect([...origins.values()].map((one) => one.burst)).toEqual([weekOf(world.now) - 1, weekOf(world.now) - 1]);
  expect(await voices(world, [first, second])).toBe(1);
});

test("the queue counts voices, and a second voice from the same small circle hides nothing for all", async () => {
  const { world, moderators, survivor, post } = await aCase();
  const friend = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const stranger = await world.member("Crow", { branch: 4, weeksHere: 60 });
  await world.space("circle", { members: [survivor, friend] });
  const { caseId } = await report(world, survivor, post.id, { conduct: "outing" });
  expect(await report(world, friend, post.id, { conduct: "outing" })).toMatchObject({ hidden: false });
  const [dealt] = (await split(world, caseId, moderators)).dealt;
  expect(await queueOf(world, dealt!)).toMatchObject([{ voices: 1 }]);
  world.later(DAY);
  expect(await report(world, stranger, post.id, { conduct: "outing" })).toMatchObject({ hidden: true });
  expect(await queueOf(world, dealt!)).toMatchObject([{ voices: 2 }]);
});
