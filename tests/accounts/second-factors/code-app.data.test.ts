import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, codeApps, sessions } from "#db/schema";
import { beginCodeApp, confirmCodeApp } from "~/accounts/second-factors/add-code-app.server";
import { unsealShared } from "~/accounts/second-factors/code-app.server";
import { removeFactor } from "~/accounts/second-factors/remove-factor.server";
import { sealStep } from "~/accounts/second-factors/tickets.server";
import { DAY, MINUTE, SECOND } from "~/platform/time";
import { giveCodename } from "../../support/codename";
import { aMember, codeAt, giveCodeApp } from "../../support/factors";

test("an app isn't in force before a first code of it is typed", async () => {
  const { world, alder, typeWords } = await aMember();
  const begun = await beginCodeApp(world.site, alder, world.now);
  expect(begun).toMatchObject({ ok: true, secret: expect.stringMatching(/^[A-Z2-7]{32}$/) });
  expect(await typeWords()).toHaveProperty("setCookie");
  expect(await confirmCodeApp(world.site, alder, "000000", world.now)).toMatchObject({ reason: "wrong-code" });
  expect(await typeWords()).toHaveProperty("setCookie");
});

test("a refused first code shows the same secret again", async () => {
  const { world, alder } = await aMember();
  const begun = await beginCodeApp(world.site, alder, world.now);
  const refusal = await confirmCodeApp(world.site, alder, "not a code", world.now);
  expect(refusal).toMatchObject({ reason: "wrong-code", secret: begun.ok && begun.secret });
});

test("with an app, words alone open nothing; words and its code do", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const before = await world.read.$count(sessions);
  const of = await ticket();
  expect(await world.read.$count(sessions)).toBe(before);
  expect(await finish(of, { code: codeAt(secret, world.now) })).toMatchObject({ ok: true });
  expect(await world.read.$count(sessions)).toBe(before + 1);
});

test.each([
  ["one before", -30, true],
  ["one after", 30, true],
  ["two before", -61, false],
  ["two after", 61, false],
])("clocks may differ by one code: %s", async (_, seconds, fits) => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  world.later(5 * MINUTE);
  const code = codeAt(secret, new Date(world.now.getTime() + seconds * SECOND));
  expect((await finish(await ticket(), { code })).ok).toBe(fits);
});

test("a code is good once, whichever ticket it comes with", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const code = codeAt(secret, world.now);
  const [one, two] = [await ticket(), await ticket()];
  expect(await finish(one, { code })).toMatchObject({ ok: true });
  expect(await finish(two, { code })).toMatchObject({ reason: "code-used" });
  expect(await finish(two, { code: codeAt(secret, world.later(30 * SECOND)) })).toMatchObject({ ok: true });
});

test("of two who race with one code, one gets in", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const tickets = [await ticket(), await ticket(), await ticket()];
  const code = codeAt(secret, world.now);
  const answers = await Promise.all(tickets.map((of) => finish(of, { code })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "code-used")).toHaveLength(2);
});

test("the code with which the app was set up doesn't sign in", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const begun = await beginCodeApp(world.site, alder, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  const code = codeAt(begun.secret, world.now);
  expect(await confirmCodeApp(world.site, alder, code, world.now)).toMatchObject({ ok: true });
  expect(await finish(await ticket(), { code })).toMatchObject({ reason: "code-used" });
});

test("another account's code is no code here", async () => {
  const { world, alder, ticket, finish } = await aMember();
  await giveCodeApp(world, alder);
  const theirs = await giveCodeApp(world, await world.member("Birch"));
  expect(await finish(await ticket(), { code: codeAt(theirs, world.now) })).toMatchObject({ reason: "wrong-code" });
});

test.each([
  ["nothing", ""],
  ["five digits", "12345"],
  ["seven digits", "1234567"],
  ["letters", "abcdef"],
  ["something huge", "9".repeat(10_000)],
  ["other signs", "\u0000\u202e123'; --"],
])("%s is answered like any other wrong code", async (_, code) => {
  const { world, alder, ticket, finish } = await aMember();
  await giveCodeApp(world, alder);
  expect(await finish(await ticket(), { code })).toEqual({ ok: false, reason: "wrong-code" });
});

test("the secret is sealed for its account: moved to another it opens nothing", async () => {
  const { world, alder, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const birch = await world.member("Birch");
  await giveCodename(world, birch);
  const [row] = await world.read.select().from(codeApps).where(eq(codeApps.accountId, alder.accountId));
  expect(row!.sealed.toString("latin1")).not.toContain(secret);
  expect(unsealShared(row!.sealed, alder.accountId)).toBe(secret);
  expect(() => unsealShared(row!.sealed, birch.accountId)).toThrow();
  expect(await finish("x", { code: codeAt(secret, world.now) })).toMatchObject({ reason: "step-too-old" });
});

test("guessing slows down, at any network, and nobody is locked out", async () => {
  const { world, alder, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const [account] = await world.read.select().from(accounts).where(eq(accounts.id, alder.accountId));
  const step = { accountId: alder.accountId, secretHash: account!.secretHash, ownDevice: false, label: null };
  const guess = (code = "") => finish(sealStep(step, world.now), { code });
  for (let i = 0; i < 10; i++) expect(await guess()).toMatchObject({ reason: "wrong-code" });
  expect(await guess(codeAt(secret, world.now))).toMatchObject({
    reason: "limited",
    pace: { deed: "show-factor", retryAfterSeconds: 1 },
  });
  let longest = 0;
  let guessed = 10;
  const dayOver = world.now.getTime() + DAY;
  while (world.now.getTime() < dayOver) {
    const answer = await guess();
    if (answer.ok || !answer.pace) guessed++;
    else {
      longest = Math.max(longest, answer.pace.retryAfterSeconds);
      world.later(answer.pace.retryAfterSeconds * SECOND);
    }
  }
  expect(guessed, "in a day").toBeLessThan(250);
  expect(longest).toBeLessThanOrEqual(10 * 60);
  world.later(longest * SECOND);
  expect(await guess(codeAt(secret, world.now))).toMatchObject({ ok: true });
});

test("setting an app up ends every other session and renews this one, with its label", async () => {
  const { world, alder, typeWords } = await aMember();
  await typeWords();
  const old = alder.sessionId;
  await giveCodeApp(world, alder);
  const left = await world.read.select().from(sessions).where(eq(sessions.accountId, alder.accountId));
  expect(left.map(({ id }) => id)).toEqual([alder.sessionId]);
  expect(left[0]!.ownDevice).toBe(true);
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId: old });
});

test("a second app can't quietly take the first one's place", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  expect(await beginCodeApp(world.site, alder, world.now)).toMatchObject({ reason: "already-done" });
  expect(await finish(await ticket(), { code: codeAt(secret, world.now) })).toMatchObject({ ok: true });
});

test("begun twice, only the later secret counts", async () => {
  const { world, alder } = await aMember();
  const first = await beginCodeApp(world.site, alder, world.now);
  const second = await beginCodeApp(world.site, alder, world.now);
  if (!first.ok || !second.ok) throw new Error("refused");
  const type = (secret: string) => confirmCodeApp(world.site, alder, codeAt(secret, world.now), world.now);
  expect(await type(first.secret)).toMatchObject({ reason: "wrong-code" });
  expect(await type(second.secret)).toMatchObject({ ok: true });
});

test("removed, it is no longer asked for, and a ticket from before doesn't take its code", async () => {
  const { world, alder, ticket, typeWords, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const of = await ticket();
  expect(await removeFactor(world.site, alder, "app", world.now)).toMatchObject({ ok: true });
  expect(await finish(of, { code: codeAt(secret, world.now) })).toMatchObject({ reason: "step-too-old" });
  expect(await typeWords()).toHaveProperty("setCookie");
});

test("whose session has ended adds and removes nothing", async () => {
  const { world, alder } = await aMember();
  const begun = await beginCodeApp(world.site, alder, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  await world.site.database.transaction((tx) => tx.delete(sessions).where(eq(sessions.id, alder.sessionId)));
  const ended = { reason: "sign-in-first" };
  expect(await confirmCodeApp(world.site, alder, codeAt(begun.secret, world.now), world.now)).toMatchObject(ended);
  expect(await beginCodeApp(world.site, alder, world.now)).toMatchObject(ended);
  expect(await removeFactor(world.site, alder, "app", world.now)).toMatchObject(ended);
  const [row] = await world.read.select().from(codeApps);
  expect(row!.confirmed).toBe(false);
});

test("an account that is removed takes its app along, and its open second step", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const of = await ticket();
  await world.site.database.transaction((tx) => tx.delete(accounts).where(eq(accounts.id, alder.accountId)));
  expect(await world.read.$count(codeApps)).toBe(0);
  expect(await finish(of, { code: codeAt(secret, world.now) })).toMatchObject({ ok: false });
});
