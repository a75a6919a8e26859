import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, codeApps, passkeys, sessions } from "#db/schema";
import { beginRecovery, finishRecovery } from "~/accounts/recover.server";
import { sealAdding } from "~/accounts/second-factors/tickets.server";
import { MINUTE } from "~/platform/time";
import * as recoverPage from "~/routes/recover";
import * as signInPage from "~/routes/sign-in";
import { call } from "../../support/call";
import { giveCodename } from "../../support/codename";
import { aMember, codeAt, giveCodeApp, givePasskey } from "../../support/factors";

test("wrong words are answered alike, whether the account has a second factor or not", async () => {
  const { world, alder, codename } = await aMember();
  await giveCodeApp(world, alder);
  const birch = await giveCodename(world, await world.member("Birch"));
  const type = (name: string, network: string) =>
    call(world, signInPage.action, { form: { name, secret: "not the right words" }, network });
  const [withFactor, without, nobody] = [
    await type(codename.name, "a"),
    await type(birch.name, "b"),
    await type("zoology zoom", "c"),
  ];
  const shape = ({ status, data }: Awaited<ReturnType<typeof type>>, name: string) => [
    status,
    JSON.stringify(data).replaceAll(name, "…"),
  ];
  expect(shape(without, birch.name)).toEqual(shape(withFactor, codename.name));
  expect(shape(nobody, "zoology zoom")).toEqual(shape(withFactor, codename.name));
});

test("a ticket is good for five minutes", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const of = await ticket();
  world.later(5 * MINUTE);
  expect(await finish(of, { code: codeAt(secret, world.now) })).toMatchObject({ reason: "step-too-old" });
});

test("a forged, cut or swapped ticket opens nothing", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const of = await ticket();
  const forged = [
    "",
    "x",
    of.slice(0, -2),
    (of.startsWith("A") ? "B" : "A") + of.slice(1),
    sealAdding(alder.accountId, world.now).ticket,
    "x".repeat(100_000),
  ];
  for (const one of forged)
    expect(await finish(one, { code: codeAt(secret, world.now) })).toEqual({ ok: false, reason: "step-too-old" });
});

test("one account's ticket doesn't take another's code or key", async () => {
  const { world, alder, ticket, asked, finish } = await aMember();
  await giveCodeApp(world, alder);
  await givePasskey(world, alder);
  const birch = await world.member("Birch");
  const theirSecret = await giveCodeApp(world, birch);
  const theirKey = await givePasskey(world, birch);
  const of = await ticket();
  expect(await finish(of, { code: codeAt(theirSecret, world.now) })).toMatchObject({ reason: "wrong-code" });
  const signature = theirKey.show(await asked(of));
  expect(await finish(of, { signature })).toMatchObject({ reason: "passkey-refused" });
});

test("a ticket dies with the words that earned it", async () => {
  const { world, alder, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const of = await ticket();
  await giveCodename(world, alder);
  expect(await finish(of, { code: codeAt(secret, world.now) })).toMatchObject({ reason: "step-too-old" });
});

test("either factor will do, and the session is the one that was asked for", async () => {
  const { world, alder, codename, show } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const passkey = await givePasskey(world, alder);
  expect(await show(passkey)).toMatchObject({ ok: true });
  const words = await call(world, signInPage.action, {
    form: { name: codename.name, secret: codename.secret, device: "own", label: "my phone", back: "/me" },
    as: alder,
  });
  const { step } = words.data as { step: { ticket: string } };
  const done = await call(world, signInPage.action, {
    form: { ticket: step.ticket, code: ` ${codeAt(secret, world.now).replace(/(...)/, "$1 ")}`, back: "/me" },
    as: alder,
  });
  expect(done.status).toBe(303);
  expect(done.headers.get("location")).toBe("/me");
  expect(done.headers.get("set-cookie")).toMatch(/^session=[a-z0-9]{40}; HttpOnly; Max-Age=/);
  const left = await world.read.select().from(sessions).where(eq(sessions.label, "my phone"));
  expect(left).toMatchObject([{ accountId: alder.accountId, ownDevice: true }]);
  expect(world.heard, "the session this browser had").toContainEqual({
    kind: "session-ended",
    sessionId: alder.sessionId,
  });
});

test("words that were written survive both steps, and a slip at the second", async () => {
  const { world, alder, codename } = await aMember();
  const secret = await giveCodeApp(world, alder);
  const kept = { keptFor: "/t/abc/reply", "kept:body": "What I wrote all night" };
  const form = { name: codename.name, secret: codename.secret, back: "/t/abc", ...kept };
  const words = await call(world, signInPage.action, { form });
  const written = { kept: { to: "/t/abc/reply", fields: [["body", "What I wrote all night"]] }, back: "/t/abc" };
  expect(words).toMatchObject({ status: 200, data: { ...written, signedIn: false } });
  const { ticket } = (words.data as { step: { ticket: string } }).step;
  const slip = await call(world, signInPage.action, { form: { ticket, code: "nonsense", back: "/t/abc", ...kept } });
  expect(slip).toMatchObject({
    status: 401,
    data: { ...written, step: { ticket }, refusal: { reason: "wrong-code" } },
  });
  const code = codeAt(secret, world.now);
  const done = await call(world, signInPage.action, { form: { ticket, code, back: "/t/abc", ...kept } });
  expect(done).toMatchObject({ status: 200, data: { ...written, signedIn: true, step: null } });
  expect(done.headers.get("set-cookie")).toMatch(/^session=/);
});

test("a second step that took too long begins again, with what was written", async () => {
  const { world, alder, codename } = await aMember();
  await giveCodeApp(world, alder);
  const { data } = await call(world, signInPage.action, { form: { name: codename.name, secret: codename.secret } });
  world.later(5 * MINUTE);
  const { ticket } = (data as { step: { ticket: string } }).step;
  const late = await call(world, signInPage.action, {
    form: { ticket, code: "123456", keptFor: "/report", "kept:body": "words" },
  });
  expect(late).toMatchObject({
    status: 410,
    data: { step: null, refusal: { reason: "step-too-old" }, kept: { fields: [["body", "words"]] } },
  });
});

test("too many tries answer with 429 and the wait, and the page stays", async () => {
  const { world, alder, codename } = await aMember();
  await giveCodeApp(world, alder);
  const { data } = await call(world, signInPage.action, { form: { name: codename.name, secret: codename.secret } });
  const { ticket } = (data as { step: { ticket: string } }).step;
  const send = () => call(world, signInPage.action, { form: { ticket, code: "nonsense" } });
  for (let i = 0; i < 10; i++) expect((await send()).status).toBe(401);
  const late = await send();
  expect(late.status).toBe(429);
  expect(late.headers.get("retry-after")).toBe("1");
  expect(late.data).toMatchObject({ step: { ticket } });
});

test("the recovery code takes every second factor away, and nothing before it's finished", async () => {
  const { world, alder, codename, ticket, finish } = await aMember();
  const secret = await giveCodeApp(world, alder);
  await givePasskey(world, alder);
  const of = await ticket();
  const begun = await beginRecovery(world.site, { code: codename.recovery, network: "a" }, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  expect(await world.read.$count(passkeys)).toBe(1);
  const { offer, sealed } = begun;
  const input = { sealed, word: offer.words[2]!, ownDevice: false, network: "b" };
  expect(await finishRecovery(world.site, input, world.now)).toMatchObject({ ok: true });
  expect([await world.read.$count(passkeys), await world.read.$count(codeApps)]).toEqual([0, 0]);
  expect(await finish(of, { code: codeAt(secret, world.now) })).toMatchObject({ reason: "step-too-old" });
  const form = { name: offer.words.join(" "), secret: "" };
  const again = await call(world, signInPage.action, { form, network: "c" });
  expect(again.status).toBe(303);
});

test("words that were written survive recovering, too", async () => {
  const { world, codename } = await aMember();
  const kept = { keptFor: "/t/abc/reply", "kept:body": "What I wrote all night" };
  const written = { to: "/t/abc/reply", fields: [["body", "What I wrote all night"]] };
  const slip = await call(world, recoverPage.action, { form: { code: "nonsense", ...kept } });
  expect(slip).toMatchObject({ status: 401, data: { kept: written } });
  const shown = await call(world, recoverPage.action, { form: { code: codename.recovery, ...kept }, network: "b" });
  const page = shown.data as { shown: { sealed: string; words: string[] }; kept: unknown };
  expect(page.kept).toEqual(written);
  const { sealed, words } = page.shown;
  const done = await call(world, recoverPage.action, { form: { sealed, word: words[2]!, ...kept }, network: "c" });
  expect(done).toMatchObject({ status: 200, data: { kept: written, signedIn: true } });
  expect(done.headers.get("set-cookie")).toMatch(/^session=/);
});

test("another account's factors are left alone by a recovery", async () => {
  const { world, alder, codename } = await aMember();
  const birch = await world.member("Birch");
  await giveCodeApp(world, birch);
  await giveCodeApp(world, alder);
  const begun = await beginRecovery(world.site, { code: codename.recovery, network: "a" }, world.now);
  if (!begun.ok) throw new Error(begun.reason);
  const input = { sealed: begun.sealed, word: begun.offer.words[2]!, ownDevice: false, network: "b" };
  await finishRecovery(world.site, input, world.now);
  expect(await world.read.select({ of: codeApps.accountId }).from(codeApps)).toEqual([{ of: birch.accountId }]);
  expect(await world.read.$count(accounts)).toBe(2);
});
