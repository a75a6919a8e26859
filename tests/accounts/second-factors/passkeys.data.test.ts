import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { accounts, passkeys, sessions } from "#db/schema";
import { MOST_PASSKEYS } from "~/accounts/second-factors/add-passkey.server";
import { factorsOf } from "~/accounts/second-factors/factor-queries.server";
import { removeFactor } from "~/accounts/second-factors/remove-factor.server";
import { creationOptions } from "~/accounts/second-factors/webauthn.server";
import { newId } from "~/platform/ids";
import { MINUTE, monthOf } from "~/platform/time";
import { aPasskey } from "../../support/authenticator";
import { addingPage, aMember, givePasskey, here, tryPasskey } from "../../support/factors";

const asked = vi.fn();
beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal("fetch", asked);
  return () => vi.unstubAllGlobals();
});

test("with a passkey, words alone open nothing; words and its signature do", async () => {
  const { world, alder, typeWords, show } = await aMember();
  const passkey = await givePasskey(world, alder);
  expect(await typeWords()).not.toHaveProperty("setCookie");
  expect(await show(passkey)).toMatchObject({ ok: true });
  expect(await show(passkey)).toMatchObject({ ok: true });
});

test("what the browser is asked names the site and nobody, and no device is to list it", () => {
  const options = () =>
    creationOptions(here, { challenge: "abc", siteName: "Understory", known: [{ credential: "one-i-have" }] });
  const { user, ...rest } = options();
  expect(user).toMatchObject({ name: "Understory", displayName: "Understory" });
  expect(user.id).not.toBe(options().user.id);
  expect(rest).toMatchObject({
    rp: { id: "localhost", name: "Understory" },
    attestation: "none",
    authenticatorSelection: { residentKey: "discouraged", requireResidentKey: false },
    excludeCredentials: [{ id: "one-i-have" }],
  });
});

test("what is kept of a passkey: its own name for itself, its public half, a count, a label and the month", async () => {
  const { world, alder } = await aMember();
  const passkey = await givePasskey(world, alder, { label: "blue key" });
  const [row] = await world.read.select().from(passkeys);
  expect({ ...row, publicKey: null }).toMatchObject({
    accountId: alder.accountId,
    credential: passkey.id,
    counter: 1,
    label: "blue key",
    publicKey: null,
  });
  expect(monthOf(row!.added)).toBe(monthOf(world.now));
  expect(row!.added.getUTCDate()).toBe(1);
});

test.each([
  ["on another site's page", { origin: "https://evil.example" }],
  ["for another site", { rpId: "evil.example" }],
  ["with nobody there", { present: false }],
  ["as something else", { type: "webauthn.get" }],
])("a key made %s isn't added", async (_, lies) => {
  const { world, alder } = await aMember();
  const { ticket, options } = addingPage(world, alder);
  const made = aPasskey().make(options, lies);
  expect(await tryPasskey(world, alder, made, { ticket })).toMatchObject({ reason: "passkey-refused" });
  expect(await world.read.$count(passkeys)).toBe(0);
});

test("what a device says of its maker is thrown away unread, so that nothing in it makes the server call anybody", async () => {
  const { world, alder } = await aMember();
  const { ticket, options } = addingPage(world, alder);
  const statement = new Map<string, never>([["x5c", [Buffer.from("a certificate that names an address")] as never]]);
  const made = aPasskey().make(options, {}, { fmt: "packed", attStmt: statement });
  expect(await tryPasskey(world, alder, made, { ticket })).toMatchObject({ ok: true });
  expect(asked).not.toHaveBeenCalled();
});

test("the page that adds a key is good once, for ten minutes, and for its own account", async () => {
  const { world, alder } = await aMember();
  const birch = await world.member("Birch");
  const { ticket, options } = addingPage(world, alder);
  const old = { reason: "step-too-old" };
  const forged = (ticket.startsWith("A") ? "B" : "A") + ticket.slice(1);
  expect(await tryPasskey(world, birch, aPasskey().make(options), { ticket })).toMatchObject(old);
  expect(await tryPasskey(world, alder, aPasskey().make(options), { ticket: forged })).toMatchObject(old);
  const made = aPasskey().make(options);
  expect(await tryPasskey(world, alder, made, { ticket: addingPage(world, alder).ticket })).toMatchObject({
    reason: "passkey-refused",
  });
  await givePasskey(world, alder);
  world.later(10 * MINUTE);
  expect(await tryPasskey(world, alder, made, { ticket })).toMatchObject(old);
});

test("a challenge makes one key", async () => {
  const { world, alder } = await aMember();
  const { ticket, options } = addingPage(world, alder);
  const sent = [aPasskey().make(options), aPasskey().make(options)];
  const answers = await Promise.all(sent.map((key) => tryPasskey(world, alder, key, { ticket })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.read.$count(passkeys)).toBe(1);
});

test("a key that some account has can't be added to another, or twice", async () => {
  const { world, alder } = await aMember();
  const birch = await world.member("Birch");
  const passkey = await givePasskey(world, alder);
  for (const who of [alder, birch]) {
    const { ticket, options } = addingPage(world, who);
    expect(await tryPasskey(world, who, passkey.make(options), { ticket })).toMatchObject({ reason: "already-done" });
  }
  expect((await factorsOf(world.read, birch.accountId)).passkeys).toEqual([]);
});

test("an account has ten keys at most", async () => {
  const { world, alder } = await aMember();
  await world.site.database.transaction(async (tx) => {
    for (let i = 0; i < MOST_PASSKEYS; i++) {
      const key = { credential: `k${i}`, publicKey: Buffer.alloc(1), counter: 0, added: world.now };
      await tx.insert(passkeys).values({ ...key, id: newId(), accountId: alder.accountId });
    }
  });
  const { ticket, options } = addingPage(world, alder);
  expect(await tryPasskey(world, alder, aPasskey().make(options), { ticket })).toMatchObject({ reason: "full" });
});

test.each([
  ["on another site's page", { origin: "https://evil.example" }],
  ["for another site", { rpId: "evil.example" }],
  ["with nobody there", { present: false }],
  ["as something else", { type: "webauthn.create" }],
  ["in the name of a key that isn't there", { as: "bm90IHRoZXJl" }],
])("a signature made %s opens nothing", async (_, lies) => {
  const { world, alder, show } = await aMember();
  const passkey = await givePasskey(world, alder);
  expect(await show(passkey, lies)).toEqual({ ok: false, reason: "passkey-refused" });
});

test("another account's key opens nothing here, even when it says that it is this one's", async () => {
  const { world, alder, show } = await aMember();
  const own = await givePasskey(world, alder);
  const theirs = await givePasskey(world, await world.member("Birch"));
  expect(await show(theirs)).toMatchObject({ reason: "passkey-refused" });
  expect(await show(theirs, { as: own.id })).toMatchObject({ reason: "passkey-refused" });
});

test("a signature is good for its own ticket, once", async () => {
  const { world, alder, ticket, asked: askedOf, finish } = await aMember();
  const passkey = await givePasskey(world, alder, { passkey: aPasskey({ counting: false }) });
  const [one, two] = [await ticket(), await ticket()];
  const signature = passkey.show(await askedOf(one));
  expect(await finish(two, { signature })).toMatchObject({ reason: "passkey-refused" });
  const answers = await Promise.all([1, 2, 3].map(() => finish(one, { signature })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await finish(one, { signature: passkey.show(await askedOf(one)) })).toMatchObject({ reason: "step-too-old" });
});

test("a count that falls back or stands still tells of a copy, and opens nothing", async () => {
  const { world, alder, show } = await aMember();
  const passkey = await givePasskey(world, alder);
  expect(await show(passkey, { counter: 41 })).toMatchObject({ ok: true });
  for (const counter of [41, 7, 0])
    expect(await show(passkey, { counter })).toMatchObject({ reason: "passkey-copied" });
  const [row] = await world.read.select().from(passkeys);
  expect(row!.counter).toBe(41);
  expect(await show(passkey, { counter: 42 })).toMatchObject({ ok: true });
});

test("a key that never counts is a key, too", async () => {
  const { world, alder, show } = await aMember();
  const passkey = await givePasskey(world, alder, { passkey: aPasskey({ counting: false }) });
  expect(await show(passkey)).toMatchObject({ ok: true });
  expect(await show(passkey)).toMatchObject({ ok: true });
});

test("a removed key opens nothing, not even on a page from before", async () => {
  const { world, alder, ticket, asked: askedOf, finish, typeWords } = await aMember();
  const passkey = await givePasskey(world, alder);
  const other = await givePasskey(world, alder);
  const of = await ticket();
  const signature = passkey.show(await askedOf(of));
  const [row, ...rest] = (await world.read.select().from(passkeys)).sort((a) => (a.credential === passkey.id ? -1 : 1));
  const birch = await world.member("Birch");
  expect(await removeFactor(world.site, birch, row!.id, world.now)).toMatchObject({ reason: "not-found" });
  const first = await removeFactor(world.site, alder, row!.id, world.now);
  expect(await finish(of, { signature })).toMatchObject({ reason: "passkey-refused" });
  expect(await finish(of, { signature: other.show(await askedOf(of)) })).toMatchObject({ ok: true });
  const renewed = { accountId: alder.accountId, sessionId: first.ok ? first.sessionId : "" };
  expect(await removeFactor(world.site, renewed, rest[0]!.id, world.now)).toMatchObject({ ok: true });
  expect(await finish(of, { signature })).toMatchObject({ reason: "step-too-old" });
  expect(await typeWords()).toHaveProperty("setCookie");
});

test("adding and removing a key end every other session and renew this one", async () => {
  const { world, alder, typeWords } = await aMember();
  const live = async () =>
    (await world.read.select().from(sessions).where(eq(sessions.accountId, alder.accountId))).map(({ id }) => id);
  await typeWords();
  const begun = alder.sessionId;
  await givePasskey(world, alder);
  expect(alder.sessionId).not.toBe(begun);
  expect(await live()).toEqual([alder.sessionId]);
  const [row] = await world.read.select().from(passkeys);
  const removed = await removeFactor(world.site, alder, row!.id, world.now);
  expect(await live()).toEqual([removed.ok && removed.sessionId]);
});

test("an account that is removed takes its keys along, and its open second step", async () => {
  const { world, alder, ticket, asked: askedOf, finish } = await aMember();
  const passkey = await givePasskey(world, alder);
  const of = await ticket();
  const signature = passkey.show(await askedOf(of));
  await world.site.database.transaction((tx) => tx.delete(accounts).where(eq(accounts.id, alder.accountId)));
  expect(await world.read.$count(passkeys)).toBe(0);
  expect(await finish(of, { signature })).toMatchObject({ ok: false });
});
