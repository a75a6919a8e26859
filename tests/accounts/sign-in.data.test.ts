import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { accounts, sessions } from "#db/schema";
import { isOutdated, NO_ONES_HASH } from "~/accounts/hashing.server";
import { signIn } from "~/accounts/sign-in.server";
import { MINUTE, SECOND } from "~/platform/time";
import { giveCodename } from "../support/codename";
import { openWorld } from "../support/world";

const work = vi.hoisted(() => ({ hashes: 0, verifies: 0, costs: [] as string[] }));
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    hash: (...args: Parameters<typeof real.hash>) => {
      work.hashes++;
      return real.hash(...args);
    },
    verify: (...args: Parameters<typeof real.verify>) => {
      work.verifies++;
      work.costs.push(String(args[0]).split("$")[3]!);
      return real.verify(...args);
    },
  };
});
beforeEach(() => {
  work.hashes = 0;
  work.verifies = 0;
  work.costs = [];
});

const shared = { ownDevice: false, network: "a network" };

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const codename = await giveCodename(world, alder);
  work.hashes = 0;
  const tryWith = (name: string, secret: string, more = {}) =>
    signIn(world.site, { ...shared, name, secret, ...more }, world.now);
  return { world, alder, codename, tryWith };
}

test("a codename opens its account, whatever its capitals and spacing", async () => {
  const { world, alder, codename, tryWith } = await community();
  const answer = await tryWith(` ${codename.name.toUpperCase()} `, codename.secret.replaceAll(" ", "  "));
  expect(answer).toMatchObject({ ok: true });
  expect(await world.read.$count(sessions, eq(sessions.accountId, alder.accountId))).toBe(2);
});

test("signing in again rotates the session", async () => {
  const { world, alder, codename, tryWith } = await community();
  await tryWith(codename.name, codename.secret, { replacing: alder.sessionId });
  const left = await world.read.select().from(sessions).where(eq(sessions.accountId, alder.accountId));
  expect(left).toHaveLength(1);
  expect(left[0]!.id).not.toBe(alder.sessionId);
});

test("known and unknown names get the same answer for the same work", async () => {
  const { codename, tryWith } = await community();
  const known = await tryWith(codename.name, "not the right words at all");
  const knownWork = { ...work };
  work.verifies = 0;
  work.costs = [];
  const unknown = await tryWith("zoology zoom", "not the right words at all");
  expect(unknown).toEqual(known);
  expect(known).toEqual({ ok: false, reason: "wrong-codename" });
  expect({ ...work }).toEqual(knownWork);
  expect(work).toEqual({ hashes: 0, verifies: 1, costs: ["m=65536,t=3,p=1"] });
});

test.each([
  ["nothing", "", ""],
  ["half of it", "abacus", ""],
  ["something huge", "x".repeat(100_000), "y".repeat(100_000)],
  ["other signs", "\u0000\u202e'; drop table accounts; --", "🌲".repeat(50)],
])("%s opens nothing, and is checked like everything else", async (_what, name, secret) => {
  const { tryWith } = await community();
  expect(await tryWith(name, secret)).toEqual({ ok: false, reason: "wrong-codename" });
  expect(work.verifies).toBe(1);
});

test("tries for one name slow down whatever network they come from, and nobody is locked out", async () => {
  const { world, codename, tryWith } = await community();
  for (let i = 0; i < 5; i++) await tryWith(codename.name, "wrong", { network: `network ${i}` });
  const sixth = await tryWith(codename.name, "wrong", { network: "yet another" });
  expect(sixth).toMatchObject({ ok: false, reason: "limited", pace: { deed: "sign-in", retryAfterSeconds: 1 } });
  expect(work.verifies).toBe(5);
  let longest = 0;
  for (let i = 0; i < 30; i++) {
    const answer = await tryWith(codename.name, "wrong");
    if (!answer.ok && answer.pace) {
      longest = Math.max(longest, answer.pace.retryAfterSeconds);
      world.later(answer.pace.retryAfterSeconds * SECOND);
    }
  }
  expect(longest).toBeGreaterThan(8);
  expect(longest).toBeLessThanOrEqual(42);
  world.later(MINUTE);
  expect(await tryWith(codename.name, codename.secret)).toMatchObject({ ok: true });
}, 20_000);

test("an old hash is made anew at today's cost when its owner signs in", async () => {
  const { world, alder, codename, tryWith } = await community();
  const { hash } = await import("@node-rs/argon2");
  const { fingerprint } = await import("~/platform/keys.server");
  const old = await hash(fingerprint("sign-in-secret", codename.secret), { memoryCost: 8192, timeCost: 1 });
  await world.site.database.transaction((tx) =>
    tx.update(accounts).set({ secretHash: old }).where(eq(accounts.id, alder.accountId)),
  );
  expect(await tryWith(codename.name, codename.secret)).toMatchObject({ ok: true });
  const [account] = await world.read.select().from(accounts).where(eq(accounts.id, alder.accountId));
  expect(isOutdated(old)).toBe(true);
  expect(isOutdated(account!.secretHash)).toBe(false);
  expect(await tryWith(codename.name, codename.secret)).toMatchObject({ ok: true });
});

test("so is that of a passphrase, which is typed to the letter", async () => {
  const { world, alder, codename, tryWith } = await community();
  const { hash } = await import("@node-rs/argon2");
  const { fingerprint } = await import("~/platform/keys.server");
  const passphrase = "Nine quiet herons beyond the sluice";
  const old = await hash(fingerprint("sign-in-secret", passphrase), { memoryCost: 8192, timeCost: 1 });
  await world.site.database.transaction((tx) =>
    tx.update(accounts).set({ secretHash: old, secretKind: "passphrase" }).where(eq(accounts.id, alder.accountId)),
  );
  expect(await tryWith(codename.name, passphrase.toLowerCase())).toMatchObject({ reason: "wrong-codename" });
  expect(await tryWith(codename.name, passphrase)).toMatchObject({ ok: true });
  const [account] = await world.read.select().from(accounts).where(eq(accounts.id, alder.accountId));
  expect(isOutdated(account!.secretHash)).toBe(false);
  expect(await tryWith(codename.name, passphrase)).toMatchObject({ ok: true });
});

test("the hash that stands in for unknown names costs what a real one costs", () => {
  expect(isOutdated(NO_ONES_HASH)).toBe(false);
});
