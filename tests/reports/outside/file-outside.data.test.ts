import { expect, test } from "vitest";
import { cases, hiddenPosts, notifications, outsideReports, posts, publicLog, reports } from "#db/schema";
import { findDoor } from "~/joining/find-door.server";
import { sealPass } from "~/joining/open-door.server";
import { DAY, HOUR, plus } from "~/platform/time";
import { findReceipt } from "~/reports/outside/find-receipt.server";
import { openTold } from "~/reports/outside/sealed-words.server";
import { fromOutside, takedown, tryOutside, tryTakedown, wayIn } from "../../support/outside";
import { aCase } from "../../support/reporting";
import type { World } from "../../support/world";

const where = ({ link }: { link: string }, position = 2) => `https://forum.example/t/${link}/${position}`;
const follow = (world: World, code: string, network = "a phone") =>
  findReceipt(world.site, { code, network }, world.now);

test("somebody who isn't a member reports: sealed, with a deadline of 72 hours, and nobody's account in it", async () => {
  const { world, post, topic, harasser } = await aCase();
  const filed = await fromOutside(world, { place: where(topic), words: "They name my sister." });
  expect(filed).toMatchObject({
    state: "open",
    subjectKind: "post",
    subjectId: post.id,
    respondentPseudonymId: harasser.pseudonymId,
    hid: false,
  });
  expect(filed.decideBy!.getTime() - world.now.getTime()).toBeGreaterThan(72 * HOUR - 60_000);
  expect(Buffer.from(filed.sealed).toString("latin1")).not.toContain("sister");
  expect(openTold(filed.id, filed.sealed)).toMatchObject({ words: "They name my sister." });
  expect(() => openTold(filed.id + 1, filed.sealed)).toThrow();
});

test("it hides nothing, weighs nothing, opens no case, whatever conduct it names and however often", async () => {
  const { world, topic } = await aCase();
  for (const conduct of ["outing", "threat", "danger-to-life", "exploitation"] as const)
    await fromOutside(world, { conduct, place: where(topic) });
  await takedown(world, { place: where(topic) });
  expect(await world.read.$count(outsideReports)).toBe(5);
  for (const table of [reports, cases, hiddenPosts, publicLog]) expect(await world.read.$count(table)).toBe(0);
  expect((await world.read.select().from(posts)).map((post) => post.state)).toEqual(["visible", "visible"]);
});

test("an address leads to a post, the first post of a topic, or a name; anything else is kept as words, without a hint", async () => {
  const { world, topic, post, harasser } = await aCase();
  const { toLink } = await import("~/platform/ids");
  const named = async (place: string) => (await fromOutside(world, { place })).subjectId;
  expect(await named(where(topic))).toBe(post.id);
  expect(await named(`see /t/${topic.link} please`)).toBe(topic.postId);
  world.later(DAY);
  expect(await named(`/p/${toLink(harasser.pseudonymId)}`)).toBe(harasser.pseudonymId);
  for (const place of ["somewhere", `/t/${topic.link}/999`, "/t/00000000000/1", "/p/zzzzzzzzzzz"])
    expect(await named(place), place).toBeNull();
});

test("the same form sent twice, or at one moment, is one report with one receipt; a way in serves once", async () => {
  const { world } = await aCase();
  const way = wayIn(world);
  const both = await Promise.all([tryOutside(world, {}, { way }), tryOutside(world, {}, { way })]);
  const again = await tryOutside(world, {}, { way });
  expect(new Set([...both, again].map((one) => one.ok && one.code)).size).toBe(1);
  expect(await world.read.$count(outsideReports)).toBe(1);
  expect(await tryOutside(world, { words: "Another" }, { way })).toMatchObject({ reason: "way-in-used" });
  const once = "a".repeat(22);
  const [one, two] = [await tryTakedown(world, {}, { once }), await tryTakedown(world, {}, { once })];
  expect(one).toEqual(two);
  const other = await tryTakedown(world, { words: "Another" }, { once });
  expect(other.ok && one.ok && other.code !== one.code).toBe(true);
});

test("a way to joining opens no report, a way to a report no account, and an old or made-up one nothing", async () => {
  const { world } = await aCase();
  const until = plus(world.now, HOUR).getTime();
  const joins = sealPass({ once: "ticket", value: "v", until });
  for (const way of [joins, "", "made-up", "x".repeat(500), wayIn(world).slice(0, -1)])
    expect(await tryOutside(world, {}, { way })).toMatchObject({ reason: "page-too-old" });
  expect(await findDoor(world.read, wayIn(world), world.now)).toMatchObject({ ok: false });
  const way = wayIn(world);
  world.later(3 * HOUR);
  expect(await tryOutside(world, {}, { way })).toMatchObject({ reason: "page-too-old" });
});

test("a network is held to a few a day; a line that many share is slowed and never shut; takedowns have their own count", async () => {
  const { world } = await aCase();
  for (let i = 0; i < 6; i++) await fromOutside(world, { words: `${i}` });
  expect(await tryOutside(world)).toMatchObject({ reason: "limited", pace: { deed: "report-outside" } });
  expect(await tryTakedown(world)).toMatchObject({ ok: true });
  const network = "shared:onion";
  for (let i = 0; i < 20; i++)
    expect(await tryOutside(world, { words: `${i}` }, { network, way: wayIn(world, network) })).toMatchObject({
      ok: true,
    });
  const slowed = await tryOutside(world, {}, { network, way: wayIn(world, network) });
  expect(slowed).toMatchObject({ reason: "limited" });
  world.later(43_000);
  expect(await tryOutside(world, {}, { network, way: wayIn(world, network) })).toMatchObject({ ok: true });
});

test("a receipt tells how far it is and nothing that was written; a wrong code tells nothing", async () => {
  const { world, topic } = await aCase();
  const { code } = await fromOutside(world, { place: where(topic), words: "They name my sister." });
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/);
  const found = await follow(world, code.toLowerCase().replace(/(.{4})/g, "$1 "));
  expect(found).toMatchObject({ ok: true, receipt: { status: "waiting", conduct: "slur", late: false, answer: "" } });
  expect(JSON.stringify(found)).not.toMatch(/sister|forum\.example/);
  for (const wrong of ["", "x", "0".repeat(24), "é".repeat(24), `${code}0`])
    expect(await follow(world, wrong), wrong).toMatchObject({ reason: "receipt-unknown" });
  world.later(73 * HOUR);
  expect(await follow(world, code)).toMatchObject({ receipt: { status: "waiting", late: true } });
});

test("codes can't be tried by the thousand", async () => {
  const { world } = await aCase();
  const tries = [];
  for (let i = 0; i < 12; i++) tries.push(await follow(world, String(i).repeat(24), "a script"));
  expect(tries.at(-1)).toMatchObject({ reason: "limited" });
});

test("those who can handle it hear of it once, until they have looked; of child material stewards alone", async () => {
  const { world, moderators, stewards } = await aCase({ steward: true });
  await fromOutside(world);
  await fromOutside(world, { words: "More" });
  const heard = (await world.read.select().from(notifications)).filter((one) => one.kind === "outside-filed");
  const all = [...moderators, ...stewards].map((one) => one.pseudonymId);
  expect(heard.map((one) => one.pseudonymId).sort()).toEqual(all.sort());
  await world.site.database.transaction((tx) => tx.update(notifications).set({ seen: true }));
  await takedown(world, { conduct: "child-material" });
  const fresh = (await world.read.select().from(notifications)).filter((one) => !one.seen);
  expect(fresh.map((one) => one.pseudonymId)).toEqual([stewards[0]!.pseudonymId]);
});
