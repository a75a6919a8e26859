import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notifications, sessions } from "#db/schema";
import { changeSettings } from "~/accounts/change-setting.server";
import { endOffice } from "~/accounts/end-office.server";
import { mayEndOffice, mayGiveOffice } from "~/accounts/office-permissions";
import { officeHolders } from "~/accounts/office-queries.server";
import { createSession } from "~/accounts/sessions.server";
import type { Member, Office } from "~/accounts/viewer";
import { readSettings } from "~/agreements/settings-queries.server";
import { giveOffice } from "~/offices/give-office.server";
import { wholeLog } from "~/public-log/log-queries.server";
import * as steward from "~/routes/steward";
import { call } from "../support/call";
import { openWorld } from "../support/world";

const holding = (...offices: Office[]) =>
  ({ kind: "member", offices: offices.map((office) => ({ office, pseudonymId: 1 })) }) as unknown as Member;

test.each<[string, Member, Office, number, string]>([
  ["a steward of a small community names a moderator", holding("steward"), "moderator", 24, "yes"],
  ["a steward of a grown one doesn't", holding("steward"), "moderator", 25, "closed"],
  ["a steward names an organizer", holding("steward"), "organizer", 100, "yes"],
  ["a steward names a steward", holding("steward"), "steward", 100, "yes"],
  ["a moderator names nobody", holding("moderator"), "moderator", 3, "not-allowed"],
  ["a member names nobody", holding(), "organizer", 3, "not-allowed"],
])("%s", (_what, viewer, office, established, answer) => {
  const may = mayGiveOffice(viewer, office, established);
  expect(may.ok ? "yes" : may.reason).toBe(answer);
});

test.each<[string, Member, { office: Office; own: boolean; holders: number }, number, string]>([
  [
    "everybody may lay their own office down",
    holding("moderator"),
    { office: "moderator", own: true, holders: 1 },
    99,
    "yes",
  ],
  ["the last steward can't", holding("steward"), { office: "steward", own: true, holders: 1 }, 3, "last-steward"],
  ["one of two stewards can", holding("steward"), { office: "steward", own: true, holders: 2 }, 3, "yes"],
  [
    "a steward can't end another's stewardship",
    holding("steward"),
    { office: "steward", own: false, holders: 2 },
    3,
    "not-allowed",
  ],
  [
    "a steward ends a moderator's term while small",
    holding("steward"),
    { office: "moderator", own: false, holders: 2 },
    24,
    "yes",
  ],
  ["and not once members elect", holding("steward"), { office: "moderator", own: false, holders: 2 }, 25, "closed"],
  [
    "a moderator ends nobody's",
    holding("moderator"),
    { office: "organizer", own: false, holders: 2 },
    3,
    "not-allowed",
  ],
])("%s", (_what, viewer, held, established, answer) => {
  const may = mayEndOffice(viewer, held, established);
  expect(may.ok ? "yes" : may.reason).toBe(answer);
});

async function community() {
  const world = await openWorld();
  const rowan = await world.member("Rowan", { offices: ["steward"] });
  const birch = await world.member("Birch");
  const offices = async () =>
    (await officeHolders(world.read, world.now)).map(({ office, name }) => `${name}: ${office}`);
  return { world, rowan, birch, offices };
}

test("an office is given once, ended once, and both stand in the public log", async () => {
  const { world, rowan, birch, offices } = await community();
  const input = { pseudonymId: birch.pseudonymId, office: "moderator" as const };
  const as = await world.viewer(rowan);
  const given = await Promise.all([
    giveOffice(world.site, as, input, world.now),
    giveOffice(world.site, as, input, world.now),
  ]);
  expect(given.map((answer) => (answer.ok ? "given" : answer.reason)).sort()).toEqual(["already-done", "given"]);
  expect(await offices()).toEqual(["Birch: moderator", "Rowan: steward"]);
  expect(await endOffice(world.site, as, input, world.now)).toEqual({ ok: true });
  expect(await endOffice(world.site, as, input, world.now)).toMatchObject({ reason: "not-found" });
  expect(await offices()).toEqual(["Rowan: steward"]);
  expect((await wholeLog(world.read)).map(({ act, office, details }) => [act, office, details])).toEqual([
    ["office-given", "steward", { office: "moderator", name: "Birch" }],
    ["office-ended", "steward", { office: "moderator", name: "Birch" }],
  ]);
});

test("whoever is given an office is told so and signed out everywhere, so that no forgotten device holds it", async () => {
  const { world, rowan, birch } = await community();
  const input = { pseudonymId: birch.pseudonymId, office: "moderator" as const };
  const given = await giveOffice(world.site, await world.viewer(rowan), input, world.now);
  expect(given).toEqual({ ok: true, setCookie: null });
  expect(await world.read.$count(sessions, eq(sessions.accountId, birch.accountId))).toBe(0);
  expect(await world.read.$count(sessions, eq(sessions.accountId, rowan.accountId))).toBe(1);
  expect(world.heard).toContainEqual({ kind: "session-ended", sessionId: birch.sessionId });
  expect(await world.read.select().from(notifications)).toMatchObject([
    { kind: "office-given", pseudonymId: birch.pseudonymId, accountId: null },
  ]);
});

test("whoever gives an office to their own name goes on under a fresh session, and is signed out elsewhere", async () => {
  const { world, rowan } = await community();
  await world.site.database.transaction((tx) =>
    createSession(world.site, tx, rowan.accountId, { ownDevice: true, label: "forgotten" }, world.now),
  );
  const form = { deed: "give", name: "Rowan", office: "moderator" };
  const answer = await call(world, steward.action, { as: rowan, form });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("set-cookie")).toMatch(/^session=[a-z0-9]{40};/);
  const left = await world.read.select().from(sessions).where(eq(sessions.accountId, rowan.accountId));
  expect(left).toHaveLength(1);
  expect(left[0]!.id).not.toBe(rowan.sessionId);
});

test("an office that is refused ends nobody's session", async () => {
  const { world, rowan, birch } = await community();
  const input = { pseudonymId: birch.pseudonymId, office: "steward" as const };
  await giveOffice(world.site, await world.viewer(birch), input, world.now);
  await giveOffice(world.site, await world.viewer(rowan), { ...input, pseudonymId: rowan.pseudonymId }, world.now);
  expect(await world.read.$count(sessions)).toBe(2);
});

test("an office laid down is laid down by a member", async () => {
  const { world, rowan, birch } = await community();
  const input = { pseudonymId: birch.pseudonymId, office: "moderator" as const };
  await giveOffice(world.site, await world.viewer(rowan), input, world.now);
  expect(await endOffice(world.site, await world.viewer(birch), input, world.now)).toEqual({ ok: true });
  expect((await wholeLog(world.read)).at(-1)).toMatchObject({ act: "office-ended", office: "members" });
});

test("nobody else gives offices, and nobody gives one to a name that isn't there", async () => {
  const { world, rowan, birch, offices } = await community();
  const input = { pseudonymId: birch.pseudonymId, office: "steward" as const };
  expect(await giveOffice(world.site, await world.viewer(birch), input, world.now)).toMatchObject({
    reason: "not-allowed",
  });
  const nobody = { pseudonymId: 12345, office: "moderator" as const };
  expect(await giveOffice(world.site, await world.viewer(rowan), nobody, world.now)).toMatchObject({
    reason: "not-found",
  });
  expect(await offices()).toEqual(["Rowan: steward"]);
});

const chosen = {
  name: "Mossbank",
  tabTitle: "Notes",
  icon: "cup",
  neutralSite: "https://example.org/",
  joining: "closed",
};

test("settings change through the public log, each once", async () => {
  const { world, rowan } = await community();
  const as = await world.viewer(rowan);
  expect(await changeSettings(world.site, as, chosen, world.now)).toEqual({ ok: true });
  expect(await readSettings(world.read)).toMatchObject(chosen);
  expect(await changeSettings(world.site, as, chosen, world.now)).toMatchObject({ reason: "already-done" });
  expect((await wholeLog(world.read)).map(({ details }) => details.setting)).toEqual([
    "name",
    "tabTitle",
    "icon",
    "neutralSite",
    "joining",
  ]);
});

test.each([
  ["no name", { name: "" }],
  ["a huge name", { name: "x".repeat(500) }],
  ["a huge title", { tabTitle: "x".repeat(41) }],
  ["an icon that isn't there", { icon: "../secrets" }],
  ["a neutral site that isn't https", { neutralSite: "http://example.org/" }],
  ["a script for a neutral site", { neutralSite: "javascript:alert(1)" }],
  ["an unknown policy", { joining: "everyone" }],
])("%s is refused and changes nothing", async (_what, wrong) => {
  const { world, rowan } = await community();
  const answer = await changeSettings(world.site, await world.viewer(rowan), { ...chosen, ...wrong }, world.now);
  expect(answer).toMatchObject({ reason: "invalid" });
  expect((await readSettings(world.read)).name).toBe("Understory");
  expect(await wholeLog(world.read)).toEqual([]);
});

test("the stewards' page isn't there for anybody else", async () => {
  const { world, birch } = await community();
  const form = { deed: "settings", ...chosen };
  for (const as of [birch, null]) {
    expect((await call(world, steward.loader, { as })).status).toBe(404);
    expect((await call(world, steward.action, { as, form })).status).toBe(404);
  }
  expect((await readSettings(world.read)).name).toBe("Understory");
});

test("the stewards' page refuses forms that make no sense, and gives the typed name back", async () => {
  const { world, rowan } = await community();
  const send = (form: Record<string, string>) => call(world, steward.action, { as: rowan, form });
  expect((await send({})).status).toBe(422);
  expect((await send({ deed: "give", office: "queen", name: "Birch" })).status).toBe(422);
  const tooLong = await send({ ...chosen, deed: "settings", name: "x".repeat(600) });
  expect(tooLong.status).toBe(422);
  expect(JSON.stringify(tooLong.data)).toContain("https://example.org/");
  expect((await send({ deed: "settings", name: "x".repeat(600), neutralSite: "", joining: "open" })).status).toBe(422);
  const unknown = await send({ deed: "give", office: "moderator", name: "Nobody Here" });
  expect(unknown.status).toBe(404);
  expect(JSON.stringify(unknown.data)).toContain("Nobody Here");
  expect((await send({ deed: "give", office: "moderator", name: "birch" })).headers.get("location")).toBe(
    "/steward?saved",
  );
});
