import { expect, test } from "vitest";
import { journalEntries, journalImages } from "#db/schema";
import { MOST_ENTRIES, MOST_IMAGES } from "~/journal/forms";
import { readEntry } from "~/journal/journal-queries.server";
import { makeDocument } from "~/journal/make-document.server";
import { sealEntry } from "~/journal/seal-entry.server";
import { newId, toLink } from "~/platform/ids";
import * as changePage from "~/routes/me.journal.$entry.change";
import * as imagePage from "~/routes/me.journal.$entry.image";
import * as documentPage from "~/routes/me.journal.document";
import * as newPage from "~/routes/me.journal.new";
import { call } from "../support/call";
import { pngOf } from "../support/images";
import { community, ENTRY, keeperOf, sendForm } from "./open-journal";

test("an image is kept with it, served as what it is and as nothing else", async () => {
  const { world, iris, key, as } = await community();
  expect((await sendForm(world, newPage.action, iris, key, pngOf())).status).toBe(303);
  const [row] = await world.read.select().from(journalImages);
  expect(row!.sealed.length).toBe(64 * 1024 + 28);
  const entry = toLink(row!.entryId);
  const { status, headers } = await call(world, imagePage.loader, { ...as(iris), params: { entry } });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("image/png");
  expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(headers.get("cache-control")).toBe("no-store");
});

test.each([
  ["of another kind", Buffer.from("<html><script>"), {}, 422, "kind"],
  ["that isn't whole", pngOf().subarray(0, 60), {}, 422, "broken"],
  ["that is too large for a form", pngOf(), { cutShort: true }, 413, "large"],
])("an image %s is refused, and the words come back", async (_, image, more, status, error) => {
  const { world, iris, key } = await community();
  const answer = await sendForm(world, newPage.action, iris, key, image, more);
  expect(answer.status).toBe(status);
  expect(answer.data).toMatchObject({ lastResult: { error: { image: [error] }, initialValue: ENTRY } });
  expect(await world.read.$count(journalEntries)).toBe(0);
});

test("changing an entry keeps its image, or takes another, or lets it go", async () => {
  const { world, iris, key, as } = await community();
  await sendForm(world, newPage.action, iris, key, pngOf());
  const [first] = await world.read.select().from(journalImages);
  const entry = toLink(first!.entryId);
  const change = (form: Record<string, string>) =>
    call(world, changePage.action, { ...as(iris), params: { entry }, form: { ...ENTRY, ...form } });
  await change({ words: "Written anew" });
  expect((await world.read.select().from(journalImages))[0]!.sealed).toEqual(first!.sealed);
  const keeper = await keeperOf(world, iris, key);
  expect(await readEntry(world.read, keeper, first!.entryId)).toMatchObject({
    words: "Written anew",
    image: { width: 8 },
  });
  await change({ dropImage: "on" });
  expect(await world.read.$count(journalImages)).toBe(0);
  expect(await readEntry(world.read, keeper, first!.entryId)).toMatchObject({ image: null });
});

test("a journal holds so much, and says so with every word still there", async () => {
  const { world, iris, key, as } = await community();
  const row = () => {
    const id = newId();
    return { id, accountId: iris.accountId, sealed: sealEntry(key, id, { ...ENTRY, image: null }), kept: world.now };
  };
  const rows = Array.from({ length: MOST_ENTRIES - 1 }, row);
  await world.site.database.transaction(async (tx) => {
    for (let at = 0; at < rows.length; at += 50) await tx.insert(journalEntries).values(rows.slice(at, at + 50));
    await tx
      .insert(journalImages)
      .values(rows.slice(0, MOST_IMAGES).map(({ id }) => ({ entryId: id, sealed: Buffer.from("sealed") })));
  });
  const withImage = await sendForm(world, newPage.action, iris, key, pngOf());
  expect(withImage).toMatchObject({ status: 409, data: { refusal: { reason: "journal-full" } } });
  expect((await call(world, newPage.action, { ...as(iris), form: ENTRY })).status).toBe(303);
  const answer = await call(world, newPage.action, { ...as(iris), form: ENTRY });
  expect(answer).toMatchObject({ status: 409, data: { lastResult: { initialValue: ENTRY } } });
});

test("the document is dated, holds everything, the oldest day first, and runs nothing", async () => {
  const { world, iris, key, as, keep } = await community();
  await keep({ ...ENTRY, words: '<script>alert("1")</script> & more' });
  await sendForm(world, newPage.action, iris, key, pngOf());
  await keep({ ...ENTRY, day: "2026-01-02", words: "the first time" });
  const { status, headers, data } = await call(world, documentPage.loader, as(iris));
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toBe('attachment; filename="notes-2026-05-04.html"');
  expect(headers.get("content-security-policy")).toContain("sandbox");
  const html = String(data);
  expect(html).toContain("Made on 4 May 2026");
  expect(html).toContain("3 entries");
  expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more");
  expect(html).not.toContain("<script");
  expect(html).toMatch(/<img alt="[^"]*" src="data:image\/png;base64,iVBOR/);
  expect(html.indexOf("the first time")).toBeLessThan(html.indexOf("alert"));
  const inSpanish = await makeDocument(
    world.read,
    await keeperOf(world, iris, key),
    { siteName: "Un <sitio>", language: "es" },
    world.now,
  );
  expect(inSpanish).toContain("Hecho el 4 de mayo de 2026");
  expect(inSpanish).not.toContain("<sitio>");
});
