import { existsSync, readFileSync } from "node:fs";
import SqliteConnection from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts, spaces, topics } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { freshDatabase } from "../support/database";

const now = new Date("2026-05-04T13:47:31.123Z");

async function write(tx: Tx, title: string, body: string) {
  const [space] = await tx.insert(spaces).values({ slug: "a", name: "A", purpose: "p", kind: "open" }).returning();
  const [topic] = await tx
    .insert(topics)
    .values({ spaceId: space!.id, pseudonymId: 7, title, contentNotes: [], bump: 1, started: now, lastPost: now })
    .returning();
  await tx.insert(posts).values({
    topicId: topic!.id,
    position: 1,
    pseudonymId: 7,
    body,
    html: `<p>${body}</p>`,
    renderer: 1,
    contentNotes: [],
    written: now,
  });
  return { spaceId: space!.id, topicId: topic!.id };
}

const pragma = async (handle: Reader, name: string) =>
  Object.values((await handle.select({ is: sql.raw(name) }).from(sql.raw(`pragma_${name}`)))[0]!)[0];

test("both connections check foreign keys and trust no function that a tampered file may name; the writer overwrites what it deletes", async () => {
  const database = await freshDatabase();
  const inWriter = (name: string) => database.transaction((tx) => pragma(tx, name));
  expect(await inWriter("foreign_keys")).toBe(1);
  expect(await inWriter("secure_delete")).toBe(1);
  expect(await inWriter("journal_mode")).toBe("wal");
  expect(await inWriter("trusted_schema")).toBe(0);
  expect(await pragma(database.read, "trusted_schema")).toBe(0);
});

/** Everything that lies in the database's files: the file itself, its write-ahead log and its index. */
const bytesOf = (file: string) =>
  Buffer.concat(
    ["", "-wal", "-shm"].map((end) => file + end).flatMap((path) => (existsSync(path) ? [readFileSync(path)] : [])),
  );

test("after a removal and a scrub nothing of the text is left in any file, nor in the search", async () => {
  const database = await freshDatabase();
  const words = { title: "elderberries", body: "zwetschgenwasser" };
  const { topicId } = await database.transaction((tx) => write(tx, words.title, `${words.body} `.repeat(3_000)));
  expect(bytesOf(database.file!).includes(words.body)).toBe(true);
  expect(bytesOf(database.file!).includes(words.title)).toBe(true);

  await database.transaction(async (tx) => {
    await tx.update(posts).set({ body: "", html: "", state: "removed-by-author" }).where(eq(posts.topicId, topicId));
    await tx.update(topics).set({ title: "", state: "removed" }).where(eq(topics.id, topicId));
  });
  await database.scrub();
  expect(bytesOf(database.file!).includes(words.body)).toBe(false);
  expect(bytesOf(database.file!).includes(words.title)).toBe(false);
});

test("deleting a whole space leaves nothing of its posts either", async () => {
  const database = await freshDatabase();
  const { spaceId } = await database.transaction((tx) => write(tx, "elderberries", "zwetschgenwasser"));
  await database.transaction((tx) => tx.delete(spaces).where(eq(spaces.id, spaceId)));
  await database.scrub();
  expect(await database.read.$count(posts)).toBe(0);
  for (const word of ["elderberries", "zwetschgenwasser"]) expect(bytesOf(database.file!).includes(word)).toBe(false);
});

test("a scrub never stops the process for a long reader, and the next one takes up what it left", async () => {
  const database = await freshDatabase();
  const { topicId } = await database.transaction((tx) => write(tx, "elderberries", "zwetschgenwasser"));
  const reader = new SqliteConnection(database.file!, { readonly: true });
  reader.exec("begin");
  reader.prepare("select count(*) from posts").get();
  await database.transaction((tx) => tx.update(posts).set({ body: "", html: "" }).where(eq(posts.topicId, topicId)));

  const scrubbed = database.scrub();
  const written = database.transaction((tx) => tx.update(topics).set({ title: "" }).where(eq(topics.id, topicId)));
  expect(await Promise.race([scrubbed, written.then(() => "written")])).toBe("written");
  expect(await scrubbed).toBe(false);
  reader.exec("commit");
  reader.close();
  expect(await database.scrub()).toBe(true);
  for (const word of ["elderberries", "zwetschgenwasser"]) expect(bytesOf(database.file!).includes(word)).toBe(false);
});
