import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountKeys } from "#db/schema";
import { openOwnKey, openOwnKeyByCode } from "~/accounts/own-key/own-key.server";
import { drawOwnKey, unwrapBySecret, wrapBySecret } from "~/accounts/own-key/wraps.server";
import { ownKeyIn, proofCookie } from "~/accounts/proof.server";
import { beginRecovery, finishRecovery } from "~/accounts/recover.server";
import { MINUTE } from "~/platform/time";
import * as confirm from "~/routes/me.confirm";
import * as recoveryCode from "~/routes/me.recovery-code";
import * as secretPage from "~/routes/me.secret";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld, type Person, type World } from "../support/world";

async function community() {
  const world = await openWorld();
  const iris = await world.member("Iris");
  return { world, iris, codename: await giveCodename(world, iris) };
}

const keyRow = async (world: World, { accountId }: Person) =>
  (await world.read.select().from(accountKeys).where(eq(accountKeys.accountId, accountId)))[0];

/** Types the secret at the door: the session that goes on, and the key that came along. */
async function typeSecret(world: World, as: Person, secret: string) {
  const answer = await call(world, confirm.action, { as, form: { secret } });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const token = /session=([a-z0-9]{40})/.exec(cookie)?.[1] ?? "";
  const { sha256 } = await import("~/platform/keys.server");
  const next = { ...as, token, sessionId: sha256(token) };
  return { as: next, key: ownKeyIn({ headers: new Headers({ cookie }) }, next.sessionId, world.now) };
}

const opens = async (world: World, { accountId }: Person, secret: string) =>
  (await openOwnKey(world.read, accountId, secret))?.key ?? null;

test("the first time somebody types their secret, a key is made; each time after, it's the same", async () => {
  const { world, iris, codename } = await community();
  const first = await typeSecret(world, iris, codename.secret);
  expect(first.key).toHaveLength(32);
  const second = await typeSecret(world, first.as, codename.words.join(" "));
  expect(second.key).toEqual(first.key);
});

test("nothing that is stored opens the key, not even with the server's own", async () => {
  const { world, iris, codename } = await community();
  const { key } = await typeSecret(world, iris, codename.secret);
  const row = await keyRow(world, iris);
  expect(Buffer.concat([row!.bySecret]).includes(key!)).toBe(false);
  expect(await opens(world, iris, "five other words of somebody")).toBeNull();
  expect(await opens(world, iris, "")).toBeNull();
});

test("a wrong secret brings no key and makes none", async () => {
  const { world, iris } = await community();
  expect((await typeSecret(world, iris, "wrong")).key).toBeNull();
  expect(await keyRow(world, iris)).toBeUndefined();
});

test("the key is gone with the proof: after ten minutes, and with another session", async () => {
  const { world } = await community();
  const key = drawOwnKey();
  const asking = { headers: new Headers({ cookie: proofCookie("mine", world.now, key).split(";")[0]! }) };
  expect(ownKeyIn(asking, "mine", world.now)).toEqual(key);
  expect(ownKeyIn(asking, "another", world.now)).toBeNull();
  expect(ownKeyIn(asking, "mine", world.later(10 * MINUTE))).toBeNull();
});

const shown = (data: unknown) =>
  (data as { shown: { sealed: string; words: string[]; recovery: string; code: string } }).shown;

test("new words, drawn while the key is at hand, open it, and so does the code that came with them", async () => {
  const { world, iris, codename } = await community();
  const { as, key } = await typeSecret(world, iris, codename.secret);
  const asked = { as, proved: true, ownKey: key };
  const drawn = shown((await call(world, secretPage.action, { ...asked, form: { step: "draw" } })).data);
  const form = { step: "save", sealed: drawn.sealed, word: drawn.words[2]! };
  expect((await call(world, secretPage.action, { ...asked, form })).status).toBe(303);
  expect(await opens(world, iris, drawn.words.slice(2).join(" "))).toEqual(key);
  expect(await opens(world, iris, codename.secret), "the old words no longer do").toBeNull();
  const code = drawn.recovery.replaceAll("-", "");
  expect(await openOwnKeyByCode(world.read, iris.accountId, code)).toEqual(key);
  expect(await openOwnKeyByCode(world.read, iris.accountId, codename.recovery)).toBe("shut");
});

test("so does a passphrase, to the letter", async () => {
  const { world, iris, codename } = await community();
  const { as, key } = await typeSecret(world, iris, codename.secret);
  const passphrase = "Nine quiet herons beyond the sluice";
  const form = { passphrase, passphraseAgain: passphrase };
  expect((await call(world, secretPage.action, { as, proved: true, ownKey: key, form })).status).toBe(303);
  expect(await opens(world, iris, passphrase)).toEqual(key);
});

test("so does a new recovery code; before one is drawn, the code opens nothing", async () => {
  const { world, iris, codename } = await community();
  const { as, key } = await typeSecret(world, iris, codename.secret);
  expect(await openOwnKeyByCode(world.read, iris.accountId, codename.recovery)).toBe("shut");
  const asked = { as, proved: true, ownKey: key };
  const drawn = shown((await call(world, recoveryCode.action, { ...asked, form: { step: "draw" } })).data);
  const code = drawn.code.replaceAll("-", "");
  const form = { step: "save", sealed: drawn.sealed, digits: code.slice(-4) };
  expect((await call(world, recoveryCode.action, { ...asked, form })).status).toBe(303);
  expect(await openOwnKeyByCode(world.read, iris.accountId, code)).toEqual(key);
  expect(await opens(world, iris, codename.secret)).toEqual(key);
});

test("recovering carries the key over to the new words and the new code", async () => {
  const { world, iris, codename } = await community();
  const key = drawOwnKey();
  const { wrapByCode } = await import("~/accounts/own-key/wraps.server");
  const bySecret = (await wrapBySecret(key, codename.secret))!;
  await world.site.database.transaction((tx) =>
    tx.insert(accountKeys).values({ accountId: iris.accountId, bySecret, byCode: wrapByCode(key, codename.recovery) }),
  );
  const begun = await beginRecovery(world.site, { code: codename.recovery, network: "n" }, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  expect(begun.offer.more.shut).toBeUndefined();
  expect(begun.sealed).not.toContain(key.toString("base64url"));
  const input = { sealed: begun.sealed, word: begun.offer.words[2]!, ownDevice: false, network: "n" };
  expect(await finishRecovery(world.site, input, world.now)).toMatchObject({ ok: true });
  expect(await opens(world, iris, begun.offer.words.slice(2).join(" "))).toEqual(key);
  expect(await openOwnKeyByCode(world.read, iris.accountId, begun.offer.recovery)).toEqual(key);
});

test("where the code doesn't open the key, recovering says so first, and the key stays closed under the old words", async () => {
  const { world, iris, codename } = await community();
  const { key } = await typeSecret(world, iris, codename.secret);
  const begun = await beginRecovery(world.site, { code: codename.recovery, network: "n" }, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  expect(begun.offer.more.shut).toBe("yes");
  const input = { sealed: begun.sealed, word: begun.offer.words[2]!, ownDevice: false, network: "n" };
  expect(await finishRecovery(world.site, input, world.now)).toMatchObject({ ok: true });
  expect(await opens(world, iris, begun.offer.words.slice(2).join(" "))).toBeNull();
  const { bySecret } = (await keyRow(world, iris))!;
  expect(await unwrapBySecret(bySecret, codename.secret)).toEqual(key);
});
