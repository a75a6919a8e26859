import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sessions } from "#db/schema";
import {
  createSession,
  endAllSessions,
  endRestedSessions,
  endSessionOf,
  readSession,
  sessionsOf,
  tokenIn,
} from "~/accounts/sessions.server";
import { DAY, HOUR, MINUTE } from "~/platform/time";
import { openWorld } from "../support/world";

const tokenOf = (setCookie: string) => setCookie.match(/^session=([a-z0-9]+);/)![1]!;
const asking = (token: string) => new Request("http://localhost/", { headers: { cookie: `session=${token}` } });

async function signedIn(ownDevice: boolean) {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const made = await world.site.database.transaction((tx) =>
    createSession(world.site, tx, alder.accountId, { ownDevice, label: "library" }, world.now),
  );
  const token = tokenOf(made.setCookie);
  const ask = () => readSession(world.site, asking(token), world.now);
  return { world, alder, token, ask, ...made };
}

test("the database holds the SHA-256 of a token and never the token", async () => {
  const { world, token, sessionId } = await signedIn(false);
  const [row] = await world.read.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(JSON.stringify(row)).not.toContain(token);
  expect(sessionId).toMatch(/^[0-9a-f]{64}$/);
  expect(await readSession(world.site, asking(sessionId.slice(0, 40)), world.now)).toBeNull();
});

test("on a shared device the browser forgets the cookie when it's closed", async () => {
  const { setCookie } = await signedIn(false);
  expect(setCookie).toMatch(/^session=[a-z0-9]{40}; HttpOnly; Path=\/; SameSite=Lax$/);
});

test("on a device of one's own the cookie lasts thirty days", async () => {
  const { setCookie } = await signedIn(true);
  expect(setCookie).toContain("; Max-Age=2592000;");
});

test("over https the cookie is bound to the host and to https", async () => {
  process.env.UNDERSTORY_ORIGIN = "https://forum.example";
  try {
    const { setCookie } = await signedInOverHttps();
    expect(setCookie).toMatch(/^__Host-session=[a-z0-9]{40}; HttpOnly; Path=\/; SameSite=Lax; Secure$/);
  } finally {
    delete process.env.UNDERSTORY_ORIGIN;
  }
  async function signedInOverHttps() {
    const world = await openWorld();
    const alder = await world.member("Alder");
    return world.site.database.transaction((tx) =>
      createSession(world.site, tx, alder.accountId, { ownDevice: false }, world.now),
    );
  }
});

test("a shared session ends after half an hour of rest, for good", async () => {
  const { world, ask, sessionId } = await signedIn(false);
  expect(await ask()).not.toBeNull();
  world.later(29 * MINUTE);
  expect(await ask()).not.toBeNull();
  world.later(30 * MINUTE);
  expect(await ask()).toBeNull();
  expect(await ask()).toBeNull();
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId });
  expect(await world.read.$count(sessions, eq(sessions.id, sessionId))).toBe(0);
});

test("a shared session that nobody comes back to is ended by the clock", async () => {
  const { world, ask, sessionId } = await signedIn(false);
  await ask();
  world.later(29 * MINUTE);
  expect(await endRestedSessions(world.site, world.now)).toBe(0);
  world.later(MINUTE);
  expect(await endRestedSessions(world.site, world.now)).toBe(1);
  expect(await endRestedSessions(world.site, world.now)).toBe(0);
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId });
});

test("a shared session lasts twelve hours at most, however busy", async () => {
  const { world, ask } = await signedIn(false);
  for (let hours = 0; hours < 11; hours += 0.25) {
    expect(await ask()).not.toBeNull();
    world.later(HOUR / 4);
  }
  expect(await ask(), "eleven hours at least").not.toBeNull();
  for (let more = 0; more < 4; more++) {
    world.later(HOUR / 4);
    await ask();
  }
  expect(await ask(), "twelve at most").toBeNull();
});

test.each([true, false])("when a session ends is written by the hour (own device: %s)", async (ownDevice) => {
  const { world, ask, sessionId } = await signedIn(ownDevice);
  const expires = async () =>
    (await world.read.select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.expires.toISOString();
  expect(await expires()).toBe(ownDevice ? "2026-05-14T13:00:00.000Z" : "2026-05-05T01:00:00.000Z");
  if (!ownDevice) return;
  world.later(3 * DAY + 17 * MINUTE);
  await ask();
  expect(await expires()).toBe("2026-05-17T14:00:00.000Z");
});

test("a shared session rests from its first moment, also where its browser never comes back", async () => {
  const { world, sessionId } = await signedIn(false);
  world.later(30 * MINUTE);
  expect(await endRestedSessions(world.site, world.now)).toBe(1);
  expect(await world.read.$count(sessions, eq(sessions.id, sessionId))).toBe(0);
});

test("a session of one's own device slides by ten days and ends after thirty", async () => {
  const { world, ask } = await signedIn(true);
  for (const day of [9, 18, 27]) {
    world.later(9 * DAY);
    expect(await ask(), `day ${day}`).not.toBeNull();
  }
  world.later(2 * DAY);
  expect(await ask()).not.toBeNull();
  world.later(DAY);
  expect(await ask()).toBeNull();
});

test("a session of one's own device ends when it isn't used for ten days", async () => {
  const { world, ask } = await signedIn(true);
  world.later(10 * DAY);
  expect(await ask()).toBeNull();
});

test("a fresh session ends the one that the same browser had", async () => {
  const { world, alder, ask, sessionId } = await signedIn(true);
  await world.site.database.transaction((tx) =>
    createSession(world.site, tx, alder.accountId, { ownDevice: true, replacing: sessionId }, world.now),
  );
  expect(await ask()).toBeNull();
});

test("all sessions but this one end together, and others' stay", async () => {
  const { world, alder, ask, sessionId } = await signedIn(true);
  const birch = await world.member("Birch");
  const ended = await world.site.database.transaction((tx) =>
    endAllSessions(world.site, tx, alder.accountId, sessionId),
  );
  expect(ended).toBe(1);
  expect(await ask()).not.toBeNull();
  expect(await sessionsOf(world.read, birch.accountId, world.now)).toHaveLength(1);
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId: alder.sessionId });
});

test("leaving ends the session of the request, once and twice, and takes the cookie away", async () => {
  const { world, token, ask } = await signedIn(false);
  expect(await endSessionOf(world.site, asking(token), world.now)).toContain("session=; HttpOnly; Max-Age=0");
  expect(await ask()).toBeNull();
  expect(await endSessionOf(world.site, asking(token), world.now)).toContain("Max-Age=0");
  expect(await endSessionOf(world.site, new Request("http://localhost/"), world.now)).toContain("Max-Age=0");
});

test("a session's owner sees its label and day, and nothing finer", async () => {
  const { world, alder } = await signedIn(false);
  const seen = await sessionsOf(world.read, alder.accountId, world.now);
  expect(seen).toHaveLength(2);
  expect(seen.find(({ label }) => label === "library")).toMatchObject({
    ownDevice: false,
    started: new Date("2026-05-04T00:00:00.000Z"),
  });
});

test.each([
  "",
  "session=",
  "session",
  "session=short",
  `session=${"A".repeat(40)}`,
  `session=${"a".repeat(41)}`,
  `session=${"a".repeat(39)}%`,
  `xsession=${"a".repeat(40)}`,
  "%=%; session=%E0%A4%A",
])("the cookie header %j holds no token", (header) => {
  expect(tokenIn(header)).toBeNull();
});

test("no cookie but a live token's own opens a session: cut, changed, swapped, ended, another's", async () => {
  const { world, alder, token, sessionId, ask } = await signedIn(false);
  const birch = await world.member("Birch");
  const opens = async (cookie: string) =>
    (await readSession(world.site, new Request("http://localhost/", { headers: { cookie } }), world.now))?.accountId ??
    null;
  const changed = fc
    .tuple(fc.nat(token.length - 1), fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789%;=, ABC"))
    .map(([at, letter]) => token.slice(0, at) + letter + token.slice(at + 1));
  const odd = fc.oneof(
    fc.nat(token.length - 1).map((at) => token.slice(0, at)),
    changed,
    fc.constant([...token].reverse().join("")),
    fc.constant(token.slice(20) + birch.token.slice(20)),
    fc.constant(sessionId.slice(0, 40)),
    fc.stringMatching(/^[\x21-\x7e]{0,60}$/),
  );
  await fc.assert(
    fc.asyncProperty(odd, async (value) => {
      fc.pre(value !== token);
      expect(await opens(`session=${value}`)).toBeNull();
    }),
    { numRuns: 200 },
  );
  expect(await opens(`session=${birch.token}`), "whoever brings another's is the other").toBe(birch.accountId);
  expect(await opens(`xsession=${token}; other=1; session=${token}`)).toBe(alder.accountId);
  expect(await opens(`session=; session=${token}`), "the first of two counts").toBeNull();
  await world.site.database.transaction((tx) => endAllSessions(world.site, tx, alder.accountId));
  expect(await ask(), "replayed after its end").toBeNull();
});
