import { expect, test } from "vitest";
import { accountKeys, journalEntries, journalImages, sanctions } from "#db/schema";
import { drawOwnKey, wrapBySecret } from "~/accounts/own-key/wraps.server";
import { WORDS_MOST } from "~/journal/forms";
import { keepEntry } from "~/journal/keep-entry.server";
import { fromLink, newId, toLink } from "~/platform/ids";
import { DAY, HOUR, plus } from "~/platform/time";
import { sweep } from "~/retention/sweep.server";
import * as listPage from "~/routes/me.journal._index";
import * as entryPage from "~/routes/me.journal.$entry._index";
import * as changePage from "~/routes/me.journal.$entry.change";
import * as imagePage from "~/routes/me.journal.$entry.image";
import * as documentPage from "~/routes/me.journal.document";
import * as newPage from "~/routes/me.journal.new";
import * as reportPage from "~/routes/report";
import { call } from "../support/call";
import { pngOf } from "../support/images";
import { community, ENTRY, keeperOf, sendForm, WORDS } from "./open-journal";

test("an entry is kept, listed by its day, and read again", async () => {
  const { world, iris, as, keep, list } = await community();
  const older = await keep({ ...ENTRY, day: "2026-04-01" });
  const undated = await keep({ words: "some time ago" });
  const newest = await keep();
  expect((await list()).data.entries.map(({ link }) => link)).toEqual([newest, older, undated]);
  const { data } = await call(world, entryPage.loader, { ...as(iris), params: { entry: newest } });
  expect(data).toMatchObject({ entry: { ...ENTRY, image: null, kept: new Date("2026-05-01T00:00:00Z") } });
});

test("what is stored tells an account, a month and roughly a size; not a word, not a day", async () => {
  const { world, key, keep } = await community();
  const link = await keep();
  const other = await keep({ words: "x" });
  const rows = await world.read.select().from(journalEntries);
  expect(Object.keys(rows[0]!).sort()).toEqual(["accountId", "id", "kept", "removed", "sealed"]);
  expect(rows.map(({ sealed }) => sealed.length)).toEqual([1024 + 28, 1024 + 28]);
  const all = Buffer.concat(rows.map(({ sealed }) => sealed)).toString("latin1");
  for (const word of ["waited", "library", "2026-05-03"]) expect(all).not.toContain(word);
  // The server's own key opens nothing of it, and no row's words open in another's place.
  const { unseal } = await import("~/platform/keys.server");
  const row = rows.find(({ id }) => toLink(id) === link)!;
  expect(() => unseal("own-key", row.sealed, `entry:${row.id}`)).toThrow();
  const { openEntry } = await import("~/journal/seal-entry.server");
  expect(() => openEntry(key, fromLink(other)!, row.sealed)).toThrow();
  expect(() => openEntry(drawOwnKey(), row.id, row.sealed)).toThrow();
});

test("only whoever typed their secret a moment ago gets in, and a guest gets nowhere", async () => {
  const { world, iris, keep } = await community();
  const entry = await keep();
  const doors = [
    listPage.loader,
    newPage.loader,
    entryPage.loader,
    changePage.loader,
    imagePage.loader,
    documentPage.loader,
  ];
  for (const loader of doors) {
    expect((await call(world, loader, { params: { entry } })).status).toBe(401);
    const asked = await call(world, loader, { as: iris, params: { entry }, url: `/me/journal/${entry}` });
    expect(asked.headers.get("location")).toBe(`/me/confirm?back=%2Fme%2Fjournal%2F${entry}`);
    const shut = await call(world, loader, { as: iris, proved: true, params: { entry } });
    expect(shut.headers.get("location")).toBe("/me/journal/shut");
  }
});

test("somebody else, whoever they are, finds nothing under its address", async () => {
  const { world, as, keep } = await community();
  const entry = await keep();
  for (const office of [[], ["moderator"], ["steward"]] as const) {
    const other = await world.member(`Other ${office[0]}`, { offices: [...office] });
    const asked = { ...as(other), params: { entry } };
    for (const loader of [entryPage.loader, changePage.loader, imagePage.loader])
      expect((await call(world, loader, asked)).status).toBe(404);
    expect((await call(world, changePage.action, { ...asked, form: ENTRY })).status).toBe(404);
    for (const deed of ["remove", "take-back", "erase"])
      expect((await call(world, listPage.action, { ...asked, form: { entry, deed } })).status).toBe(404);
  }
  expect((await world.read.select().from(journalEntries))[0]!.removed).toBeNull();
});

test("whoever is suspended can write down what was done to them, too", async () => {
  const { world, iris, keep, list } = await community();
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: iris.pseudonymId,
      caseId: newId(),
      kind: "suspension",
      agreement: "x",
      agreementVersion: 1,
      reasons: "",
      started: world.now,
    }),
  );
  await keep();
  expect((await list()).data.entries).toHaveLength(1);
});

test.each([
  ["no words", { ...ENTRY, words: "  " }, "words", "missing"],
  ["too many", { ...ENTRY, words: "w".repeat(WORDS_MOST + 1) }, "words", "too-long"],
  ["a day that doesn't exist", { ...ENTRY, day: "2026-02-30" }, "day", "no-day"],
  ["a place as long as a book", { ...ENTRY, place: "p".repeat(301) }, "place", "too-long"],
])("%s: nothing is kept, and all that was typed comes back", async (_, form, field, error) => {
  const { world, iris, as } = await community();
  const answer = await call(world, newPage.action, { ...as(iris), form });
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({ lastResult: { error: { [field]: [error] }, initialValue: { who: form.who } } });
  expect(await world.read.$count(journalEntries)).toBe(0);
});

test("an entry that's taken out can be put back for a day; then it's gone with its image", async () => {
  const { world, iris, key, as, list } = await community();
  await sendForm(world, newPage.action, iris, key, pngOf());
  const entry = toLink((await world.read.select().from(journalEntries))[0]!.id);
  const press = (deed: string) => call(world, listPage.action, { ...as(iris), form: { entry, deed } });
  expect((await press("erase")).status, "only what's out can be erased").toBe(404);
  await press("remove");
  expect((await list()).data).toMatchObject({ entries: [], removed: [{ link: entry }] });
  expect((await call(world, entryPage.loader, { ...as(iris), params: { entry } })).status).toBe(404);
  await press("take-back");
  expect((await list()).data.entries).toHaveLength(1);
  await press("remove");
  await sweep(world.site, world.later(DAY - HOUR));
  expect(await world.read.$count(journalEntries)).toBe(1);
  await sweep(world.site, world.later(2 * HOUR));
  expect([await world.read.$count(journalEntries), await world.read.$count(journalImages)]).toEqual([0, 0]);
});

test("it can be erased at once", async () => {
  const { world, iris, as, keep } = await community();
  const entry = await keep();
  for (const deed of ["remove", "erase"]) await call(world, listPage.action, { ...as(iris), form: { entry, deed } });
  expect(await world.read.$count(journalEntries)).toBe(0);
});

test("writing faster than anybody writes waits, with every word still there", async () => {
  const { world, iris, key, as } = await community();
  const keeper = await keeperOf(world, iris, key);
  const input = { ...ENTRY, dropImage: false, image: null };
  for (let i = 0; i < 60; i++) await keepEntry(world.site, keeper, input, world.now);
  const answer = await call(world, newPage.action, { ...as(iris), form: ENTRY });
  expect(answer).toMatchObject({ status: 429, data: { lastResult: { initialValue: ENTRY } } });
});

test("an entry with a link to something here can begin a report; one that leads elsewhere, or nowhere, can't", async () => {
  const { world, iris, as, keep } = await community();
  const thorn = await world.member("Thorn");
  const commons = await world.space("open");
  const hidden = await world.space("circle", { members: [thorn] });
  const topic = await world.topic(thorn, commons);
  const post = await world.post(thorn, topic);
  const secret = await world.topic(thorn, hidden);
  const found = async (place: string) => {
    const entry = await keep({ ...ENTRY, place });
    const { data } = await call(world, entryPage.loader, { ...as(iris), params: { entry } });
    return (data as { reportable: unknown }).reportable;
  };
  expect(await found(`https://forum.example/t/${topic.link}/2#x`)).toEqual({
    kind: "post",
    address: `/report?post=${post.link}`,
  });
  const name = toLink(thorn.pseudonymId);
  expect(await found(`/p/${name}`)).toEqual({ kind: "name", address: `/report?name=${name}` });
  for (const nothing of ["elsewhere", `/t/${secret.link}/1`, `/t/${topic.link}/99`, `/p/${toLink(newId())}`])
    expect(await found(nothing)).toBeNull();
  const begun = await call(world, reportPage.action, {
    as: iris,
    url: `/report?post=${post.link}`,
    form: { begin: "journal", words: WORDS },
  });
  expect(begun).toMatchObject({ status: 200, data: { lastResult: { initialValue: { words: WORDS } }, refusal: null } });
});

test("whoever leaves for good takes the journal and its key with them", async () => {
  const { world, iris, key, keep } = await community();
  await keep();
  const bySecret = (await wrapBySecret(key, "five words of some kind here"))!;
  await world.site.database.transaction((tx) =>
    tx.insert(accountKeys).values({ accountId: iris.accountId, bySecret, byCode: null }),
  );
  const { leaveForGood } = await import("~/retention/leave-for-good.server");
  const choices = { answers: "erase", topics: "erase", gatherings: "erase" } as const;
  expect(await leaveForGood(world.site, await world.viewer(iris), choices, world.now)).toEqual({ ok: true });
  expect([await world.read.$count(journalEntries), await world.read.$count(accountKeys)]).toEqual([0, 0]);
});

test("a month is kept, never a day or an hour, of when somebody wrote", async () => {
  const { world, keep } = await community();
  world.later(20 * DAY);
  await keep();
  const [row] = await world.read.select().from(journalEntries);
  expect(row!.kept).toEqual(new Date("2026-05-01T00:00:00Z"));
  expect(plus(row!.kept, DAY).getTime()).toBeLessThan(world.now.getTime());
});
