import { expect, test } from "vitest";
import { codeApps, passkeys } from "#db/schema";
import { toLink } from "~/platform/ids";
import { MINUTE } from "~/platform/time";
import * as list from "~/routes/me.factors._index";
import * as app from "~/routes/me.factors.app";
import * as key from "~/routes/me.factors.passkey";
import { aPasskey } from "../../support/authenticator";
import { call } from "../../support/call";
import { aMember, codeAt, giveCodeApp, givePasskey } from "../../support/factors";

const pages = [
  ["/me/factors", list, { remove: "app" }],
  ["/me/factors/app", app, { step: "begin" }],
  ["/me/factors/passkey", key, { ticket: "x", key: "y" }],
] as const;

test.each(pages)("%s is for whoever signed in and typed their secret just now", async (url, page, form) => {
  const { world, alder } = await aMember();
  expect((await call(world, page.loader, { url })).status).toBe(401);
  expect((await call(world, page.action, { url, form })).status).toBe(401);
  const asked = await call(world, page.loader, { as: alder, url });
  expect([asked.status, asked.headers.get("location")]).toEqual([303, `/me/confirm?back=${encodeURIComponent(url)}`]);
  expect(await call(world, page.action, { as: alder, url, form })).toMatchObject({
    status: 401,
    data: { confirm: true },
  });
  expect((await call(world, page.loader, { as: alder, proved: true, url })).status).toBe(200);
  expect([await world.read.$count(codeApps), await world.read.$count(passkeys)]).toEqual([0, 0]);
});

test("an app is set up in two presses, and the proof moves to the renewed session for the time it has left", async () => {
  const { world, alder } = await aMember();
  const begun = await call(world, app.action, { as: alder, proved: true, form: { step: "begin" } });
  const { shown } = begun.data as { shown: { groups: string; link: string; path: string } };
  expect(shown.link).toMatch(/^otpauth:\/\/totp\/Understory\?issuer=Understory&secret=[A-Z2-7]{32}&/);
  expect(shown.link).not.toContain("Alder");
  expect(shown.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  const code = codeAt(shown.groups.replaceAll(" ", ""), world.now);
  const done = await call(world, app.action, { as: alder, proved: true, form: { step: "confirm", code } });
  expect([done.status, done.headers.get("location")]).toEqual([303, "/me/factors?added"]);
  const cookies = done.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
  const again = (url: string) => call(world, list.loader, { url, headers: { cookie: cookies.join("; ") } });
  expect((await again("/me/factors?added")).data).toMatchObject({ done: "added", codeApp: true, passkeys: [] });
  world.later(10 * MINUTE);
  expect((await again("/me/factors")).status).toBe(303);
});

test("a wrong first code comes back beside its field, with the same secret and never the code", async () => {
  const { world, alder } = await aMember();
  const begun = await call(world, app.action, { as: alder, proved: true, form: { step: "begin" } });
  const slip = await call(world, app.action, { as: alder, proved: true, form: { step: "confirm", code: "000 001" } });
  expect(slip.status).toBe(401);
  expect(slip.data).toEqual({ ...(begun.data as object), wrong: true });
});

test("a passkey is added under one's own word for it, listed, and removed", async () => {
  const { world, alder } = await aMember();
  const page = await call(world, key.loader, { as: alder, proved: true, url: "/me/factors/passkey" });
  const { ticket, options } = page.data as { ticket: string; options: string };
  expect(options).not.toContain("Alder");
  const form = { ticket, key: aPasskey().make(options), label: "  blue key " };
  const added = await call(world, key.action, { as: alder, proved: true, form });
  expect([added.status, added.headers.get("location")]).toEqual([303, "/me/factors?added"]);
  const [row] = await world.read.select().from(passkeys);
  expect(row!.label).toBe("blue key");
});

test("only one's own factors can be removed, whatever is sent", async () => {
  const { world, alder } = await aMember();
  await giveCodeApp(world, alder);
  const birch = await world.member("Birch");
  await givePasskey(world, alder);
  const [row] = await world.read.select().from(passkeys);
  const remove = (what: string | string[]) =>
    call(world, list.action, { as: birch, proved: true, form: { remove: what } });
  for (const what of ["app", toLink(row!.id)]) expect((await remove(what)).status).toBe(404);
  for (const what of ["", "all", "x".repeat(10_000), ["app", "everything"]])
    expect((await remove(what)).status).toBe(422);
  expect([await world.read.$count(codeApps), await world.read.$count(passkeys)]).toEqual([1, 1]);
});

test.each([
  ["nothing", {}],
  ["something huge", { ticket: "x".repeat(10_000), key: "{}" }],
  ["a label that is too long", { ticket: "x", key: "{}", label: "y".repeat(41) }],
  ["fields sent twice", { ticket: ["x", "y"], key: ["{}", "{}"] }],
  ["no key at all", { ticket: "x" }],
])("%s adds no passkey, and is refused in words", async (_, form) => {
  const { world, alder } = await aMember();
  const { status } = await call(world, key.action, {
    as: alder,
    proved: true,
    form: form as Record<string, string | string[]>,
  });
  expect([410, 413, 422]).toContain(status);
  expect(await world.read.$count(passkeys)).toBe(0);
});

test("who changes their factors too often is told for how long to wait", async () => {
  const { world, alder } = await aMember();
  const begin = () => call(world, app.action, { as: alder, proved: true, form: { step: "begin" } });
  for (let i = 0; i < 30; i++) expect((await begin()).status).toBe(200);
  const late = await begin();
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
});
