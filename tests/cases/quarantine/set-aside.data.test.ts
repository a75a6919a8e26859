import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { evidence, posts, publicLog, sanctions } from "#db/schema";
import { claimCase } from "~/cases/claim-case.server";
import { escalateOverdue } from "~/cases/escalate-overdue.server";
import { intoCase } from "~/cases/into-case.server";
import { hideNow } from "~/cases/quarantine/hide-now.server";
import { showPost } from "~/discussion/posts/post-states.server";
import { unseal } from "~/platform/keys.server";
import { DAY, HOUR } from "~/platform/time";
import { openCopies } from "~/reports/evidence.server";
import { fileReport } from "~/reports/file-report.server";
import { findPostItem, findPseudonymItem } from "~/reports/find-item.server";
import { reportForm } from "~/reports/forms";
import { aCommunity, aPair, aSetAsideCase, MARKER, openWith, readableAt, registered } from "../../support/quarantine";
import { caseOf, claim, dealtTo, decide, kinds, queueOf, report, see, tryReport } from "../../support/reporting";

const copiesOf = async ({ world, caseId }: Pick<Awaited<ReturnType<typeof aSetAsideCase>>, "world" | "caseId">) =>
  world.read.select().from(evidence).where(eq(evidence.caseId, caseId));

const actsOf = async ({ world }: Pick<Awaited<ReturnType<typeof aCommunity>>, "world">) =>
  (await world.read.select().from(publicLog)).sort((a, b) => a.position - b.position);

test("after a report that hides it, the words can be read nowhere: not in a column, not in the files", async () => {
  const setting = await aSetAsideCase();
  expect(setting.hidden).toBe(true);
  expect(await readableAt(setting.world)).toEqual([]);
  for (const row of await copiesOf(setting)) {
    expect(row.recipient).toBe(setting.pair.offlineKey);
    // The server's own keys open none of it.
    for (const purpose of ["evidence", "set-aside"] as const)
      expect(() => unseal(purpose, row.sealed, String(row.id))).toThrow();
  }
  expect(await openCopies(setting.world.read, setting.caseId)).toEqual([]);
});

test("whoever keeps the key offline opens the copy, and it is what was written", async () => {
  const { pair, ...setting } = await aSetAsideCase();
  const copies = await copiesOf(setting);
  const opened = await Promise.all(copies.map(async (row) => JSON.parse(await openWith(pair.secret, row.sealed))));
  expect(opened.find((_, i) => copies[i]!.only)).toMatchObject({
    text: `Look at ${MARKER}, everybody.`,
    author: "Thorn",
  });
  const stranger = await aPair();
  await expect(openWith(stranger.secret, copies[0]!.sealed)).rejects.toThrow();
});

test("one report alone hides it for nobody else, but no moderator's case shows it; a steward hides it at once", async () => {
  const setting = await aCommunity();
  const { world, survivor, bad, moderators, stewards } = setting;
  const { caseId, hidden } = await report(world, survivor, bad.id, { conduct: "child-material" });
  expect(hidden).toBe(false);
  for (const row of await copiesOf({ world, caseId })) expect(row.recipient).toBe(setting.pair.offlineKey);
  for (const who of moderators) {
    expect(await see(world, who, caseId)).toBeNull();
    const done = await hideNow(world.site, await world.viewer(who), caseId, world.now);
    expect(done).toEqual({ ok: false, reason: "not-found" });
  }
  const steward = await world.viewer(stewards[0]!);
  expect(await hideNow(world.site, steward, caseId, world.now)).toEqual({ ok: true });
  expect(await readableAt(world)).toEqual([]);
  expect(await hideNow(world.site, steward, caseId, world.now)).toEqual({ ok: false, reason: "already-done" });
  expect((await actsOf(setting)).at(-1)).toMatchObject({ act: "post-hidden", office: "steward", details: {} });
});

test("it is dealt to stewards alone, and to nobody where each of them has a conflict", async () => {
  const { world, stewards, moderators, caseId } = await aSetAsideCase();
  expect((await dealtTo(world, caseId)).sort()).toEqual(stewards.map((one) => one.pseudonymId).sort());
  for (const who of moderators) {
    expect(await queueOf(world, who)).toEqual([]);
    expect(await see(world, who, caseId)).toBeNull();
    expect(await claimCase(world.site, await world.viewer(who), caseId, world.now)).toMatchObject({
      reason: "not-found",
    });
  }
  for (const who of stewards) expect((await queueOf(world, who)).map((one) => one.id)).toEqual([caseId]);

  const alone = await aCommunity({ stewards: 1 });
  const own = await report(alone.world, alone.stewards[0]!, alone.bad.id, { conduct: "child-material" });
  expect(await dealtTo(alone.world, own.caseId)).toEqual([]);
  expect(await see(alone.world, alone.stewards[0]!, own.caseId)).toBeNull();
  expect(await caseOf(alone.world, own.caseId)).toMatchObject({ state: "escalated" });
});

test("a missed deadline passes it to no moderator either", async () => {
  const { world, moderators, caseId } = await aSetAsideCase({ stewards: 1 });
  world.later(3 * DAY);
  await escalateOverdue(world.site, world.now);
  world.later(3 * DAY);
  await escalateOverdue(world.site, world.now);
  for (const who of moderators) expect(await dealtTo(world, caseId)).not.toContain(who.pseudonymId);
});

test("a suspended steward sees nothing of it, and neither does one who wrote or reported it", async () => {
  const { world, stewards, caseId, bad } = await aSetAsideCase({ stewards: 3 });
  const ids = await dealtTo(world, caseId);
  const [suspended, reporting] = stewards.filter((one) => ids.includes(one.pseudonymId));
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: suspended!.pseudonymId,
      caseId,
      kind: "suspension",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "…",
      started: world.now,
    }),
  );
  expect(await see(world, suspended!, caseId)).toBeNull();
  expect(await queueOf(world, suspended!)).toEqual([]);
  await tryReport(world, reporting!, bad.id, { conduct: "child-material" });
  expect(await see(world, reporting!, caseId)).toBeNull();
  expect(await dealtTo(world, caseId)).not.toContain(reporting!.pseudonymId);
});

test("the steward's page names the author and holds no word, no title and no way there", async () => {
  const { world, stewards, caseId, topic } = await aSetAsideCase();
  const page = await see(world, stewards[0]!, caseId);
  expect(page).toMatchObject({ aside: true, author: "Thorn", copies: [], context: null });
  const shown = JSON.stringify(page);
  expect(shown).not.toContain(MARKER);
  expect(shown).not.toContain(topic.link);
});

test("moderators who had the case lose it, copies and all, as soon as somebody reports it as child material", async () => {
  const setting = await aCommunity();
  const { world, survivor, bad, moderators, stewards } = setting;
  const { caseId } = await report(world, survivor, bad.id, { conduct: "slur" });
  await claim(world, moderators[0]!, caseId);
  expect((await see(world, moderators[0]!, caseId))?.copies[0]?.text).toContain(MARKER);
  const ivy = await world.member("Ivy", { branch: 7, weeksHere: 40 });
  const second = await report(world, ivy, bad.id, { conduct: "child-material", aboutMe: true });
  expect(second.caseId).toBe(caseId);
  for (const who of moderators) expect(await see(world, who, caseId)).toBeNull();
  expect(await see(world, stewards[0]!, caseId)).toMatchObject({ aside: true, copies: [], conduct: "child-material" });
  expect(await readableAt(world)).toEqual([]);
  expect(await kinds(world, caseId)).toEqual(["opened", "claimed", "joined", "hidden", "set-aside"]);
});

test("what was copied along with an answer is taken out of the answer's case", async () => {
  const { world, survivor, harasser, bad, topic, moderators } = await aCommunity();
  const answer = await world.post(harasser, topic, { body: "Indeed", replyTo: bad.position } as never);
  const about = await report(world, survivor, answer.id, { conduct: "slur" });
  const ivy = await world.member("Ivy", { branch: 7, weeksHere: 40 });
  await report(world, ivy, bad.id, { conduct: "child-material", aboutMe: true });
  expect(await readableAt(world)).toEqual([]);
  const page = await see(world, moderators[0]!, about.caseId);
  expect(page?.copies[0]).toMatchObject({ text: "Indeed", answered: "" });
});

test("until there is a key it waits under one of the server's, shown to nobody, and is sealed for the key when it comes", async () => {
  const { world, stewards, caseId, pair } = await aSetAsideCase({ key: false });
  expect(await readableAt(world)).toEqual([]);
  expect((await copiesOf({ world, caseId })).map((row) => row.recipient)).toEqual(
    (await copiesOf({ world, caseId })).map(() => "server"),
  );
  expect((await see(world, stewards[0]!, caseId))?.copies).toEqual([]);
  const { sealed } = await registered(world, stewards[0]!, pair.offlineKey);
  const copies = await copiesOf({ world, caseId });
  expect(sealed).toBe(copies.length);
  const opened = await Promise.all(copies.map((row) => openWith(pair.secret, row.sealed)));
  expect(opened.some((text) => text.includes(MARKER))).toBe(true);
});

test("a post whose words were set aside is never shown again empty", async () => {
  const { world, bad } = await aSetAsideCase();
  const shown = await world.site.database.transaction((tx) => showPost(tx, world.site, bad.id));
  expect(shown).toBeNull();
  const [post] = await world.read.select().from(posts).where(eq(posts.id, bad.id));
  expect(post).toMatchObject({ state: "hidden", body: "", html: "" });
});

test("it is decided only by taking the post away; “no breach” means lifting first", async () => {
  const { world, stewards, caseId } = await aSetAsideCase();
  const [oak] = stewards;
  const spared = await decide(world, oak!, caseId, { outcome: "no-breach", days: null, removesPost: false } as never);
  expect(spared).toEqual({ ok: false, reason: "set-aside" });
  world.later(HOUR);
  const taken = await decide(world, oak!, caseId, { outcome: "mute", days: 30, removesPost: true });
  expect(taken).toMatchObject({ ok: true, state: "in-force" });
});

test("several posts of one name, reported together as child material, are sealed for stewards as well", async () => {
  const { world, survivor, moderators, bad, harasser, pair } = await aCommunity();
  const viewer = await world.viewer(survivor);
  const further = (await findPostItem(world.read, viewer, bad.id))!.copy;
  const item = (await findPseudonymItem(world.read, harasser.pseudonymId, world.now))!;
  const input = reportForm.parse({ conduct: "child-material" });
  const about = { ...item, further: [further] };
  expect(await fileReport(world.site, viewer, input, about, intoCase, world.now)).toMatchObject({ ok: true });
  const rows = await world.read.select().from(evidence);
  expect(rows.map((row) => row.recipient)).toEqual([pair.offlineKey, pair.offlineKey]);
  for (const who of moderators) expect(await queueOf(world, who)).toEqual([]);
});
