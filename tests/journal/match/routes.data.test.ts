import { expect, test } from "vitest";
import { matchVoices, namings } from "#db/schema";
import { answerMatch } from "~/journal/match/answer-match.server";
import { toLink } from "~/platform/ids";
import * as entryPage from "~/routes/me.journal.$entry._index";
import * as namingPage from "~/routes/me.journal.match._index";
import * as matchPage from "~/routes/me.journal.match.$match";
import * as newPage from "~/routes/me.journal.new";
import * as newsPage from "~/routes/notifications";
import { call } from "../../support/call";
import { ENTRY } from "../open-journal";
import { aCommunity, aMatch, ORGANISATION } from "./those-who-name";

test("a name is shown as it's compared before anything is kept; then it's named, and can be taken back", async () => {
  const { world, person, as } = await aCommunity();
  const ana = await person("Ana");
  const press = (form: Record<string, string>) => call(world, namingPage.action, { ...as(ana), form });
  const looked = await press({ deed: "look", name: ORGANISATION });
  expect(looked).toMatchObject({ status: 200, data: { typed: { form: "lighthouse project" } } });
  expect(await world.read.$count(namings)).toBe(0);
  expect((await press({ deed: "name", name: "lighthouse project" })).status).toBe(303);
  expect((await press({ deed: "name", name: ORGANISATION })).status).toBe(409);
  const { data } = await call(world, namingPage.loader, as(ana));
  const [{ link }] = (data as { named: { link: string }[] }).named as [{ link: string }];
  expect((await press({ deed: "back", naming: "nothing" })).status).toBe(404);
  expect((await press({ deed: "back", naming: link })).headers.get("location")).toBe("/me/journal/match?said=back");
  expect(await world.read.$count(namings)).toBe(0);
});

test.each([
  ["nothing", ""],
  ["two letters", "ab"],
  ["signs", "!?"],
  ["a book", "x".repeat(5_000)],
])("%s tells no organisation: the field says so, and what was typed comes back", async (_, name) => {
  const { world, person, as } = await aCommunity();
  const ana = await person("Ana");
  for (const deed of ["look", "name"]) {
    const answer = await call(world, namingPage.action, { ...as(ana), form: { deed, name } });
    expect(answer).toMatchObject({ status: 422, data: { refusal: null, typed: { name, form: null } } });
  }
});

test("an entry leads there with the organisation it names, and nobody else's entry does", async () => {
  const { world, person, as } = await aCommunity();
  const [ana, ben] = [await person("Ana"), await person("Ben")];
  await call(world, newPage.action, { ...as(ana), form: ENTRY });
  const { journalEntries } = await import("#db/schema");
  const entry = toLink((await world.read.select().from(journalEntries))[0]!.id);
  expect((await call(world, entryPage.loader, { ...as(ana), params: { entry } })).data).toMatchObject({
    mayName: true,
  });
  const begin = async (who: typeof ana) =>
    ((await call(world, namingPage.loader, { ...as(who), url: `/?entry=${entry}` })).data as { begin: string }).begin;
  expect(await begin(ana)).toBe(ENTRY.who);
  expect(await begin(ben)).toBe("");
});

test("both pages ask for the secret, and are for nobody else", async () => {
  const { world, five, match, person, as } = await aMatch();
  const params = { match: toLink(match) };
  const [ana] = five;
  const url = `/me/journal/match/${params.match}`;
  const asked = await call(world, matchPage.loader, { as: ana!, params, url });
  expect(asked.headers.get("location")).toBe(`/me/confirm?back=${encodeURIComponent(url)}`);
  expect((await call(world, matchPage.loader, { params })).status).toBe(401);
  const shut = await call(world, matchPage.loader, { as: ana!, proved: true, params });
  expect(shut.headers.get("location")).toBe("/me/journal/shut");
  expect((await call(world, matchPage.action, { as: ana!, params, form: { deed: "no" } })).status).toBe(401);
  const moderator = await person("Moss", { offices: ["moderator"] });
  for (const link of [params.match, "nothing", "../.."]) {
    const tried = { ...as(moderator), params: { match: link } };
    expect((await call(world, matchPage.loader, tried)).status).toBe(404);
    for (const deed of ["no", "leave"])
      expect((await call(world, matchPage.action, { ...tried, form: { deed } })).status).toBe(404);
  }
  const young = await person("Cleo", { younger: true });
  expect((await call(world, namingPage.loader, as(young))).status).toBe(404);
});

test("the news say that something waits, and not what; looking takes it away, and a message brings it back", async () => {
  const { world, five, match, as } = await aMatch();
  const [ana, ben] = five;
  const params = { match: toLink(match) };
  const waits = async (who: typeof ana) =>
    ((await call(world, newsPage.loader, { as: who! })).data as { waits: boolean }).waits;
  expect(await waits(ana)).toBe(true);
  await call(world, matchPage.loader, { ...as(ana!), params });
  expect(await waits(ana)).toBe(false);
  const written = await call(world, matchPage.action, {
    ...as(ben!),
    params,
    form: { deed: "write", words: "Hello\r\nthere" },
  });
  expect(written.headers.get("location")).toBe(`/me/journal/match/${params.match}?said=written#said`);
  expect(await waits(ana)).toBe(true);
  const { data } = await call(world, matchPage.loader, { ...as(ana!), params });
  expect(data).toMatchObject({ name: "lighthouse project", messages: [{ own: false, words: "Hello\nthere" }] });
});

test("an empty message, one too long, or no name chosen: said beside the field, with what was typed", async () => {
  const { world, five, match, as } = await aMatch();
  const press = (form: Record<string, string | string[]>) =>
    call(world, matchPage.action, { ...as(five[0]!), params: { match: toLink(match) }, form });
  expect(await press({ deed: "write", words: "  " })).toMatchObject({ status: 422, data: { error: "missing" } });
  const long = "x".repeat(2_001);
  expect(await press({ deed: "write", words: long })).toMatchObject({
    status: 422,
    data: { error: "too-long", typed: long },
  });
  for (const slot of ["", "six", "6", "-1", "1.5"])
    expect(await press({ deed: "yes", slot })).toMatchObject({ status: 422, data: { error: "slot" } });
  expect(await press({ deed: "yes" })).toMatchObject({ status: 422, data: { error: "slot" } });
  expect((await press({ deed: "something" })).status).toBe(422);
  expect((await world.read.select().from(matchVoices)).every(({ answer }) => answer === null)).toBe(true);
});

test("the last yes leads into the circle", async () => {
  const { world, five, match, as } = await aMatch();
  for (const one of five.slice(0, 4))
    await answerMatch(world.site, await world.viewer(one), { match, answer: "yes", slot: 1 }, world.now);
  const params = { match: toLink(match) };
  const last = await call(world, matchPage.action, { ...as(five[4]!), params, form: { deed: "yes", slot: "1" } });
  expect(last.status).toBe(303);
  expect(last.headers.get("location")).toMatch(/^\/s\/[a-z-]+$/);
  const { data } = await call(world, newsPage.loader, { as: five[0]! });
  expect((data as { news: unknown[] }).news).toMatchObject([
    { kind: "circle-opened", href: last.headers.get("location") },
  ]);
  expect((await call(world, matchPage.loader, { ...as(five[0]!), params })).status).toBe(404);
});
