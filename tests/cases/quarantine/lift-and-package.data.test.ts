import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { evidence, posts, publicLog } from "#db/schema";
import { liftForm } from "~/cases/quarantine/forms";
import { liftQuarantine } from "~/cases/quarantine/lift-quarantine.server";
import { makePackage } from "~/cases/quarantine/make-package.server";
import { setOfflineKey } from "~/cases/quarantine/set-offline-key.server";
import { sha256 } from "~/platform/keys.server";
import { aCommunity, aPair, aSetAsideCase, MARKER, openWith, readableAt, registered } from "../../support/quarantine";
import { caseOf, dealtTo, decide, kinds, queueOf, report, see } from "../../support/reporting";
import type { Person, World } from "../../support/world";

type Copy = { id: string; digest: string; sealed: string; sealedFor: string };

const take = async (world: World, who: Person, caseId: number) =>
  makePackage(world.site, await world.viewer(who), caseId, world.now);

async function openPackage(world: World, who: Person, caseId: number, secret: string) {
  const made = await take(world, who, caseId);
  if (!made.ok) throw new Error(made.reason);
  const text = await openWith(secret, made.bytes);
  const content = JSON.parse(text) as { copies: Copy[]; publicLog: { digest: string } };
  const opened = await Promise.all(
    content.copies.map((copy) => openWith(secret, Buffer.from(copy.sealed, "base64")).catch(() => null)),
  );
  return { text, content, opened, bytes: Buffer.from(made.bytes) };
}

const lift = async (world: World, who: Person, caseId: number, opened: string[] = []) =>
  liftQuarantine(world.site, await world.viewer(who), { caseId, conduct: "slur", opened }, world.now);

const acts = async (world: World) =>
  (await world.read.select().from(publicLog)).sort((a, b) => a.position - b.position).map(({ act }) => act);

test("a package opens with the offline key alone, proves its copies, and says nothing of who reported", async () => {
  const { world, stewards, caseId, pair, survivor, bad, topic } = await aSetAsideCase();
  const { text, content, opened, bytes } = await openPackage(world, stewards[0]!, caseId, pair.secret);
  expect(bytes.includes(MARKER)).toBe(false);
  await expect(openWith((await aPair()).secret, bytes)).rejects.toThrow();
  expect(opened.some((one) => one?.includes(MARKER))).toBe(true);
  for (const [i, copy] of content.copies.entries()) expect(sha256(`${copy.id}:${opened[i]}`)).toBe(copy.digest);
  expect(content).toMatchObject({
    about: { kind: "post", author: "Thorn", address: `/t/${topic.link}/${bad.position}` },
    conduct: "child-material",
  });
  expect(content.publicLog.digest).toMatch(/^[0-9a-f]{64}$/);
  for (const secret of [survivor.name, String(survivor.accountId), String(survivor.pseudonymId), "Reporter"])
    expect(text).not.toContain(secret);
  expect((await kinds(world, caseId)).at(-1)).toBe("package-taken");
  const [last] = (await world.read.select().from(publicLog)).sort((a, b) => b.position - a.position);
  expect(last).toMatchObject({ act: "preservation-package-made", office: "steward", details: {} });
});

test("the script that comes along opens it, away from the server, into what the stewards' page takes back", async () => {
  const { world, stewards, caseId, pair } = await aSetAsideCase();
  const made = await take(world, stewards[0]!, caseId);
  if (!made.ok) throw new Error(made.reason);
  const folder = mkdtempSync(join(tmpdir(), "understory-package-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [file, key] = [join(folder, "package.age"), join(folder, "key.txt")];
  writeFileSync(file, made.bytes);
  writeFileSync(key, `# public key: …\n${pair.secret}\n`);
  const printed = execFileSync("node", ["scripts/open-package.mjs", file, key], { encoding: "utf8" });
  expect(JSON.parse(printed).copies.every((copy: { unchanged: boolean }) => copy.unchanged)).toBe(true);
  const { opened } = liftForm.parse({ conduct: "slur", opened: printed });
  expect(await lift(world, stewards[0]!, caseId, opened)).toEqual({ ok: true });
});

test("nobody else gets one, nor of any other case, nor before there is a key", async () => {
  const { world, moderators, stewards, caseId, survivor, post, harasser } = await aSetAsideCase();
  for (const who of [...moderators, survivor, harasser])
    expect(await take(world, who, caseId)).toMatchObject({ reason: "not-found" });
  const plain = await report(world, survivor, post.id, { conduct: "slur" });
  for (const who of [...stewards, ...moderators])
    expect(await take(world, who, plain.caseId)).toMatchObject({ reason: "not-found" });
  const keyless = await aSetAsideCase({ key: false });
  expect(await take(keyless.world, keyless.stewards[0]!, keyless.caseId)).toMatchObject({ reason: "no-offline-key" });
});

test("what isn't child material goes back with the very words that were sealed, and to the moderators", async () => {
  const { world, stewards, moderators, caseId, pair, bad } = await aSetAsideCase();
  const { opened } = await openPackage(world, stewards[0]!, caseId, pair.secret);
  const copies = opened.filter((one) => one !== null);
  // Neither nothing nor somebody's own words are taken for it.
  expect(await lift(world, stewards[0]!, caseId)).toEqual({ ok: false, reason: "invalid" });
  const forged = copies.map((one) => one.replace(MARKER, "a kind word"));
  expect(await lift(world, stewards[0]!, caseId, forged)).toEqual({ ok: false, reason: "invalid" });
  expect(await lift(world, moderators[0]!, caseId, copies)).toEqual({ ok: false, reason: "not-found" });

  expect(await lift(world, stewards[0]!, caseId, copies)).toEqual({ ok: true });
  const [post] = await world.read.select().from(posts).where(eq(posts.id, bad.id));
  expect(post).toMatchObject({ state: "hidden", body: `Look at ${MARKER}, everybody.` });
  expect(post!.html).toContain(MARKER);
  expect(await caseOf(world, caseId)).toMatchObject({ quarantine: "lifted", conduct: "slur", severity: "ordinary" });
  for (const who of moderators) expect(await dealtTo(world, caseId)).toContain(who.pseudonymId);
  expect((await see(world, moderators[0]!, caseId))?.copies.some(({ text }) => text.includes(MARKER))).toBe(true);
  expect((await queueOf(world, moderators[0]!)).map(({ id }) => id)).toEqual([caseId]);
  expect(await acts(world)).toContain("quarantine-lifted");
  expect(await lift(world, stewards[0]!, caseId, copies)).toEqual({ ok: false, reason: "not-found" });

  await decide(world, moderators[0]!, caseId, { outcome: "no-breach" });
  const [shown] = await world.read.select().from(posts).where(eq(posts.id, bad.id));
  expect(shown).toMatchObject({ state: "visible", body: `Look at ${MARKER}, everybody.` });
});

test("the same text isn't set aside a second time; another text of the same post is", async () => {
  const { world, stewards, moderators, survivor, bad } = await aCommunity({ key: false });
  const { caseId } = await report(world, survivor, bad.id, { conduct: "child-material" });
  expect(await lift(world, stewards[0]!, caseId)).toEqual({ ok: true });
  const ivy = await world.member("Ivy", { branch: 7, weeksHere: 40 });
  await report(world, ivy, bad.id, { conduct: "child-material" });
  expect(await caseOf(world, caseId)).toMatchObject({ quarantine: "lifted" });
  expect(await see(world, moderators[0]!, caseId)).not.toBeNull();
  await world.site.database.transaction((tx) =>
    tx
      .update(posts)
      .set({ body: `Now ${MARKER} indeed` })
      .where(eq(posts.id, bad.id)),
  );
  const elm = await world.member("Elm", { branch: 8, weeksHere: 50 });
  await report(world, elm, bad.id, { conduct: "child-material" });
  expect(await caseOf(world, caseId)).toMatchObject({ quarantine: "standing" });
  expect(await see(world, moderators[0]!, caseId)).toBeNull();
});

test("a first post gives its topic's title away and gets it back", async () => {
  const { world, stewards, harasser, survivor } = await aCommunity({ key: false });
  const other = "heron-ladle-seventeen";
  const space = await world.space("open");
  const topic = await world.topic(harasser, space, { title: `All of ${other}`, body: `See ${other}` });
  const { caseId } = await report(world, survivor, topic.postId, { conduct: "child-material", aboutMe: true });
  expect(await readableAt(world, other)).toEqual([]);
  expect(await lift(world, stewards[0]!, caseId)).toEqual({ ok: true });
  expect(await readableAt(world, other)).toEqual(expect.arrayContaining(["topics.title", "posts.body"]));
});

test("a new key takes over from then on; what an earlier one sealed stays under that", async () => {
  const setting = await aSetAsideCase();
  const { world, stewards, caseId, pair } = setting;
  const second = await aPair();
  await registered(world, stewards[1]!, second.offlineKey);
  const rows = await world.read.select().from(evidence).where(eq(evidence.caseId, caseId));
  expect(rows.every((row) => row.recipient === pair.offlineKey)).toBe(true);
  const { opened, content } = await openPackage(world, stewards[0]!, caseId, second.secret);
  expect(opened.every((one) => one === null)).toBe(true);
  expect(await openWith(pair.secret, Buffer.from(content.copies[0]!.sealed, "base64"))).toContain("Thorn");
  const entries = (await world.read.select().from(publicLog)).filter(({ act }) => act === "offline-key-set");
  expect(entries.map(({ details }) => details.key)).toEqual([pair.offlineKey, second.offlineKey]);
});

test("only stewards register a key, only a public one, and a secret half is never kept", async () => {
  const { world, stewards, moderators, survivor, pair } = await aCommunity({ key: false });
  const set = async (who: Person, typed: string) =>
    setOfflineKey(world.site, await world.viewer(who), typed, world.now);
  for (const who of [moderators[0]!, survivor])
    expect(await set(who, pair.offlineKey)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await set(stewards[0]!, pair.secret)).toEqual({ ok: false, reason: "secret-half" });
  for (const typed of ["", "age1", `${pair.offlineKey}x`, pair.offlineKey.replace(/.$/, "q"), "age1".padEnd(62, "q")])
    expect(await set(stewards[0]!, typed), typed).toEqual({ ok: false, reason: "invalid" });
  expect(await readableAt(world, pair.secret)).toEqual([]);
  expect(await set(stewards[0]!, ` ${pair.offlineKey}\n`)).toMatchObject({ ok: true });
  expect(await set(stewards[0]!, pair.offlineKey)).toEqual({ ok: false, reason: "already-done" });
});

test.each<[string, string]>([
  ["not JSON", "{"],
  ["another thing", "[]"],
  ["copies that weren't opened", '{"copies":[{"id":"1"}]}'],
  ["too many", JSON.stringify({ copies: Array.from({ length: 201 }, () => ({ opened: "" })) })],
])("what is pasted may be anything, and %s is refused", (_, opened) => {
  expect(liftForm.safeParse({ conduct: "slur", opened }).success).toBe(false);
  expect(liftForm.safeParse({ conduct: "child-material", opened: "" }).success).toBe(false);
});
