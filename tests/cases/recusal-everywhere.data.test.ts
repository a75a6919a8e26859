import { expect, test } from "vitest";
import { blocks, invitationEdges, notifications, ties } from "#db/schema";
import { caseForms } from "~/cases/forms";
import { remindHandlers } from "~/cases/remind-handlers.server";
import { newId, toLink } from "~/platform/ids";
import { HOUR, plus } from "~/platform/time";
import * as queue from "~/routes/moderation._index";
import * as oneCase from "~/routes/moderation.cases.$case";
import * as search from "~/routes/search";
import * as statement from "~/routes/statements.$case";
import { call } from "../support/call";
import { aCase, answer, ask, askAbout, claim, dealtTo, report, see } from "../support/reporting";
import type { Person, World } from "../support/world";

type Setting = Awaited<ReturnType<typeof aCase>>;

const invite = ({ world }: Setting, inviter: Person, invitee: Person) =>
  world.site.database.transaction((tx) =>
    tx.insert(invitationEdges).values({
      inviterAccountId: inviter.accountId,
      inviteeAccountId: invitee.accountId,
      since: world.now,
    }),
  );
const block = ({ world }: Setting, owner: Person, pseudonymId: number, hours = -9) =>
  world.site.database.transaction((tx) =>
    tx
      .insert(blocks)
      .values({ ownerAccountId: owner.accountId, pseudonymId, kind: "block", since: plus(world.now, hours * HOUR) }),
  );
const tie = ({ world }: Setting, moderator: Person, pseudonymId: number) =>
  world.site.database.transaction((tx) =>
    tx.insert(ties).values({ moderatorPseudonymId: moderator.pseudonymId, pseudonymId, declared: world.now }),
  );
const siblingOf = async (world: World, who: Person) => (await world.viewer(who)).pseudonyms[1]!.id;

/** Everything that keeps a moderator (the first) from a case, each as it would be there before the report. */
const RELATIONS: [string, (setting: Setting, moss: Person) => Promise<unknown>][] = [
  ["is a reporter", async (s, moss) => report(s.world, moss, s.post.id, { conduct: "pile-on" })],
  ["invited the respondent", async (s, moss) => invite(s, moss, s.harasser)],
  ["was invited by the respondent", async (s, moss) => invite(s, s.harasser, moss)],
  ["invited the reporter", async (s, moss) => invite(s, moss, s.survivor)],
  ["was invited by the reporter", async (s, moss) => invite(s, s.survivor, moss)],
  ["blocked the named pseudonym", async (s, moss) => block(s, moss, s.harasser.pseudonymId)],
  ["was blocked by the respondent", async (s, moss) => block(s, s.harasser, moss.pseudonymId)],
  ["blocked the reporter", async (s, moss) => block(s, moss, s.survivor.pseudonymId)],
  ["was blocked by the reporter", async (s, moss) => block(s, s.survivor, moss.pseudonymId)],
  ["declared a tie to the named pseudonym", async (s, moss) => tie(s, moss, s.harasser.pseudonymId)],
  ["declared a tie to another name of theirs", async (s, moss) => tie(s, moss, await siblingOf(s.world, s.harasser))],
  ["declared a tie to the reporter", async (s, moss) => tie(s, moss, s.survivor.pseudonymId)],
];

/** A full form for each deed, so that nothing but the door can refuse it. */
const FULL = {
  leaseNumber: "1",
  note: "A note.",
  alias: "1",
  risk: "no",
  outcome: "note",
  agreement: "no-slurs",
  toReporter: "x",
  toRespondent: "y",
};

test.each(RELATIONS)("a moderator who %s meets what a stranger meets, wherever they look", async (_, happened) => {
  const setting = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const { world, moderators, survivor, harasser, post } = setting;
  const [moss, fern] = moderators as [Person, Person];
  await happened(setting, moss);
  const { caseId, reportId } = await report(world, survivor, post.id, { words: "elderberry told" });
  expect((await dealtTo(world, caseId)).sort()).toEqual(
    moderators
      .slice(1)
      .map((one) => one.pseudonymId)
      .sort(),
  );
  await ask(world, fern, caseId, "elderberry asked", (await see(world, fern, caseId))!.reports.at(-1)!.alias);
  await askAbout(world, fern, caseId);
  await answer(world, survivor, reportId, "elderberry answered");
  await claim(world, fern, caseId);
  world.later(17 * HOUR);
  await remindHandlers(world.site, world.now);

  const nothing = { params: { case: toLink(newId()) } };
  const params = { case: toLink(caseId) };
  const same = async (handler: typeof oneCase.loader, form?: Record<string, string>) => {
    const asked = { as: moss, ...(form ? { form } : {}) };
    const [met, stranger] = [
      await call(world, handler, { ...asked, params }),
      await call(world, handler, { ...asked, ...nothing }),
    ];
    expect([met.status, met.data]).toEqual([stranger.status, stranger.data]);
    return met.status;
  };
  expect(await same(oneCase.loader)).toBe(404);
  expect(await same(statement.loader as never)).toBe(404);
  for (const intent of Object.keys(caseForms))
    for (const form of [{ intent }, { ...FULL, intent, to: toLink(fern.pseudonymId), decisionId: toLink(newId()) }])
      await same(oneCase.action as never, form);
  expect((await call(world, queue.loader, { as: moss })).data).toMatchObject({ queue: [] });
  const found = await call(world, search.loader, { as: moss, url: "/search?q=elderberry" });
  expect(JSON.stringify(found.data)).not.toMatch(/elderberry (told|asked|answered)/);
  const told = (await world.read.select().from(notifications)).filter((one) => one.caseId === caseId);
  expect(told.map((one) => one.pseudonymId)).not.toContain(moss.pseudonymId);
  expect((await see(world, fern, caseId))!.others.map((one) => one.label)).toEqual(["Ash"]);
  expect(harasser.name).toBe("Thorn");
});

test("whoever loses a case to a conflict loses what they were told of it, too", async () => {
  const { world, moderators, survivor, post } = await aCase({ moderators: ["Moss", "Fern", "Ash"] });
  const { caseId } = await report(world, survivor, post.id);
  const dealt = await dealtTo(world, caseId);
  const moss = moderators.find((one) => dealt.includes(one.pseudonymId))!;
  const told = async () =>
    (await world.read.select().from(notifications)).filter((one) => one.pseudonymId === moss.pseudonymId);
  expect(await told()).toHaveLength(1);
  await report(world, moss, post.id, { conduct: "pile-on" });
  expect(await told()).toEqual([]);
});

test("a block from the hour of the conduct on keeps nobody from a case, so nobody chooses their judge", async () => {
  const setting = await aCase({ moderators: ["Moss", "Fern"] });
  for (const moderator of setting.moderators) await block(setting, setting.harasser, moderator.pseudonymId, 0);
  const { caseId } = await report(setting.world, setting.survivor, setting.post.id);
  expect(await dealtTo(setting.world, caseId)).toHaveLength(2);
});

test("of a party's blocks the first three count, whatever came later", async () => {
  const setting = await aCase({ moderators: ["Moss", "Fern", "Ash", "Elm", "Yew"] });
  for (const [i, moderator] of setting.moderators.entries())
    await block(setting, setting.harasser, moderator.pseudonymId, -20 + i);
  const { caseId } = await report(setting.world, setting.survivor, setting.post.id);
  expect((await dealtTo(setting.world, caseId)).sort()).toEqual(
    setting.moderators
      .slice(3)
      .map((one) => one.pseudonymId)
      .sort(),
  );
});
