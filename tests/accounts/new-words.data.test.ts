import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, sessions } from "#db/schema";
import { beginRecovery } from "~/accounts/recover.server";
import { recoveryHash } from "~/accounts/recovery-code.server";
import { offerRecoveryCode, takeRecoveryCode } from "~/accounts/renew-recovery-code.server";
import { signIn } from "~/accounts/sign-in.server";
import { offerWords, takeWords } from "~/accounts/take-words.server";
import { HOUR } from "~/platform/time";
import * as codePage from "~/routes/me.recovery-code";
import * as secretPage from "~/routes/me.secret";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld } from "../support/world";

const network = "a network";

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const codename = await giveCodename(world, alder);
  const viewer = await world.viewer(alder);
  const offer = async () => {
    const made = await offerWords(world.site, viewer, world.now);
    if (!made.ok) throw new Error(made.reason);
    return made;
  };
  const offerCode = async () => {
    const made = await offerRecoveryCode(world.site, viewer, world.now);
    if (!made.ok) throw new Error(made.reason);
    return made;
  };
  const take = (sealed: string, word: string) => takeWords(world.site, viewer, { sealed, word }, world.now);
  const takeCode = (sealed: string, digits: string) =>
    takeRecoveryCode(world.site, viewer, { sealed, digits }, world.now);
  const enter = (words: string[]) =>
    signIn(
      world.site,
      { name: words.slice(0, 2).join(" "), secret: words.slice(2).join(" "), ownDevice: false, network },
      world.now,
    );
  return { world, alder, codename, viewer, offer, offerCode, take, takeCode, enter };
}

test("new words open the account, the old ones and the old code don't, and all other sessions end", async () => {
  const { world, alder, codename, offer, take, enter } = await community();
  await enter(codename.words);
  const drawn = await offer();
  expect(await enter(codename.words), "nothing changes before they are confirmed").toMatchObject({ ok: true });
  expect(await take(drawn.sealed, drawn.offer.words[2]!)).toMatchObject({ ok: true });
  expect(await world.read.$count(sessions, eq(sessions.accountId, alder.accountId))).toBe(1);
  expect(await enter(codename.words)).toMatchObject({ reason: "wrong-codename" });
  expect(await enter(drawn.offer.words)).toMatchObject({ ok: true });
  const recover = (code: string) => beginRecovery(world.site, { code, network }, world.now);
  expect(await recover(codename.recovery)).toMatchObject({ reason: "wrong-recovery-code" });
  expect(await recover(drawn.offer.recovery)).toMatchObject({ ok: true });
});

test("a wrong word shows the same words again; a page that is an hour old, another's or a used one changes nothing", async () => {
  const { world, offer, take, viewer } = await community();
  const { sealed, offer: drawn } = await offer();
  expect(await take(sealed, "perhaps")).toMatchObject({ reason: "wrong-word", offer: { words: drawn.words } });
  const birch = await world.member("Birch");
  await giveCodename(world, birch);
  expect(
    await takeWords(world.site, await world.viewer(birch), { sealed, word: drawn.words[2]! }, world.now),
  ).toMatchObject({ reason: "page-too-old" });
  expect(await take("not sealed by us", drawn.words[2]!)).toMatchObject({ reason: "page-too-old" });
  const earlier = await offer();
  expect(await take(sealed, drawn.words[2]!)).toMatchObject({ ok: true });
  expect(
    await takeWords(world.site, viewer, { sealed: earlier.sealed, word: earlier.offer.words[2]! }, world.now),
  ).toMatchObject({
    reason: "page-too-old",
  });
  world.later(HOUR);
  expect(await take(sealed, drawn.words[2]!)).toMatchObject({ reason: "page-too-old" });
});

test("a new recovery code counts from when it's confirmed, and words and sessions stay", async () => {
  const { world, alder, codename, offerCode, takeCode, enter } = await community();
  const inForce = async () =>
    (await world.read.select().from(accounts).where(eq(accounts.id, alder.accountId)))[0]!.recoveryHash;
  const { code, sealed } = await offerCode();
  expect(sealed).not.toContain(code);
  expect(await inForce()).toBe(recoveryHash(codename.recovery));
  expect(await takeCode(sealed, "????")).toMatchObject({ reason: "wrong-word", code });
  expect(await takeCode(sealed, ` ${code.slice(-4).toLowerCase()}`)).toMatchObject({ ok: true });
  expect(await inForce()).toBe(recoveryHash(code));
  expect(await enter(codename.words)).toMatchObject({ ok: true });
  expect(await takeCode(sealed, code.slice(-4)), "sent twice").toMatchObject({ reason: "page-too-old" });
});

test("of two new codes confirmed at once one counts", async () => {
  const { offerCode, takeCode } = await community();
  const [one, two] = [await offerCode(), await offerCode()];
  const both = await Promise.all([one, two].map(({ sealed, code }) => takeCode(sealed, code.slice(-4))));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test.each([
  ["words", secretPage],
  ["code", codePage],
])("the pages for new %s are behind the secret, for reading and for sending", async (_what, page) => {
  const { world, alder } = await community();
  expect((await call(world, page.loader, { as: alder })).status).toBe(303);
  expect((await call(world, page.action, { as: alder, form: { step: "draw" } })).status).toBe(401);
  expect((await call(world, page.loader)).status).toBe(401);
  const drawn = await call(world, page.action, { as: alder, proved: true, form: { step: "draw" } });
  expect(drawn).toMatchObject({ status: 200, data: { shown: { sealed: expect.any(String) } } });
  const broken = await call(world, page.action, {
    as: alder,
    proved: true,
    form: { step: "save", sealed: "x", word: "" },
  });
  expect(broken).toMatchObject({ status: 410, data: { refusal: { reason: "page-too-old" } } });
});
