import { expect, test } from "vitest";
import { DAY } from "~/platform/time";
import { wholeLog } from "~/public-log/log-queries.server";
import { correctEntry } from "~/retention/transparency/correct-entry.server";
import type { ShownEntry } from "~/retention/transparency/entry";
import type { CorrectionInput, EntryInput } from "~/retention/transparency/forms";
import { writeEntry } from "~/retention/transparency/write-entry.server";
import * as desk from "~/routes/steward_.transparency";
import * as page from "~/routes/transparency";
import { call } from "../support/call";
import { openWorld } from "../support/world";

async function community() {
  const world = await openWorld();
  const ash = await world.member("Ash", { offices: ["steward"] });
  const fern = await world.member("Fern");
  const moss = await world.member("Moss", { offices: ["moderator"] });
  const shown = async () => (await call(world, page.loader)).data as { entries: ShownEntry[]; since: Date | null };
  const acts = async () => (await wholeLog(world.read)).map(({ act, office, details }) => ({ act, office, details }));
  return { world, ash, fern, moss, shown, acts };
}

const request = {
  what: "request",
  kind: "court",
  country: "mx",
  day: "2026-04-30",
  words: "Who wrote three posts in March.",
  answer: "pending",
  handed: "",
  told: "not-yet",
  language: "en",
} as const;
const asked: EntryInput = { ...request, country: "MX", day: new Date("2026-04-30") };
const nothing: EntryInput = { what: "nothing", day: new Date("2026-05-04"), words: "", language: "es" };
const more: CorrectionInput = {
  what: "correction",
  entry: 1,
  answer: "nothing-handed-over",
  words: "There was nothing to hand over.",
  language: "en",
};

test("until anybody asks, the page says so, and since when it counts", async () => {
  const { shown, world, ash } = await community();
  expect(await shown()).toEqual({ entries: [], since: null, held: 0 });
  await writeEntry(world.site, await world.viewer(ash), nothing, world.now);
  world.later(3 * DAY);
  expect((await shown()).since).toEqual(new Date("2026-05-04"));
});

test("a steward looks at an entry, goes back, looks again and publishes it", async () => {
  const { world, ash, shown, acts } = await community();
  const send = (deed: string) => call(world, desk.action, { as: ash, form: { ...request, deed } });
  const looked = await send("look");
  expect(looked).toMatchObject({ status: 200, data: { preview: { entry: { country: "MX", words: request.words } } } });
  expect((await send("change")).data).toMatchObject({
    preview: null,
    lastResult: { initialValue: { words: request.words } },
  });
  expect((await shown()).entries).toEqual([]);
  expect(await acts()).toEqual([]);

  const published = await send("publish");
  expect([published.status, published.headers.get("location")]).toEqual([303, "/steward/transparency?written"]);
  expect((await shown()).entries).toEqual([
    {
      number: 1,
      written: "2026-05-04",
      day: "2026-04-30",
      kind: "court",
      country: "MX",
      words: request.words,
      answer: "pending",
      handed: "",
      told: "not-yet",
      language: "en",
      added: [],
    },
  ]);
  expect(await acts()).toEqual([
    {
      act: "transparency-entry-written",
      office: "steward",
      details: { number: 1, kind: "court", answer: "pending" },
    },
  ]);
});

test("a correction stands below the entry, which stays as it was", async () => {
  const { world, ash, shown, acts } = await community();
  const as = await world.viewer(ash);
  await writeEntry(world.site, as, asked, world.now);
  const before = (await shown()).entries[0]!;
  world.later(2 * DAY);
  expect(await correctEntry(world.site, as, more, world.now)).toMatchObject({ ok: true });
  await correctEntry(
    world.site,
    as,
    { ...more, answer: undefined, words: "Llegó de dos juzgados.", language: "es" },
    world.now,
  );
  const [after] = (await shown()).entries;
  expect({ ...after, added: [] }).toEqual(before);
  expect(after!.added).toMatchObject([
    { written: "2026-05-06", answer: "nothing-handed-over", words: more.words, language: "en" },
    { written: "2026-05-06", answer: null, words: "Llegó de dos juzgados.", language: "es" },
  ]);
  expect((await acts()).slice(1)).toEqual([
    { act: "transparency-entry-corrected", office: "steward", details: { number: 1, answer: "nothing-handed-over" } },
    { act: "transparency-entry-corrected", office: "steward", details: { number: 1 } },
  ]);
});

test("the newest day comes first, and of one day what was written last", async () => {
  const { world, ash, shown } = await community();
  const as = await world.viewer(ash);
  for (const [day, words] of [
    ["2026-02-01", "a"],
    ["2026-05-01", "b"],
    ["2025-01-01", "c"],
    ["2026-05-01", "d"],
  ] as const)
    await writeEntry(world.site, as, { ...asked, day: new Date(day), words }, world.now);
  expect((await shown()).entries.map(({ words, number }) => [words, number])).toEqual([
    ["d", 4],
    ["b", 2],
    ["a", 1],
    ["c", 3],
  ]);
});

test("pressed twice, or by two stewards at once, it's written once; different ones get numbers of their own", async () => {
  const { world, ash, shown, acts } = await community();
  const as = await world.viewer(ash);
  const write = (input: EntryInput) => writeEntry(world.site, as, input, world.now);
  const answers = await Promise.all([write(asked), write(asked), write({ ...asked, words: "Another." })]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual(["already-done", "ok", "ok"]);
  expect((await shown()).entries.map(({ number }) => number).sort()).toEqual([1, 2]);
  const added = await Promise.all([1, 2].map(() => correctEntry(world.site, as, more, world.now)));
  expect(added.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await acts()).toHaveLength(3);
});

test("there is nothing to report up to a day once, and no answer to it that could change", async () => {
  const { world, ash, shown } = await community();
  const as = await world.viewer(ash);
  expect(await writeEntry(world.site, as, nothing, world.now)).toMatchObject({ ok: true });
  const again = { ...nothing, words: "Really." };
  expect(await writeEntry(world.site, as, again, world.now)).toMatchObject({ reason: "already-done" });
  await correctEntry(world.site, as, more, world.now);
  expect((await shown()).entries).toMatchObject([{ kind: "nothing-to-report", added: [{ answer: null }] }]);
});

test("nobody but a steward writes or adds, by the commands or by the page, and everybody reads", async () => {
  const { world, ash, fern, moss, shown, acts } = await community();
  await writeEntry(world.site, await world.viewer(ash), asked, world.now);
  for (const as of [fern, moss]) {
    const viewer = await world.viewer(as);
    expect(await writeEntry(world.site, viewer, nothing, world.now)).toMatchObject({ reason: "not-allowed" });
    expect(await correctEntry(world.site, viewer, more, world.now)).toMatchObject({ reason: "not-allowed" });
    expect((await call(world, page.loader, { as })).status).toBe(200);
  }
  const stranger = { kind: "guest" } as const;
  expect(await writeEntry(world.site, stranger, nothing, world.now)).toMatchObject({ reason: "sign-in-first" });
  expect(await correctEntry(world.site, stranger, more, world.now)).toMatchObject({ reason: "sign-in-first" });
  for (const as of [null, fern, moss]) {
    expect((await call(world, desk.loader, { as })).status).toBe(404);
    expect((await call(world, desk.action, { as, form: { ...request, deed: "publish" } })).status).toBe(404);
  }
  expect((await shown()).entries).toMatchObject([{ number: 1, added: [] }]);
  expect(await acts()).toHaveLength(1);
});

const wrongForms: [string, Record<string, string>, string][] = [
  ["no word of what was asked", { words: " \n " }, "words"],
  ["a text without end", { words: "x".repeat(2001) }, "words"],
  ["a huge text", { words: "x".repeat(200_000) }, "words"],
  ["somebody unheard of who asked", { kind: "king" }, "kind"],
  ["a country that is none", { country: "Portugal" }, "country"],
  ["no day", { day: "" }, "day"],
  ["a day that never was", { day: "2026-02-30" }, "day"],
  ["a day ahead", { day: "2026-05-05" }, "day"],
  ["something handed over that isn't named", { answer: "partly" }, "handed"],
  ["no word on who was told", { told: "" }, "told"],
  ["a language that isn't ours", { language: "xx" }, "language"],
  ["a deed that isn't known", { what: "erase" }, "what"],
  ["an addition to no entry", { what: "correction", entry: "0" }, "entry"],
];

test.each(wrongForms)("%s comes back with everything that was typed", async (_what, wrong, field) => {
  const { world, ash, shown } = await community();
  for (const deed of ["look", "publish"]) {
    const answer = await call(world, desk.action, { as: ash, form: { ...request, ...wrong, deed } });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ lastResult: { initialValue: { answer: wrong.answer ?? "pending" } } });
    expect(Object.keys((answer.data as { lastResult: { error: object } }).lastResult.error)).toEqual([field]);
  }
  expect((await shown()).entries).toEqual([]);
});

test("an addition to an entry that isn't there is refused with its words", async () => {
  const { world, ash } = await community();
  const form = { ...more, entry: "9", answer: "", deed: "publish" };
  const answer = await call(world, desk.action, { as: ash, form });
  expect(answer.status).toBe(404);
  expect(JSON.stringify(answer.data)).toContain(more.words);
  for (const url of ["/?correct=9", "/?correct=", "/?correct=1e0"])
    expect((await call(world, desk.loader, { as: ash, url })).status).toBe(404);
});

test("a day of writing has an end, and then the form comes back with its words", async () => {
  const { world, ash } = await community();
  const as = await world.viewer(ash);
  for (let i = 0; i < 20; i++) await writeEntry(world.site, as, { ...asked, words: `Request ${i}` }, world.now);
  const answer = await call(world, desk.action, { as: ash, form: { ...request, deed: "publish" } });
  expect(answer.status).toBe(429);
  expect(JSON.stringify(answer.data)).toContain(request.words);
});
