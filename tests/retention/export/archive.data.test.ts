import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { accounts, circleMembers, posts } from "#db/schema";
import { appendAnswer, appendQuestion, RESPONDENT, type Side } from "~/cases/talk/messages.server";
import { HOUR, plus } from "~/platform/time";
import { burnName } from "~/retention/burn-name.server";
import { partsFor } from "~/retention/export/sources.server";
import { openWorld } from "../../support/world";
import { ANA_WROTE, aWholeLife } from "../a-whole-life";
import { archiveOf } from "./unpack";

/** What a whole life shows in no part, each with its reason. */
const EMPTY: Record<string, string> = {
  talk: "was never asked; tested by itself below",
  voices: "speaks everywhere as the first name",
  decisions: "decided by the moderators' lot; tested by itself below",
  sanctions: "as above",
};

test("everything of somebody is in it, each part filled, and it keeps the promise of its schema", async () => {
  const { world, ana } = await aWholeLife();
  const { data, files, all } = await archiveOf(world, ana);
  for (const text of [...Object.values(ANA_WROTE), "Anarosa", "Grey Heronwing", "By the river"])
    expect(JSON.stringify(data), text).toContain(text);
  const pages = [...files].filter(([path]) => path.endsWith(".html")).map(([, html]) => html);
  for (const text of Object.values(ANA_WROTE))
    expect(
      pages.some((html) => html.includes(text)),
      text,
    ).toBe(true);
  const filled = Object.entries(data.parts).filter(([, things]) => things.length > 0);
  const missing = partsFor({ whole: true }).filter((name) => !filled.some(([part]) => part === name));
  expect(missing.filter((name) => !(name in EMPTY))).toEqual([]);

  const schema = JSON.parse(files.get("schema.json")!);
  const promise = z.fromJSONSchema(schema);
  expect(promise.safeParse(data).error).toBeUndefined();
  for (const broken of [
    { ...data, schemaVersion: 2 },
    { ...data, parts: { ...data.parts, posts: [{ topic: 1 }] } },
  ])
    expect(promise.safeParse(broken).success).toBe(false);
  expect(all).not.toContain("undefined");
});

test("nothing that opens an account is in it, nor any number of one", async () => {
  const { world, ana, needles } = await aWholeLife();
  const { all } = await archiveOf(world, ana);
  for (const secret of ["credential-of-ana", "secret-of-ana", "hash-of-ana", "no secret opens this", "4711"])
    expect(all, secret).not.toContain(secret);
  for (const needle of needles.account) expect(all).not.toContain(String(needle));
});

test("two who write in turns: each has their own words and nothing private of the other", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["Grey Heron"] });
  const birch = await world.member("Birch", { standing: "established", alsoAs: ["Quiet Moss"] });
  const commons = await world.space("open", { name: "Commons" });
  const topic = await world.topic(alder, commons, { title: "alder-title", body: "alder-first" });
  await world.post(birch, topic, { body: "birch-answer", to: 1 });
  await world.post(alder, topic, { body: "alder-answer", to: 2 });
  const elsewhere = await world.space("open", { name: "Elsewhere" });
  await world.topic(birch, elsewhere, { title: "moss-title", body: "birch-hidden-name", slot: 2 });
  const mine = await archiveOf(world, alder);
  const theirs = await archiveOf(world, birch);
  for (const word of ["alder-title", "alder-first", "alder-answer", "Alder", "Grey Heron"])
    expect(mine.all).toContain(word);
  for (const word of ["birch-answer", "birch-hidden-name", "Quiet Moss"]) expect(mine.all).not.toContain(word);
  for (const word of ["birch-answer", "birch-hidden-name", "Quiet Moss", "alder-title"])
    expect(theirs.all).toContain(word);
  for (const word of ["alder-first", "alder-answer", "Grey Heron"]) expect(theirs.all).not.toContain(word);
  expect(mine.data.parts.posts!.map(({ body, answers }) => [body, answers])).toEqual([
    ["alder-first", null],
    ["alder-answer", "Birch"],
  ]);
});

test("an archive of one name says nothing of the others, nor of the account", async () => {
  const { world, ana } = await aWholeLife();
  const { data, all } = await archiveOf(world, ana, { slot: 2 });
  for (const text of [...Object.values(ANA_WROTE), "Anarosa", "By the river"]) expect(all, text).not.toContain(text);
  expect(data.of).toBe("one-name");
  expect(Object.keys(data.parts)).toEqual(partsFor({ whole: false }));
  expect(data.parts.names).toEqual([{ name: "Grey Heronwing", state: "active" }]);
  expect(data.parts.follows).toEqual([{ name: "Grey Heronwing", topic: null, space: "Commons" }]);
});

test("a name that was burned is in it with no word, from the press on", async () => {
  const { world, ana } = await aWholeLife();
  expect(await burnName(world.site, await world.viewer(ana), 1, world.now)).toEqual({ ok: true });
  const { all, data } = await archiveOf(world, ana);
  for (const text of ["Anarosa", ANA_WROTE.post, ANA_WROTE.title, ANA_WROTE.said]) expect(all).not.toContain(text);
  expect(data.parts.names!.map(({ name }) => name)).toEqual(["Grey Heronwing"]);
});

test("what was removed isn't in it; what is hidden while it's looked at is", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const topic = await world.topic(alder, await world.space("open"), { body: "words-visible" });
  const states = ["hidden", "removed-by-decision", "removed-by-author"] as const;
  for (const state of states) {
    const { id } = await world.post(alder, topic, { body: `words-${state}` });
    await world.site.database.transaction((tx) => tx.update(posts).set({ state }).where(eq(posts.id, id)));
  }
  const { all } = await archiveOf(world, alder);
  expect(["visible", ...states].map((word) => all.includes(`words-${word}`))).toEqual([true, true, false, false]);
});

test("a circle that somebody left isn't named, and their own words in it are still theirs", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const birch = await world.member("Birch", { standing: "established" });
  const circle = await world.space("circle", { name: "By the river", members: [alder, birch] });
  const topic = await world.topic(alder, circle, { title: "what alders say", body: "one" });
  await world.post(birch, topic, { body: "own words in there", to: 1 });
  await world.site.database.transaction((tx) =>
    tx.delete(circleMembers).where(eq(circleMembers.pseudonymId, birch.pseudonymId)),
  );
  const { all, data } = await archiveOf(world, birch);
  expect(data.parts.posts).toMatchObject([{ body: "own words in there", topic: null, space: null, answers: null }]);
  for (const word of ["By the river", "what alders say", "Alder"]) expect(all).not.toContain(word);
});

test("whatever somebody wrote is text in its pages: nothing runs, nothing is fetched", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const nasty = `</div><script>alert(1)</script><img src=x onerror="alert(2)">'&amp;`;
  const topic = await world.topic(alder, await world.space("open"), { title: `T ${nasty}`, body: nasty });
  await world.site.database.transaction((tx) => tx.update(accounts).set({ language: "es" }));
  for (const language of ["en", "es"] as const) {
    const { files } = await archiveOf(world, alder, { language });
    for (const [path, html] of files) {
      if (!path.endsWith(".html")) continue;
      expect(html, path).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
      const tags = (html.match(/<[^>]*>/g) ?? []).join("\n");
      expect(tags, path).not.toMatch(/<(script|img|link|iframe|form|base|object)\b|\son\w+=|https?:|src=|url\(/i);
    }
    expect(files.get("pages/posts-1.html")).toContain("&lt;/div&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  }
  expect(topic.id).toBeGreaterThan(0);
});

test("its files tell the day it was made and no hour, and twice in a day it's the same", async () => {
  const { world, ana } = await aWholeLife();
  const first = await archiveOf(world, ana);
  expect([...first.days]).toHaveLength(1);
  expect([...first.days][0]).toMatch(/ 0$/);
  expect(first.all).not.toMatch(/\d\d:\d\d/);
  const again = { ...world, now: plus(world.now, HOUR / 60) };
  expect((await archiveOf(again, ana)).all).toBe(first.all);
});

test("more than a batch comes in order, on pages of their own", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const topic = await world.topic(alder, await world.space("open"), { body: "number 1." });
  const more = Array.from({ length: 1_100 }, (_, i) => ({
    topicId: topic.id,
    position: i + 2,
    pseudonymId: alder.pseudonymId,
    body: `number ${i + 2}.`,
    html: "",
    renderer: 1,
    contentNotes: [],
    written: plus(world.now, Math.floor(i / 10) * HOUR),
  }));
  await world.site.database.transaction(async (tx) => {
    for (let at = 0; at < more.length; at += 100) await tx.insert(posts).values(more.slice(at, at + 100));
  });
  const { data, files } = await archiveOf(world, alder);
  expect(data.parts.posts!.map(({ body }) => body)).toEqual(
    Array.from({ length: 1_101 }, (_, i) => `number ${i + 1}.`),
  );
  expect([1, 2, 3, 4].map((n) => files.has(`pages/posts-${n}.html`))).toEqual([true, true, true, false]);
  for (const n of [1, 2, 3]) expect(files.get("index.html")).toContain(`href="pages/posts-${n}.html"`);
});

test("what somebody was asked in cases and answered is in it, each from their own side only", async () => {
  const { world, ana, survivor, cases } = await aWholeLife();
  const ask = (caseId: number, side: Side, words: string) =>
    world.site.database.transaction(async (tx) => {
      const answerBy = plus(world.now, HOUR);
      const asked = { words: `asked-${words}`, now: world.now, actorPseudonymId: 5, answerBy };
      await appendQuestion(tx, caseId, side, asked);
      await appendAnswer(tx, caseId, side, { words: `answered-${words}`, now: world.now });
    });
  await ask(cases.about, RESPONDENT, "ana");
  await ask(cases.about, { side: "reporter", alias: 1 }, "survivor");
  const mine = await archiveOf(world, ana);
  expect(mine.data.parts.talk).toMatchObject([
    { side: "respondent", name: "Anarosa", mine: false, words: "asked-ana" },
    { side: "respondent", name: "Anarosa", mine: true, words: "answered-ana" },
  ]);
  expect(mine.all).not.toContain("-survivor");
  const theirs = await archiveOf(world, survivor);
  expect(theirs.data.parts.talk!.map(({ words }) => words)).toEqual(["asked-survivor", "answered-survivor"]);
  expect(theirs.all).not.toContain("ed-ana");
  expect((await archiveOf(world, ana, { slot: 2 })).data.parts.talk).toEqual([]);
});
