import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { blocks, evidence, evidenceReadings, ties } from "#db/schema";
import { closeDecided } from "~/cases/close-decided.server";
import { listReadings } from "~/cases/reading-queries.server";
import { newId, toLink } from "~/platform/ids";
import { DAY, HOUR, plus } from "~/platform/time";
import { sweep } from "~/retention/sweep.server";
import * as oneCase from "~/routes/moderation.cases.$case";
import * as readings from "~/routes/steward_.readings";
import { call } from "../support/call";
import { aCase, aReportedCase, decide, report, see, split } from "../support/reporting";
import type { Person, World } from "../support/world";

const noted = (world: World) => world.read.select().from(evidenceReadings);
const listed = async (world: World, who: Person) =>
  (await listReadings(world.read, await world.viewer(who), 1)).readings;

test("whoever opens a case's sealed copies is noted once a day, by the name of their office", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  const params = { case: toLink(caseId) };
  for (let i = 0; i < 3; i++) await call(world, oneCase.loader, { as: moderators[0]!, params });
  await Promise.all([1, 2].map(() => see(world, moderators[1]!, caseId)));
  expect((await noted(world)).map((row) => row.readerPseudonymId).sort()).toEqual(
    moderators.map((one) => one.pseudonymId).sort(),
  );
  world.later(DAY);
  await see(world, moderators[0]!, caseId);
  expect(await noted(world)).toHaveLength(3);
});

test("nobody who isn't dealt the case opens a copy, and their tries note nothing", async () => {
  const { world, moderators, survivor, harasser, stewards, caseId } = await aReportedCase({
    moderators: ["Moss", "Fern", "Ash", "Elm", "Yew", "Fir"],
    steward: true,
  });
  const { others } = await split(world, caseId, moderators);
  for (const as of [...others, survivor, harasser, ...stewards])
    expect(await call(world, oneCase.loader, { as, params: { case: toLink(caseId) } })).toMatchObject({ status: 404 });
  await call(world, oneCase.loader, { as: moderators[0]!, params: { case: toLink(newId()) } });
  expect(await noted(world)).toEqual([]);
});

test("stewards see who opened which case on which day, and neither a party nor a word of it", async () => {
  const { world, moderators, stewards, survivor, caseId } = await aReportedCase({ steward: true });
  await see(world, moderators[0]!, caseId);
  const answered = await call(world, readings.loader, { as: stewards[0]! });
  expect(answered.data).toMatchObject({ readings: [{ by: "Moss", mark: toLink(caseId).slice(0, 5) }] });
  for (const secret of ["Wren", "Thorn", "lobby", "slur", toLink(caseId), String(caseId)])
    expect(JSON.stringify(answered.data)).not.toContain(secret);
  for (const as of [null, survivor, moderators[0]!])
    expect(await call(world, readings.loader, { as })).toMatchObject({ status: 404 });
  for (const page of ["0", "-1", "1.5", "1e9", "x", "", "99999999999999999999"])
    expect(await call(world, readings.loader, { as: stewards[0]!, url: `/x?page=${page}` })).toMatchObject({
      status: 200,
      data: { page: 1 },
    });
});

test.each<[string, (setting: Awaited<ReturnType<typeof aCase>>) => Promise<unknown>]>([
  ["reported it", async ({ world, stewards, post }) => report(world, stewards[0]!, post.id, { conduct: "pile-on" })],
  [
    "declared a tie",
    async ({ world, stewards, harasser: { pseudonymId } }) =>
      world.site.database.transaction((tx) =>
        tx.insert(ties).values({ moderatorPseudonymId: stewards[0]!.pseudonymId, pseudonymId, declared: world.now }),
      ),
  ],
  [
    "was blocked by a party",
    async ({ world, stewards, harasser }) =>
      world.site.database.transaction((tx) =>
        tx.insert(blocks).values({
          ownerAccountId: harasser.accountId,
          pseudonymId: stewards[0]!.pseudonymId,
          kind: "block",
          since: plus(world.now, -9 * HOUR),
        }),
      ),
  ],
])("a steward who %s isn't told who handles that case, and of every other is", async (_, happened) => {
  const setting = await aCase({ steward: true });
  await happened(setting);
  const { world, moderators, stewards, survivor, topic, post } = setting;
  const { caseId } = await report(world, survivor, post.id);
  const lark = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const other = await report(world, survivor, (await world.post(lark, topic, { body: "Hm." })).id);
  await see(world, moderators[0]!, caseId);
  await see(world, moderators[0]!, other.caseId);
  expect((await listed(world, stewards[0]!)).map((row) => row.mark)).toEqual([toLink(other.caseId).slice(0, 5)]);
});

test("copies and the list of who opened them go 90 days after the case closed, and not before", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  await see(world, moderators[0]!, caseId);
  await decide(world, moderators[0]!, caseId);
  world.later(15 * DAY);
  await closeDecided(world.site, world.now);
  const count = async () => [
    await world.read.$count(evidence, eq(evidence.caseId, caseId)),
    await world.read.$count(evidenceReadings),
  ];
  world.later(89 * DAY);
  await sweep(world.site, world.now);
  expect(await count()).toEqual([1, 1]);
  world.later(2 * DAY);
  await sweep(world.site, world.now);
  expect(await count()).toEqual([0, 0]);
  // The page of the case is still there, with nothing to open and nothing to note.
  expect((await see(world, moderators[0]!, caseId))?.copies).toEqual([]);
  expect(await count()).toEqual([0, 0]);
});
