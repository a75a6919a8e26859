import { describe, expect, test } from "vitest";
import { circleMembers, offices } from "#db/schema";
import { endOffice } from "~/accounts/end-office.server";
import { editPost } from "~/discussion/posts/edit-post.server";
import { hidePost } from "~/discussion/posts/post-states.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { hostableSpaces } from "~/gatherings/gatherings-queries.server";
import { type Plan, planGathering } from "~/gatherings/plan-gathering.server";
import { removeSeat } from "~/gatherings/restrain-seat.server";
import { viewGathering } from "~/gatherings/room-queries.server";
import { sayYoullCome } from "~/gatherings/say-coming.server";
import { HOUR, MINUTE, plus } from "~/platform/time";
import { wholeLog } from "~/public-log/log-queries.server";
import { turnAway } from "~/relations/turn-away.server";
import { burnName } from "~/retention/burn-name.server";
import * as invitationPage from "~/routes/s.$space.invitation";
import * as peoplePage from "~/routes/s.$space.people";
import { answerInvitation, inviteToCircle, leaveCircle, peopleOfCircle } from "~/spaces/circle-membership.server";
import { openHall } from "../gatherings/room";
import { call } from "../support/call";
import { openWorld, type Person, type World } from "../support/world";
import { addressesOf, tour } from "./tour";

/** What only a sibling may do tells who is one: each of these was, or would have been, a proof that two names are one person. */

async function scene() {
  const world = await openWorld();
  const alder = await world.member("Alder", { standing: "established" });
  const fern = await world.member("Fern", { standing: "established", alsoAs: ["Heron"] });
  const heron = (await world.viewer(fern)).pseudonyms[1]!;
  const space = await world.space("open", { name: "Commons" });
  return { world, alder, fern, heron, space };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const asHeron = async ({ world, fern }: Scene, topic: { id: number }, about: { body?: string; to?: number } = {}) => {
  const viewer = await world.viewer(fern);
  const input = { body: "Hello", ...about, topic: topic.id, slot: 2, sureSlot: 2 };
  return writePost(world.site, viewer, input, world.later(MINUTE));
};

describe("words", () => {
  test("a sibling quotes what isn't to be quoted no more than anybody else, in an answer or in an edit", async () => {
    const here = await scene();
    const { world, fern, space } = here;
    const topic = await world.topic(fern, space, { storyLabel: "closed" });
    const body = "> @Fern, #1:\n> How it begins\n\nYes";
    expect(await asHeron(here, topic, { body })).toMatchObject({ reason: "not-to-be-quoted" });
    expect(await world.post(fern, topic, { body }), "whoever wrote it may").toBeTruthy();
    const written = await asHeron(here, topic);
    if (!written.ok) throw new Error(written.reason);
    const edit = { post: written.postId, body };
    expect(await editPost(world.site, await world.viewer(fern), edit, world.now)).toMatchObject({
      reason: "not-to-be-quoted",
    });
  });

  test("a sibling answers no post that is hidden from others, or whose name was burned", async () => {
    const here = await scene();
    const { world, alder, fern, space } = here;
    const topic = await world.topic(alder, space);
    const hidden = await world.post(fern, topic);
    await world.site.database.transaction((tx) => hidePost(tx, world.site, hidden.id));
    expect(await asHeron(here, topic, { to: hidden.position })).toMatchObject({ reason: "not-found" });
    const other = await world.topic(alder, space);
    const mine = await world.post(fern, other);
    await burnName(world.site, await world.viewer(fern), 1, world.now);
    expect(await asHeron(here, other, { to: mine.position })).toMatchObject({ reason: "not-found" });
    expect(await asHeron(here, other)).toMatchObject({ ok: true });
  });
});

describe("circles", () => {
  async function circle(here: Scene) {
    const { world, alder } = here;
    const ring = await world.space("circle", { name: "Ring", members: [alder] });
    const host = await world.viewer(alder);
    for (const name of ["Fern", "Heron"]) await inviteToCircle(world.site, host, { spaceId: ring.id, name }, world.now);
    const people = async () => (await peopleOfCircle(world.read, ring.id)).map(({ name, state }) => `${name} ${state}`);
    return { ring, people };
  }

  test("of two names that are invited one comes in, and the other waits for an answer of its own", async () => {
    const here = await scene();
    const { world, fern } = here;
    const { ring, people } = await circle(here);
    const answer = { spaceId: ring.id, slot: 2, accept: true };
    expect(await answerInvitation(world.site, await world.viewer(fern), answer, world.now)).toEqual({ ok: true });
    expect(await people()).toEqual(["Alder in", "Fern invited", "Heron in"]);
    const page = await call(world, invitationPage.loader, { as: fern, params: { space: ring.slug } });
    expect(page.data).toMatchObject({ names: [{ slot: 1, name: "Fern" }] });
  });

  test("the page asks which name answers; without a choice nothing happens", async () => {
    const here = await scene();
    const { world, fern } = here;
    const { ring, people } = await circle(here);
    const params = { space: ring.slug };
    const page = await call(world, invitationPage.loader, { as: fern, params });
    expect(page.data).toMatchObject({ names: [{ name: "Fern" }, { name: "Heron" }] });
    for (const slot of ["", "3", "x", "1e9"]) {
      const form = { deed: "accept", slot };
      expect((await call(world, invitationPage.action, { as: fern, params, form })).status, slot).toBe(404);
    }
    expect(await people()).toEqual(["Alder in", "Fern invited", "Heron invited"]);
  });

  test("one name leaves, and its sibling stays", async () => {
    const here = await scene();
    const { world, fern } = here;
    const { ring, people } = await circle(here);
    for (const slot of [1, 2])
      await answerInvitation(world.site, await world.viewer(fern), { spaceId: ring.id, slot, accept: true }, world.now);
    const params = { space: ring.slug };
    const left = await call(world, peoplePage.action, { as: fern, params, form: { deed: "leave", slot: "1" } });
    expect(left.headers.get("location")).toBe("/s/ring/people");
    expect(await people()).toEqual(["Alder in", "Heron in"]);
    const again = { spaceId: ring.id, slot: 1 };
    expect(await leaveCircle(world.site, await world.viewer(fern), again, world.now)).toMatchObject({
      reason: "not-found",
    });
    const last = await call(world, peoplePage.action, { as: fern, params, form: { deed: "leave", slot: "2" } });
    expect(last.headers.get("location")).toBe("/");
  });
});

describe("offices", () => {
  const plan = (world: World, spaceId: number, pseudonymId: number): Plan => ({
    spaceId,
    pseudonymId,
    title: "An evening",
    purpose: "To talk",
    groundRules: "Listen.",
    starts: plus(world.now, HOUR),
    lengthMinutes: 60,
    turnSeconds: 60,
    sideChannel: true,
    keepMessages: false,
    coHosts: [],
  });
  const host = async (world: World, who: Person, spaceId: number, pseudonymId: number) =>
    planGathering(world.site, await world.viewer(who), plan(world, spaceId, pseudonymId), world.now);

  test("only the name that organizes hosts, not its sibling", async () => {
    const { world, space } = await scene();
    const wren = await world.member("Wren", { offices: ["organizer"], alsoAs: ["Moss"] });
    const viewer = await world.viewer(wren);
    expect(await host(world, wren, space.id, viewer.pseudonyms[1]!.id)).toMatchObject({ reason: "not-allowed" });
    expect((await hostableSpaces(world.read, viewer)).map(({ names }) => names.map(({ name }) => name))).toEqual([
      ["Wren"],
    ]);
    expect(await host(world, wren, space.id, wren.pseudonymId)).toMatchObject({ ok: true });
  });

  test("in a circle only the name that hosts the circle hosts a gathering", async () => {
    const { world, fern, heron } = await scene();
    const ring = await world.space("circle", { name: "Ring", members: [fern] });
    const member = { spaceId: ring.id, pseudonymId: heron.id, state: "in" as const, host: false };
    await world.site.database.transaction((tx) => tx.insert(circleMembers).values(member));
    expect(await host(world, fern, ring.id, heron.id)).toMatchObject({ reason: "not-allowed" });
    expect(await host(world, fern, ring.id, fern.pseudonymId)).toMatchObject({ ok: true });
  });

  test("laying down an office reads in the log as if its name had no sibling", async () => {
    const { world } = await scene();
    const oak = await world.member("Oak", { offices: ["steward"], alsoAs: ["Moss"] });
    const viewer = await world.viewer(oak);
    const moss = viewer.pseudonyms[1]!.id;
    await world.site.database.transaction((tx) =>
      tx.insert(offices).values({ pseudonymId: moss, office: "organizer", since: world.now }),
    );
    const mossOffice = { pseudonymId: moss, office: "organizer" } as const;
    expect(await endOffice(world.site, await world.viewer(oak), mossOffice, world.now)).toEqual({ ok: true });
    expect((await wholeLog(world.read)).at(-1)).toMatchObject({ act: "office-ended", office: "members" });
  });
});

describe("gatherings", () => {
  test("burning a name changes nothing in how many will come: the host can't tell who had said so", async () => {
    const hall = await openHall();
    await hall.does(hall.iris, sayYoullCome, { coming: true });
    const count = async () =>
      (await viewGathering(hall.read, await hall.viewer(hall.alder), hall.gatheringId, hall.now))!.coming.count;
    expect(await count()).toBe(1);
    await burnName(hall.site, await hall.viewer(hall.iris), 1, hall.now);
    expect(await count()).toBe(1);
    await hall.does(hall.iris, sayYoullCome, { coming: false });
    expect(await count()).toBe(0);
  });

  test("one seat an account: no answer, and nothing in the room, tells anybody else that a second name was turned away", async () => {
    const hall = await openHall();
    await hall.open();
    await hall.enter(hall.iris);
    await hall.enter(hall.wren);
    const seenBy = async () => viewGathering(hall.read, await hall.viewer(hall.wren), hall.gatheringId, hall.now);
    const before = await seenBy();
    const moss = (await hall.viewer(hall.iris)).pseudonyms[1]!;
    expect(await hall.enter(hall.iris, { as: "name", pseudonymId: moss.id, sureSlot: 2 })).toBe("yes");
    await hall.does(hall.alder, removeSeat, { seatId: (await hall.seatOf("Iris")).id });
    expect(await hall.enter(hall.iris, { as: "name", pseudonymId: moss.id, sureSlot: 2 })).toBe("seat-removed");
    const names = (await seenBy())!.room!.seats.map(({ name }) => name);
    expect(names).toEqual(before!.room!.seats.map(({ name }) => name).filter((name) => name !== "Iris"));
  });
});

describe("blocks", () => {
  /** Wren has blocked Fern, or hasn't; then both of Fern's names call and answer Wren. */
  async function called(blocked: boolean) {
    const here = await scene();
    const { world, alder, fern, space } = here;
    const wren = await world.member("Wren", { standing: "established" });
    const topic = await world.topic(wren, space, { storyLabel: "open" });
    const block = { deed: "block", pseudonymId: fern.pseudonymId } as const;
    if (blocked) await turnAway(world.site, await world.viewer(wren), block, world.now);
    await world.post(fern, topic, { body: "@Wren", to: 1 });
    await asHeron(here, topic, { body: "@Wren too", to: 1 });
    const read = async (person: Person | null) => {
      const pages = await tour(world, person, await addressesOf(world, ["wren"]));
      return pages.map(({ route, status, data }) => [route, status, plainly(data)]);
    };
    return { read, alder, fern, wren };
  }
  /** Without what is drawn for each world. */
  const plainly = (data: unknown) =>
    JSON.stringify(data, (key, value) =>
      ["once", "proposals", "leaf", "seed", "challenge"].includes(key) ? undefined : value,
    )
      ?.replace(/\b[0-9a-hjkmnp-tv-z]{11}\b/g, "a link")
      .replace(/\d{9,}/g, "a number");

  test("nobody but the blocker can read that there is a block: not the blocked, under any name", async () => {
    const [one, other] = [await called(true), await called(false)];
    for (const who of ["alder", "fern"] as const)
      expect(await one.read(one[who]), who).toEqual(await other.read(other[who]));
    expect(await one.read(null)).toEqual(await other.read(null));
  });

  test("the blocker sees the blocked name folded, its sibling as anybody's, and hears neither", async () => {
    const { read, wren } = await called(true);
    const pages = await read(wren);
    const topic = pages.find(([route]) => route === "t.$topic._index")![2] as string;
    expect(topic.match(/"folded":"block"/g)).toHaveLength(1);
    const news = pages.find(([route]) => route === "notifications")![2] as string;
    expect(news).not.toMatch(/Fern|Heron/);
  });
});
