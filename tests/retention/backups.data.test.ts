import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema";
import type { Reader } from "#db/types";
import { signIn } from "~/accounts/sign-in.server";
import { removePost } from "~/discussion/posts/remove-post.server";
import { searchPosts } from "~/discussion/search/search-posts.server";
import { keepRootKey, rootKeyInFile, sha256 } from "~/platform/keys.server";
import { DAY, HOUR } from "~/platform/time";
import { linksOfAccount } from "~/pseudonyms/sealed-link.server";
import { detailsText } from "~/public-log/chain";
import { wholeLog } from "~/public-log/log-queries.server";
import { verifyLog } from "~/public-log/verify";
import { checkFolders, destroyOld } from "~/retention/backups/backup-folders.server";
import { rootKeyOf } from "~/retention/backups/root-key.server";
import { writeBackup } from "~/retention/backups/write-backup.server";
import { storedTables } from "~/retention/hand-over.server";
import { sweep } from "~/retention/sweep.server";
import type { Site } from "~/site/site";
import { backupRoom, openOn } from "../support/backups";
import { giveCodename } from "../support/codename";
import { openWorld, type World } from "../support/world";

const MARK = "zwetschgenwasser";
const tables = new Map(Object.entries(schema)) as Map<string, unknown>;
const tableOf = (key: string) => tables.get(key) as PgTable;

/** Everything in a database, as text, but what a restore changes on purpose. */
async function everything(read: Reader, without = ["sessions", "publicLog"]) {
  const all: Record<string, string[]> = {};
  for (const { key } of storedTables.filter((table) => !without.includes(table.key)))
    all[key] = (await read.select().from(tableOf(key))).map((row) => JSON.stringify(row)).sort();
  return all;
}

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established", alsoAs: ["1984", "Ünïcode 🌿"] });
  const space = await world.space("open");
  const topic = await world.topic(alder, space, { body: `About ${MARK}`, title: "null", contentNotes: ["violence"] });
  const codename = await giveCodename(world, alder);
  return { world, alder, space, topic, codename };
}

const siteOn = (world: World, database: Site["database"]): Site => ({ ...world.site, database });

test("a backup brings everything back on a bare machine, people sign in, and the log says so", async () => {
  const { world, alder, codename } = await community();
  const room = backupRoom();
  const { name } = await room.backUp(world);
  const machine = await room.bareMachine();
  expect(await room.restore(name, machine, world.later(3 * DAY))).toMatchObject({ day: "2026-05-04" });

  const database = await openOn(machine);
  try {
    expect(await everything(database.read)).toEqual(await everything(world.read));
    const site = siteOn(world, database);
    const asked = { name: codename.name, secret: codename.secret, ownDevice: false, network: "n" };
    expect(await signIn(site, asked, world.now)).toMatchObject({ ok: true });
    expect(await linksOfAccount(database.read, alder.accountId)).toEqual(
      await linksOfAccount(world.read, alder.accountId),
    );
    const found = await searchPosts(site, { kind: "guest" }, { words: MARK, network: "n" }, world.now);
    expect(found).toMatchObject({ ok: true, found: [{ title: "null" }] });

    const log = await wholeLog(database.read);
    expect(log.at(-1)).toMatchObject({ act: "backup-restored", details: { day: "2026-05-04" } });
    expect(verifyLog(log, { hash: sha256, detailsText })).toMatchObject({ ok: true });
  } finally {
    await database.close();
  }
});

test("nobody is signed in on a restored machine: no session is in the backup", async () => {
  const { world } = await community();
  expect(await world.read.$count(schema.sessions)).toBe(1);
  const room = backupRoom();
  const { name } = await room.backUp(world);
  const machine = await room.bareMachine();
  await room.restore(name, machine, world.now);
  const database = await openOn(machine);
  expect(await database.read.$count(schema.sessions)).toBe(0);
  await database.close();
});

test("a backup is one moment: what is written meanwhile is in it whole or not at all, and waits for nothing", async () => {
  const { world, alder, topic } = await community();
  const room = backupRoom();
  const [{ name }] = await Promise.all([room.backUp(world), world.post(alder, topic), world.post(alder, topic)]);
  const machine = await room.bareMachine();
  await room.restore(name, machine, world.now);
  const database = await openOn(machine);
  const [row] = await database.read.select({ posts: schema.topics.posts }).from(schema.topics);
  expect(await database.read.$count(schema.posts)).toBe(row!.posts);
  await database.close();
});

test("what was deleted is unreadable everywhere once the backup's time is over: no key, no file, no trace", async () => {
  const { world, alder, topic } = await community();
  const room = backupRoom();
  const { name } = await room.backUp(world);
  const [archive, key] = [readFileSync(room.archive(name)), readFileSync(room.key(name))];
  expect(archive.includes(MARK)).toBe(false);
  expect(key.includes("AGE-SECRET-KEY-1")).toBe(true);

  const removed = await removePost(world.site, await world.viewer(alder), { post: topic.postId }, world.now);
  expect(removed.ok).toBe(true);
  await sweep(world.site, world.now);
  const found = await searchPosts(world.site, { kind: "guest" }, { words: MARK, network: "n" }, world.now);
  expect(found).toMatchObject({ ok: true, found: [] });
  expect(JSON.stringify(await everything(world.read, []))).not.toContain(MARK);
  if (world.file) {
    const files = ["", "-wal", "-shm"].map((end) => world.file + end).filter(existsSync);
    expect(files.filter((file) => readFileSync(file).includes(MARK))).toEqual([]);
  } else {
    const words = await world.read.select({ words: sql`words::text` }).from(schema.posts);
    expect(JSON.stringify(words)).not.toContain(MARK);
  }

  const removedAt = world.now.getTime();
  world.later(DAY * 6);
  expect(destroyOld(room.folders, world.now)).toEqual({ gone: 0, failed: 0 });
  world.later(DAY - HOUR);
  destroyOld(room.folders, world.now);
  expect(world.now.getTime() - removedAt).toBeLessThan(7 * DAY);
  expect([...readdirSync(room.folders.archives), ...readdirSync(room.folders.keys)]).toEqual([]);
  // Somebody kept a copy of the archive: with the key gone, it opens for no other.
  const { name: later } = await room.backUp(world);
  writeFileSync(room.archive(later), archive);
  const machine = await room.bareMachine();
  await expect(room.restore(later, machine, world.now)).rejects.toThrow("The key doesn't open this backup");
});

test("each backup has a key of its own, and names tell the day only", async () => {
  const { world } = await community();
  const room = backupRoom();
  const names = [(await room.backUp(world)).name, (await room.backUp(world)).name, (await room.backUp(world)).name];
  expect(names).toEqual(["2026-05-04", "2026-05-04-2", "2026-05-04-3"]);
  expect(new Set(names.map((name) => readFileSync(room.key(name), "utf8"))).size).toBe(3);
  expect(readdirSync(room.folders.archives).sort()).toEqual(names.map((name) => `${name}.age`).sort());
  for (const path of names.flatMap((name) => [room.archive(name), room.key(name)])) {
    expect(statSync(path).mode & 0o077, path).toBe(0);
    expect(statSync(path).mtime.toISOString()).toBe("2026-05-04T00:00:00.000Z");
  }
});

test("a backup that breaks half-way leaves nothing behind, and a key never", async () => {
  const { world } = await community();
  const room = backupRoom();
  await expect(
    room.backUp({ ...world, file: join(room.room, "none.db"), url: world.url?.replace(/\w+$/, "none") ?? null }),
  ).rejects.toThrow();
  expect(readdirSync(room.folders.archives)).toEqual([]);
  expect(readdirSync(room.folders.keys)).toEqual([]);
});

test("a damaged or shortened archive changes nothing, and the restore can be run again", async () => {
  const { world } = await community();
  const room = backupRoom();
  const { name } = await room.backUp(world);
  const whole = readFileSync(room.archive(name));
  const machine = await room.bareMachine();
  const refusedWith = async (words: RegExp) => {
    await expect(room.restore(name, machine, world.now)).rejects.toThrow(words);
    if (machine.url === undefined) expect(readdirSync(machine.data)).toEqual([]);
  };
  for (const length of [whole.length - 1, Math.floor(whole.length / 2), 200]) {
    truncateSync(room.archive(name), length);
    await refusedWith(/damaged|key doesn't open/);
    writeFileSync(room.archive(name), whole);
  }
  const bent = Buffer.from(whole);
  bent[bent.length - 40]! ^= 1;
  writeFileSync(room.archive(name), bent);
  await refusedWith(/damaged/);
  writeFileSync(room.archive(name), whole);
  appendFileSync(room.archive(name), "more");
  await refusedWith(/damaged/);
  writeFileSync(room.archive(name), whole);
  await room.restore(name, machine, world.now);
  const database = await openOn(machine);
  expect(await database.read.$count(schema.posts)).toBe(1);
  await database.close();
});

test("nothing is put in the place of a community unless somebody says so, nor of one that is running", async () => {
  const { world, alder, topic } = await community();
  const room = backupRoom();
  const { name } = await room.backUp(world);
  const machine = await room.bareMachine();
  await room.restore(name, machine, world.now);
  await expect(room.restore(name, machine, world.now)).rejects.toThrow("add --over");

  const running = await openOn(machine);
  await running.read.$count(schema.posts);
  await expect(room.restore(name, machine, world.now, { over: true })).rejects.toThrow("Stop the forum first");
  await running.close();

  await world.post(alder, topic);
  const { name: second } = await room.backUp(world);
  await room.restore(second, machine, world.now, { over: true });
  const database = await openOn(machine);
  expect(await database.read.$count(schema.posts)).toBe(2);
  await database.close();
});

test("every table there is goes into a backup, but sessions and what can be made again", async () => {
  const { world } = await community();
  const { withSnapshot } = await import("#db/copy");
  const names = await withSnapshot(
    { file: world.file ?? "", url: world.url ?? undefined },
    ["sessions"],
    async ({ parts, rows }) => {
      const seen: string[] = [];
      let count = 0;
      for await (const part of parts)
        if (Array.isArray(part)) count += part.length;
        else seen.push(part.table);
      expect(count).toBe(rows);
      return seen;
    },
  );
  const known = storedTables.map(({ key }) => getTableName(tableOf(key))).filter((table) => table !== "sessions");
  expect(names.sort()).toEqual(known.sort());
});

test("the server's key comes back with a backup where it's a file, and is asked for where it isn't", async () => {
  const { world } = await community();
  const room = backupRoom();
  const key = Buffer.alloc(32, 7).toString("base64");
  const own = (data: string) => ({ ...room.env, UNDERSTORY_SECRET: undefined, UNDERSTORY_DATA: data });
  keepRootKey(room.room, key);
  const place = { file: world.file ?? "", url: world.url ?? undefined };
  const { name } = await writeBackup({ place, folders: room.folders, root: rootKeyOf(own(room.room)) }, world.now);
  expect(readFileSync(room.archive(name)).includes(key)).toBe(false);

  const bare = await room.bareMachine();
  await room.restore(name, bare, world.now, { asEnv: own(bare.data) });
  expect(rootKeyInFile(bare.data)).toBe(key);
  expect(statSync(join(bare.data, "keys", "root.key")).mode & 0o077).toBe(0);

  const others = await room.bareMachine();
  keepRootKey(others.data, Buffer.alloc(32, 8).toString("base64"));
  await expect(room.restore(name, others, world.now, { asEnv: own(others.data) })).rejects.toThrow("another community");
  await room.restore(name, others, world.now, { asEnv: own(others.data), over: true });
  expect(rootKeyInFile(others.data)).toBe(key);

  const withSecret = await room.bareMachine();
  await expect(room.restore(name, withSecret, world.now)).rejects.toThrow("not the one this backup was made with");
  const { name: sealedElsewhere } = await room.backUp(world);
  const without = room.restore(sealedElsewhere, withSecret, world.now, { asEnv: own(withSecret.data) });
  await expect(without).rejects.toThrow("Set it to the same value");
});

test("folders that would keep backup and key together are refused; one disk for both is warned of", () => {
  const room = backupRoom();
  const data = join(room.room, "data");
  mkdirSync(data);
  const { archives, keys } = room.folders;
  expect(checkFolders({ archives, keys }, data).warnings).toHaveLength(2);
  expect(() => checkFolders({ archives, keys: archives }, data)).toThrow("two folders");
  expect(() => checkFolders({ archives, keys: join(archives, "..") }, data)).toThrow("two folders");
  expect(() => checkFolders({ archives: data, keys }, data)).toThrow("data folder");
  expect(() => checkFolders({ archives, keys: join(room.room, "none") }, data)).toThrow("isn't there");
});

test("what lies in the folders and isn't ours is left alone, and a folder out of reach is said", () => {
  const room = backupRoom();
  const { archives, keys } = room.folders;
  for (const name of ["notes.key", "2020-01-01.txt", "2020-13-45.age", "x2020-01-01.age"])
    writeFileSync(join(keys, name), "");
  for (const name of ["2020-01-01.key", "2020-01-01-2.key"]) writeFileSync(join(keys, name), "AGE-SECRET-KEY-1");
  writeFileSync(join(archives, "2020-01-01.abc_-1.part"), "");
  const now = new Date("2026-05-04T13:00:00Z");
  expect(destroyOld(room.folders, now)).toEqual({ gone: 3, failed: 0 });
  expect(destroyOld(room.folders, now)).toEqual({ gone: 0, failed: 0 });
  expect(readdirSync(keys)).toHaveLength(4);
  expect(destroyOld({ archives, keys: join(keys, "unmounted") }, now)).toEqual({ gone: 0, failed: 1 });
});
