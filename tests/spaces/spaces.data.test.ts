import { expect, test } from "vitest";
import { publicLog } from "#db/schema";
import { listNews } from "~/notifications/notification-queries.server";
import { turnAway } from "~/relations/turn-away.server";
import { changeSpace } from "~/spaces/change-space.server";
import { answerInvitation, inviteToCircle, leaveCircle, peopleOfCircle } from "~/spaces/circle-membership.server";
import { openSpace } from "~/spaces/open-space.server";
import { findSpace, listSpaces } from "~/spaces/space-queries.server";
import { openWorld, type Person, type World } from "../support/world";

const logged = async (world: World) =>
  (await world.read.select().from(publicLog)).map(({ act, details }) => ({ act, details }));
const input = { name: "Sala de árboles", purpose: "To talk", kind: "members" as const };

test("a steward opens a space, and the log says so", async () => {
  const world = await openWorld();
  const wren = await world.member("Wren", { offices: ["steward"] });
  const open = async () => openSpace(world.site, await world.viewer(wren), input, world.now);
  expect(await open()).toMatchObject({ ok: true, slug: "sala-de-arboles" });
  expect(await open()).toMatchObject({ ok: true, slug: "sala-de-arboles-2" });
  expect(await logged(world)).toEqual(
    [1, 2].map(() => ({ act: "space-opened", details: { kind: "members", name: "Sala de árboles" } })),
  );
});

test("a circle's opener is its host, and the log doesn't name it", async () => {
  const world = await openWorld();
  const wren = await world.member("Wren", { offices: ["steward"] });
  const opened = await openSpace(world.site, await world.viewer(wren), { ...input, kind: "circle" }, world.now);
  if (!opened.ok) throw new Error(opened.reason);
  expect(await peopleOfCircle(world.read, opened.spaceId)).toMatchObject([{ name: "Wren", host: true, state: "in" }]);
  expect(await logged(world)).toEqual([{ act: "space-opened", details: { kind: "circle" } }]);
});

test.each<[string, object, string]>([
  ["no name", { name: "" }, "invalid"],
  ["a name of nothing seen", { name: "\u200b\u2060" }, "invalid"],
  ["a very long name", { name: "x".repeat(61) }, "invalid"],
  ["a kind that isn't one", { kind: "secret" }, "invalid"],
])("%s opens nothing", async (_, more, reason) => {
  const world = await openWorld();
  const wren = await world.member("Wren", { offices: ["steward"] });
  const opened = await openSpace(world.site, await world.viewer(wren), { ...input, ...more } as never, world.now);
  expect(opened).toMatchObject({ ok: false, reason });
  expect(await logged(world)).toEqual([]);
});

test("only stewards open and change spaces, and no circle they aren't in", async () => {
  const world = await openWorld();
  const wren = await world.member("Wren", { offices: ["steward"] });
  const fern = await world.member("Fern", { offices: ["moderator"] });
  const space = await world.space("open");
  const circle = await world.space("circle", { members: [fern] });
  const change = async (person: Person | null, spaceId: number) =>
    changeSpace(
      world.site,
      await world.viewer(person),
      { name: "New", purpose: "p", spaceId, indexable: "on" },
      world.now,
    );
  expect(await openSpace(world.site, await world.viewer(fern), input, world.now)).toMatchObject({
    reason: "not-allowed",
  });
  expect(await change(fern, space.id)).toMatchObject({ reason: "not-allowed" });
  expect(await change(null, space.id)).toMatchObject({ reason: "sign-in-first" });
  expect(await change(wren, circle.id)).toMatchObject({ reason: "not-found" });
  expect(await change(wren, space.id)).toMatchObject({ ok: true, slug: space.slug });
  expect(await findSpace(world.read, await world.viewer(null), space.id)).toMatchObject({
    name: "New",
    indexable: true,
  });
  expect(await logged(world)).toMatchObject([{ act: "space-changed", details: { name: "New", before: space.name } }]);
});

test("each sees the spaces that are there for them", async () => {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const fern = await world.member("Fern");
  const younger = await world.member("Sprig", { younger: true });
  await world.space("open");
  await world.space("members");
  await world.space("circle", { members: [alder, younger] });
  const kinds = async (person: Person | null) =>
    (await listSpaces(world.read, await world.viewer(person))).map((space) => space.kind).sort();
  expect(await kinds(null)).toEqual(["open"]);
  expect(await kinds(fern)).toEqual(["members", "open"]);
  expect(await kinds(younger)).toEqual(["members", "open"]);
  expect(await kinds(alder)).toEqual(["circle", "members", "open"]);
});

async function circleScene() {
  const world = await openWorld();
  const alder = await world.member("Alder");
  const fern = await world.member("Fern", { alsoAs: ["Second Fern"] });
  const circle = await world.space("circle", { members: [alder] });
  const invite = async (as: Person, name: string) =>
    inviteToCircle(world.site, await world.viewer(as), { spaceId: circle.id, name }, world.now);
  const answer = async (as: Person, accept: boolean, slot = 1) =>
    answerInvitation(world.site, await world.viewer(as), { spaceId: circle.id, slot, accept }, world.now);
  const sees = async (as: Person) => (await findSpace(world.read, await world.viewer(as), circle.id)) !== null;
  return { world, alder, fern, circle, invite, answer, sees };
}

test("a host invites a name, and only that name comes in", async () => {
  const { world, alder, fern, circle, invite, answer, sees } = await circleScene();
  expect(await invite(alder, "second fern")).toMatchObject({ ok: true });
  expect(await invite(alder, "Second Fern")).toMatchObject({ ok: true });
  expect((await listNews(world.read, await world.viewer(fern))).map((news) => news.kind)).toEqual([
    "circle-invitation",
  ]);
  expect(await sees(fern)).toBe(false);
  expect(await answer(fern, true), "its sibling wasn't invited").toMatchObject({ reason: "not-found" });
  expect(await answer(fern, true, 2)).toMatchObject({ ok: true });
  expect(await answer(fern, true, 2)).toMatchObject({ reason: "not-found" });
  const space = await findSpace(world.read, await world.viewer(fern), circle.slug);
  expect(space?.speakers.map((own) => own.name)).toEqual(["Second Fern"]);
  expect(await invite(fern, "Alder")).toMatchObject({ reason: "not-allowed" });
});

test("declining leaves nothing, and nobody answers what they weren't asked", async () => {
  const { world, alder, fern, circle, invite, answer, sees } = await circleScene();
  expect(await answer(fern, true)).toMatchObject({ reason: "not-found" });
  await invite(alder, "Fern");
  expect(await answer(fern, false)).toMatchObject({ ok: true });
  expect(await sees(fern)).toBe(false);
  expect((await peopleOfCircle(world.read, circle.id)).map((person) => person.name)).toEqual(["Alder"]);
  expect(await invite(alder, "Nobody At All")).toMatchObject({ reason: "not-found" });
});

test("who blocked the host isn't told of an invitation, and the host can't tell", async () => {
  const { world, alder, fern, invite } = await circleScene();
  await turnAway(world.site, await world.viewer(fern), { deed: "block", pseudonymId: alder.pseudonymId }, world.now);
  expect(await invite(alder, "Fern")).toMatchObject({ ok: true });
  expect(await listNews(world.read, await world.viewer(fern))).toEqual([]);
});

test("who leaves is out at once, and a circle never stays without a host", async () => {
  const { world, alder, fern, circle, invite, answer, sees } = await circleScene();
  await invite(alder, "Fern");
  await answer(fern, true);
  const leave = async () =>
    leaveCircle(world.site, await world.viewer(alder), { spaceId: circle.id, slot: 1 }, world.now);
  expect(await leave()).toMatchObject({ ok: true });
  expect(await leave()).toMatchObject({ reason: "not-found" });
  expect(await sees(alder)).toBe(false);
  expect(await peopleOfCircle(world.read, circle.id)).toMatchObject([{ name: "Fern", host: true }]);
});
