import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sessions } from "#db/schema";
import { hasProof, noProofCookie, proofCookie } from "~/accounts/proof.server";
import { DAY, MINUTE } from "~/platform/time";
import { requireProof } from "~/pseudonyms/door.server";
import * as confirm from "~/routes/me.confirm";
import * as signOut from "~/routes/sign-out";
import { call } from "../support/call";
import { giveCodename } from "../support/codename";
import { openWorld, type Person, type World } from "../support/world";

/** A page behind the door, for reading and for sending. */
const page = async (args: Parameters<typeof requireProof>[0]) => ({ entered: (await requireProof(args)).accountId });

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  return { world, alder, codename: await giveCodename(world, alder) };
}

const cookiesIn = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

/** Types the secret, and answers the browser's cookies from then on. */
async function typeSecret(world: World, as: Person, secret: string, form: Record<string, string> = {}) {
  const answer = await call(world, confirm.action, { as, form: { secret, ...form } });
  return { ...answer, cookie: cookiesIn(answer.headers) };
}

const asking = (cookie: string) => ({ headers: { cookie } });

test("whoever hasn't typed their secret lately is asked for it, with a way back", async () => {
  const { world, alder } = await community();
  const answer = await call(world, page, { as: alder, url: "/me/names?slot=2" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/me/confirm?back=%2Fme%2Fnames%3Fslot%3D2");
});

test("a guest is asked to sign in, not for a secret", async () => {
  const { world } = await community();
  expect(await call(world, page)).toMatchObject({ status: 401, data: { kept: null } });
  expect((await call(world, confirm.loader)).status).toBe(401);
  expect((await call(world, confirm.action, { form: { secret: "five words" } })).status).toBe(401);
});

test("with the secret the session goes on under a fresh token, and the door is open for ten minutes", async () => {
  const { world, alder, codename } = await community();
  const { status, headers, cookie } = await typeSecret(world, alder, codename.secret, { back: "/me/names" });
  expect(status).toBe(303);
  expect(headers.get("location")).toBe("/me/names");
  expect(headers.getSetCookie()[1]).toMatch(/^proof=[\w-]+; HttpOnly; Max-Age=600; Path=\/; SameSite=Strict$/);
  expect(cookie).not.toContain(alder.token);
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId: alder.sessionId });
  expect((await call(world, page, { as: alder })).status, "the old token is worth nothing").toBe(401);

  expect((await call(world, page, asking(cookie))).data).toEqual({ entered: alder.accountId });
  world.later(10 * MINUTE - 1);
  expect((await call(world, page, asking(cookie))).status).toBe(200);
  world.later(1);
  expect((await call(world, page, asking(cookie))).status).toBe(303);
});

test("a session keeps its kind, its label and the days it has left when its token changes", async () => {
  const { world, alder, codename } = await community();
  const row = () => world.read.select().from(sessions).where(eq(sessions.accountId, alder.accountId));
  await world.site.database.transaction((tx) => tx.update(sessions).set({ label: "kitchen" }));
  const [before] = await row();
  world.later(DAY);
  await typeSecret(world, alder, codename.secret);
  const after = await row();
  expect(after).toHaveLength(1);
  expect(after[0]).toEqual({ ...before, id: after[0]!.id });
  expect(after[0]!.id).not.toBe(before!.id);
});

test.each([
  ["the five words", (words: string[]) => words.slice(2).join(" ")],
  ["all seven", (words: string[]) => words.join("-").toUpperCase()],
])("%s are enough, whatever the spacing", async (_what, typed) => {
  const { world, alder, codename } = await community();
  expect((await typeSecret(world, alder, typed(codename.words))).status).toBe(303);
});

test("a wrong secret is refused, changes nothing, and doesn't come back", async () => {
  const { world, alder } = await community();
  const answer = await typeSecret(world, alder, "my own wrong words", { back: "/me/names" });
  expect(answer.status).toBe(401);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.data).toMatchObject({ refusal: { reason: "wrong-secret" }, back: "/me/names" });
  expect(JSON.stringify(answer.data)).not.toContain("my own wrong");
  expect((await call(world, confirm.loader, { as: alder })).status).toBe(200);
});

test("tries are slowed for the account, wherever they come from, and nobody else's", async () => {
  const { world, alder, codename } = await community();
  const birch = await world.member("Birch");
  const birchs = await giveCodename(world, birch);
  const tryFrom = (network: string, secret = "wrong") =>
    call(world, confirm.action, { as: alder, network, form: { secret } });
  for (let i = 0; i < 5; i++) expect((await tryFrom(`n${i}`)).status).toBe(401);
  const slowed = await tryFrom("elsewhere", codename.secret);
  expect(slowed.status).toBe(429);
  expect(slowed.headers.get("retry-after")).toBe("1");
  expect((await typeSecret(world, birch, birchs.secret)).status).toBe(303);
  world.later(MINUTE);
  expect((await tryFrom("elsewhere", codename.secret)).status, "and never locked").toBe(303);
});

test("a form that was sent without proof keeps its words, and never a secret", async () => {
  const { world, alder, codename } = await community();
  const form = { reasons: "Because I must.\nThat's all.", passphrase: "something of my own" };
  const sent = await call(world, page, { as: alder, url: "/me/leaving?step=2", form });
  expect(sent).toMatchObject({
    status: 401,
    data: { confirm: true, kept: { to: "/me/leaving?step=2", fields: [["reasons", form.reasons]] } },
  });
  expect(JSON.stringify(sent.data)).not.toContain("of my own");

  const carried = { keptFor: "/me/leaving?step=2", "kept:reasons": form.reasons };
  const refused = await typeSecret(world, alder, "wrong", carried);
  expect(refused.data).toMatchObject({ kept: { fields: [["reasons", form.reasons]] }, confirmed: false });
  const confirmed = await typeSecret(world, alder, codename.secret, carried);
  expect(confirmed).toMatchObject({ status: 200, data: { confirmed: true, kept: { to: "/me/leaving?step=2" } } });
  const again = await call(world, page, { ...asking(confirmed.cookie), url: "/me/leaving?step=2", form });
  expect(again.data).toEqual({ entered: alder.accountId });
});

test("a press without words leads back to its page", async () => {
  const { world, alder, codename } = await community();
  const { status, headers } = await typeSecret(world, alder, codename.secret, {
    keptFor: "/me/factors",
    "kept:deed": "remove",
  });
  expect(status).toBe(303);
  expect(headers.get("location")).toBe("/me/factors");
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example"])(
  "confirming never goes to %j",
  async (back) => {
    const { world, alder, codename } = await community();
    expect((await typeSecret(world, alder, codename.secret, { back, keptFor: back })).headers.get("location")).toBe(
      "/me",
    );
  },
);

test("whoever typed it already goes straight on", async () => {
  const { world, alder } = await community();
  const answer = await call(world, confirm.loader, { as: alder, proved: true, url: "/me/confirm?back=/me/names" });
  expect(answer.headers.get("location")).toBe("/me/names");
});

test("a proof is worth nothing with another session, another's or one's own", async () => {
  const { world, alder, codename } = await community();
  const birch = await world.member("Birch");
  const { cookie } = await typeSecret(world, alder, codename.secret);
  const proof = cookie.split("; ")[1];
  expect((await call(world, page, asking(`session=${birch.token}; ${proof}`))).status).toBe(303);
  const later = await typeSecret(world, { ...alder, token: /session=(\w+)/.exec(cookie)![1]! }, codename.secret);
  expect((await call(world, page, asking(`${later.cookie.split("; ")[0]}; ${proof}`))).status, "replayed").toBe(303);
});

test("of two presses at once one goes on, and no session comes back to life", async () => {
  const { world, alder, codename } = await community();
  const both = await Promise.all([1, 2].map(() => typeSecret(world, alder, codename.secret)));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 401]);
  expect(await world.read.$count(sessions, eq(sessions.accountId, alder.accountId))).toBe(1);
});

test("signing out takes the proof away", async () => {
  const { world, alder } = await community();
  const answer = await call(world, signOut.action, { as: alder, proved: true, form: {} });
  expect(answer.headers.getSetCookie()).toContain(noProofCookie());
  expect(noProofCookie()).toMatch(/^proof=; HttpOnly; Max-Age=0;/);
});

test.each([
  ["nothing", {}],
  ["something huge", { secret: "x".repeat(10_000) }],
  ["fields sent twice", { secret: ["a", "b"], back: ["/me", "/"] }],
])("%s is refused in words", async (_what, form) => {
  const { world, alder } = await community();
  expect((await call(world, confirm.action, { as: alder, form })).status).toBe(401);
});

test("no other text than the server's own is a proof", () => {
  const now = new Date("2026-05-04T13:47:00Z");
  const real = proofCookie("a session", now).split(";")[0]!.slice("proof=".length);
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.base64String(),
    fc.nat(real.length - 1).map((at) => real.slice(0, at)),
    fc
      .tuple(fc.nat(real.length - 3), fc.constantFrom("A", "b", "9", "_", "%"))
      .map(([at, letter]) => real.slice(0, at) + letter + real.slice(at + 1)),
  );
  const holds = (value: string) => hasProof({ headers: { get: () => `session=x; proof=${value}` } }, "a session", now);
  expect(holds(real)).toBe(true);
  fc.assert(fc.property(text, (value) => holds(value) === (value.split(";")[0] === real)));
});
