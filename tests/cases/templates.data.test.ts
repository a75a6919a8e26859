import { expect, test } from "vitest";
import { decisionTemplates, publicLog } from "#db/schema";
import { templateNow, templateVersions } from "~/cases/templates/template-queries.server";
import { writeTemplate } from "~/cases/templates/write-template.server";
import { toLink } from "~/platform/ids";
import * as oneCase from "~/routes/moderation.cases.$case";
import * as templates from "~/routes/moderation.templates";
import { call } from "../support/call";
import { aReportedCase, claim } from "../support/reporting";
import { openWorld, type Person, type World } from "../support/world";

const key = { outcome: "mute", side: "respondent", language: "en" } as const;
const words = "Please rest for {{days}} days. “{{clause}}” says why.";
const write = async (world: World, who: Person, given: Partial<Parameters<typeof writeTemplate>[2]> = {}) =>
  writeTemplate(world.site, await world.viewer(who), { ...key, version: 0, words, ...given }, world.now);

test("reasons begin from the words that moderators wrote, in the language of the reasons, with its marks filled in", async () => {
  const { world, moderators, caseId } = await aReportedCase();
  expect(await write(world, moderators[0]!)).toEqual({ ok: true, version: 1 });
  await claim(world, moderators[1]!, caseId);
  const draftIn = async (language: string) => {
    const url = `/?outcome=mute&agreement=no-slurs&days=3&language=${language}`;
    const params = { case: toLink(caseId) };
    const { data } = await call(world, oneCase.loader, { as: moderators[1]!, url, params });
    return (data as { draft: { toRespondent: string; toReporter: string } }).draft;
  };
  const english = await draftIn("en");
  expect(english.toRespondent).toMatch(/^Please rest for 3 days\. “[^{]+” says why\.$/);
  expect(english.toReporter).toMatch(/3 days/);
  expect((await draftIn("es")).toRespondent).not.toMatch(/rest|\{\{/);
});

test("every version stays readable, the product's own last, and the log says that words changed", async () => {
  const world = await openWorld();
  const moss = await world.member("Moss", { offices: ["moderator"] });
  await write(world, moss);
  await write(world, moss, { version: 1, words: "Rest." });
  expect(await templateVersions(world.read, key)).toMatchObject([
    { version: 2, words: "Rest.", by: "Moss" },
    { version: 1, words },
    { version: 0, by: null },
  ]);
  const first = await templateNow(world.read, { ...key, side: "reporter" });
  expect(first).toMatchObject({ version: 0 });
  expect(first.words).toContain("{{days}}");
  const log = await world.read.select().from(publicLog);
  expect(log).toMatchObject([1, 2].map((version) => ({ act: "template-written", details: { ...logged, version } })));
});

const logged = { outcome: "mute", language: "en" };

test("of two who write at once, one is told that it changed; the same words again are no new version", async () => {
  const world = await openWorld();
  const moss = await world.member("Moss", { offices: ["moderator"] });
  const fern = await world.member("Fern", { offices: ["moderator"] });
  const both = await Promise.all([write(world, moss), write(world, fern, { words: "Other words." })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter((one) => !one.ok)).toMatchObject([{ reason: "changed-meanwhile" }]);
  const { version, words: now } = await templateNow(world.read, key);
  expect(await write(world, moss, { version, words: now })).toEqual({ ok: true, version });
  expect(await world.read.$count(decisionTemplates)).toBe(1);
});

test("only those who handle cases write them", async () => {
  const { world, moderators, survivor } = await aReportedCase();
  const organizer = await world.member("Birch", { offices: ["organizer"] });
  for (const who of [survivor, organizer]) expect(await write(world, who)).toMatchObject({ reason: "not-allowed" });
  for (const [who, status] of [
    [null, 404],
    [survivor, 404],
    [organizer, 404],
  ] as const) {
    expect((await call(world, templates.loader, { as: who })).status).toBe(status);
    expect((await call(world, templates.action, { as: who, form: { ...key, version: "0", words } })).status).toBe(
      status,
    );
  }
  expect((await call(world, templates.loader, { as: moderators[0]! })).status).toBe(200);
  expect(await world.read.$count(decisionTemplates)).toBe(0);
});

test.each([
  ["nothing", ""],
  ["a mark that means nothing", "For {{weeks}} weeks."],
  ["far too much", "a".repeat(6_001)],
])("%s comes back with its words", async (_, given) => {
  const world = await openWorld();
  const moss = await world.member("Moss", { offices: ["moderator"] });
  const sent = await call(world, templates.action, { as: moss, form: { ...key, version: "0", words: given } });
  expect(sent).toMatchObject({ status: 422 });
  if (given) expect(sent.data).toMatchObject({ lastResult: { initialValue: { words: given } } });
  expect(await world.read.$count(decisionTemplates)).toBe(0);
});

test("an address that asks for no template there is shows the first", async () => {
  const world = await openWorld();
  const moss = await world.member("Moss", { offices: ["moderator"] });
  const url = "/moderation/templates?outcome=exile&side=both&language=xx";
  const { data } = await call(world, templates.loader, { as: moss, url });
  expect(data).toMatchObject({ key: { outcome: "no-breach", side: "reporter" } });
});
