import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { accounts, sessions } from "#db/schema";
import { signIn } from "~/accounts/sign-in.server";
import { takePassphrase } from "~/accounts/take-passphrase.server";
import { isWeighing, putScaleAway, weighPassphrase } from "~/accounts/weigh-passphrase.server";
import * as secret from "~/routes/me.secret";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld } from "../support/world";

const GOOD = "nine quiet herons beyond the sluice";
const network = "a network";

afterAll(putScaleAway);

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder", { alsoAs: ["Grey Heron of the Marsh"] });
  const codename = await giveCodename(world, alder);
  const take = async (passphrase: string, again = passphrase) =>
    takePassphrase(
      world.site,
      await world.viewer(alder),
      { passphrase, again, siteWords: ["Mossbank Commons", "Understory"] },
      world.now,
    );
  const enter = (typed: string, name = codename.name) =>
    signIn(world.site, { name, secret: typed, ownDevice: false, network }, world.now);
  const account = async () => (await world.read.select().from(accounts).where(eq(accounts.id, alder.accountId)))[0]!;
  return { world, alder, codename, take, enter, account };
}

test("a passphrase takes the place of the five words, and every other session ends", async () => {
  const { world, alder, codename, take, enter, account } = await community();
  await enter(codename.secret);
  expect(await take(GOOD)).toMatchObject({ ok: true, setCookie: expect.stringMatching(/^session=/) });
  expect(await account()).toMatchObject({ secretKind: "passphrase", secretHash: expect.stringMatching(/^\$argon2id/) });
  const left = await world.read.select().from(sessions).where(eq(sessions.accountId, alder.accountId));
  expect(left, "one, under a fresh token").toHaveLength(1);
  expect(left[0]!.id).not.toBe(alder.sessionId);
  expect(await enter(codename.secret)).toMatchObject({ reason: "wrong-codename" });
  expect(await enter(GOOD)).toMatchObject({ ok: true });
});

test("in a passphrase capitals and inner spaces count; spaces at its ends and the keyboard's way of writing don't", async () => {
  const { take, enter, codename } = await community();
  expect(await take("Çedro viejo junto al ﬁordo azul ")).toMatchObject({ ok: true });
  for (const wrong of [
    "çedro viejo junto al fiordo azul",
    "Çedro  viejo junto al fiordo azul",
    "Çedroviejojuntoalfiordoazul",
  ])
    expect(await enter(wrong)).toMatchObject({ reason: "wrong-codename" });
  expect(await enter(" C\u0327edro viejo junto al fiordo azul"), "decomposed").toMatchObject({ ok: true });
  expect(await enter("Çedro viejo junto al fiordo azul", codename.name.toUpperCase())).toMatchObject({ ok: true });
});

test("a passphrase of words from the codename's own list is still typed to the letter", async () => {
  const { take, enter } = await community();
  const words = "Zesty-waffle tremor quarry oboe nuzzle moonlit";
  expect(await take(words)).toMatchObject({ ok: true });
  expect(await enter(words.toLowerCase())).toMatchObject({ reason: "wrong-codename" });
  expect(await enter(words)).toMatchObject({ ok: true });
});

test("fifteen letters are enough, and nothing is asked of what kind they are", async () => {
  const { take } = await community();
  expect(await take("herons and eels")).toMatchObject({ ok: true });
});

test.each([
  ["short of fifteen letters", "heron and eels", "short"],
  ["only spaces", " ".repeat(40), "short"],
  ["counted by letters, not by bytes", "ñandú áéíóú ñ", "short"],
  ["too long", `${GOOD} `.repeat(4), "long"],
  ["leaked", "1qaz2wsx3edc4rfv", "breached"],
  ["leaked, written with spaces and capitals", "1QAZ 2wsx 3edc 4rfv", "breached"],
  ["a famous one", "correct horse battery staple", "guessable"],
  ["one thing again and again", "moss moss moss moss moss", "repeats"],
  ["one letter", "aaaaaaaaaaaaaaaaaaaa", "repeats"],
  ["a row of keys", "qwertyuiopasdfghjkl", "guessable"],
  ["the place's name", "Mossbank Commons", "own"],
  ["the software's name", "understory understory", "own"],
  ["one of their own names", "grey heron of the marsh", "own"],
])("%s: %j is refused as %s", async (_what, passphrase, flaw) => {
  const { take, account } = await community();
  expect(await take(passphrase)).toMatchObject({ ok: false, reason: "invalid", flaw });
  expect((await account()).secretKind).toBe("codename");
});

test("what finds the account doesn't open it: neither the sign-in name nor the recovery code can be part of it", async () => {
  const { codename, take } = await community();
  expect(await take(`${codename.name} and the seven herons`)).toMatchObject({ flaw: "own" });
  expect(await take(codename.recovery)).toMatchObject({ flaw: "own" });
});

test("two that differ are refused before anything is weighed", async () => {
  const { take } = await community();
  expect(await take(GOOD, `${GOOD}s`)).toMatchObject({ flaw: "different" });
});

test("of two changes at once one holds, and one session is left", async () => {
  const { world, alder, take } = await community();
  const both = await Promise.all([take(GOOD), take("eleven slow barges under the bridge")]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await world.read.$count(sessions, eq(sessions.accountId, alder.accountId))).toBe(1);
});

test("a session that was ended meanwhile changes nothing", async () => {
  const { world, take, account } = await community();
  await world.site.database.transaction((tx) => tx.delete(sessions));
  expect(await take(GOOD)).toMatchObject({ reason: "sign-in-first" });
  expect((await account()).secretKind).toBe("codename");
});

test("the page says what will happen, and never gives a passphrase back", async () => {
  const { world, alder } = await community();
  const form = { step: "passphrase", passphrase: "my own short", passphraseAgain: "my own short" };
  const answer = await call(world, secret.action, { as: alder, proved: true, form });
  expect(answer).toMatchObject({ status: 422, data: { flaw: "short", refusal: null, shown: null } });
  expect(JSON.stringify(answer.data)).not.toContain("my own");
  const unproved = await call(world, secret.action, { as: alder, form });
  expect(unproved).toMatchObject({ status: 401, data: { confirm: true } });
  expect(JSON.stringify(unproved.data)).not.toContain("my own");
});

test("through the page, the browser goes on with a fresh session", async () => {
  const { world, alder } = await community();
  const form = { step: "passphrase", passphrase: GOOD, passphraseAgain: GOOD };
  const answer = await call(world, secret.action, { as: alder, proved: true, form });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/me/security?done=secret");
  const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
  expect(cookie).not.toContain(alder.token);
});

test.each([
  ["nothing", {}],
  ["something huge", { passphrase: "x".repeat(10_000), passphraseAgain: "x".repeat(10_000) }],
  ["fields sent twice", { passphrase: ["a", "b"], step: ["draw?", "passphrase"] }],
])("%s is refused in words", async (_what, form) => {
  const { world, alder } = await community();
  expect((await call(world, secret.action, { as: alder, proved: true, form })).status).toBe(422);
});

test("word lists are open only while passphrases are weighed, and too many at once are told to wait", async () => {
  await putScaleAway();
  expect(isWeighing()).toBe(false);
  const many = Array.from({ length: 25 }, () => weighPassphrase(GOOD, []));
  const answers = await Promise.all(many);
  expect(answers.filter((answer) => answer === null)).toHaveLength(5);
  expect(answers.filter((answer) => answer?.flaw === null)).toHaveLength(20);
  expect(isWeighing()).toBe(true);
  const cut = weighPassphrase(GOOD, []);
  await putScaleAway();
  expect(await cut, "whoever waited hears so").toBeNull();
  expect(isWeighing()).toBe(false);
  expect(await weighPassphrase(GOOD, [])).toEqual({ flaw: null });
});
