import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { invitations, sessions } from "#db/schema";
import { toLink } from "~/platform/ids";
import * as invitationsPage from "~/routes/me.invitations";
import * as sessionsPage from "~/routes/me.sessions";
import { call } from "../support/call";
import { openWorld } from "../support/world";

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const birch = await world.member("Birch");
  return { world, alder, birch };
}

const lives = async (world: Awaited<ReturnType<typeof openWorld>>, id: string) =>
  (await world.read.$count(sessions, eq(sessions.id, id))) === 1;

test.each([
  ["nothing", {}, 422],
  ["no session", { which: "some" }, 422],
  ["something huge", { which: "a".repeat(100_000) }, 422],
  ["a session that isn't there", { which: "a".repeat(64) }, 404],
])("ending %s is refused", async (_what, form, status) => {
  const { world, alder } = await community();
  expect((await call(world, sessionsPage.action, { as: alder, form: form as Record<string, string> })).status).toBe(
    status,
  );
  expect(await lives(world, alder.sessionId)).toBe(true);
});

test("somebody else's session can't be ended, and looks like one that isn't there", async () => {
  const { world, alder, birch } = await community();
  const answer = await call(world, sessionsPage.action, { as: alder, form: { which: birch.sessionId } });
  expect(answer.status).toBe(404);
  expect(await lives(world, birch.sessionId)).toBe(true);
});

test("ending this session, or all of them, takes the cookie along", async () => {
  const { world, alder, birch } = await community();
  for (const [person, which] of [
    [alder, alder.sessionId],
    [birch, "all"],
  ] as const) {
    const answer = await call(world, sessionsPage.action, { as: person, form: { which } });
    expect(answer.headers.get("location")).toBe("/sign-in");
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(await lives(world, person.sessionId)).toBe(false);
  }
});

test("a session's label is its owner's own word, and may be changed and taken away", async () => {
  const { world, alder, birch } = await community();
  const label = (as: typeof alder, text: string, which = alder.sessionId) =>
    call(world, sessionsPage.action, { as, form: { deed: "label", which, label: text } });
  const shown = async () => {
    const { data } = await call(world, sessionsPage.loader, { as: alder });
    return (data as { sessions: { label: string | null }[] }).sessions[0]!.label;
  };
  expect((await label(alder, " the kitchen ")).headers.get("location")).toBe("/me/sessions?labelled");
  expect(await shown()).toBe("the kitchen");
  expect((await label(birch, "mine now")).status, "not somebody else's").toBe(404);
  expect((await label(alder, "x".repeat(41))).status).toBe(413);
  expect((await label(alder, "x", "no session")).status).toBe(413);
  expect(await shown()).toBe("the kitchen");
  expect((await label(alder, "")).status).toBe(303);
  expect(await shown()).toBeNull();
});

test("the list of sessions holds neither address nor browser", async () => {
  const { world, alder } = await community();
  const headers = { "user-agent": "Marked Browser", "x-forwarded-for": "203.0.113.9" };
  const { data } = await call(world, sessionsPage.loader, { as: alder, headers });
  expect(JSON.stringify(data)).not.toMatch(/Marked|203\.0/);
});

test("an invitation is made by a press and taken back by another, once", async () => {
  const { world, alder, birch } = await community();
  const made = await call(world, invitationsPage.action, { as: alder, form: { label: "for the library" } });
  const id = new URL(made.headers.get("location")!, "http://localhost").searchParams.get("made")!;
  const { data } = await call(world, invitationsPage.loader, { as: alder, url: `/me/invitations?made=${id}` });
  expect(data).toMatchObject({ made: id, invitations: [{ id, label: "for the library" }] });
  const revoke = (as: typeof alder) => call(world, invitationsPage.action, { as, form: { revoke: id } });
  expect((await revoke(birch)).status).toBe(404);
  expect((await revoke(alder)).status).toBe(303);
  expect((await revoke(alder)).status).toBe(404);
  expect(await world.read.$count(invitations)).toBe(0);
});

test.each([
  ["a label that is too long", { label: "x".repeat(61) }, 422],
  ["a malformed id", { revoke: "%00" }, 404],
  ["an id that isn't there", { revoke: toLink(7) }, 404],
])("the page of invitations refuses %s", async (_what, form, status) => {
  const { world, alder } = await community();
  expect((await call(world, invitationsPage.action, { as: alder, form: form as Record<string, string> })).status).toBe(
    status,
  );
});

test("guests are asked to sign in", async () => {
  const { world } = await community();
  for (const page of [sessionsPage, invitationsPage]) {
    expect((await call(world, page.loader)).status).toBe(401);
    expect((await call(world, page.action, { form: { which: "all", label: "" } })).status).toBe(401);
  }
});
