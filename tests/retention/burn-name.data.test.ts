import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { circleMembers, evidence, follows, gatheringMessages, offices, posts, pseudonyms, sanctions } from "#db/schema";
import { searchPosts } from "~/discussion/search/search-posts.server";
import { openGathering } from "~/gatherings/move-gathering.server";
import { passTheDoor } from "~/gatherings/pass-the-door.server";
import { planGathering } from "~/gatherings/plan-gathering.server";
import { writeMessage } from "~/gatherings/write-message.server";
import { DAY, HOUR, plus } from "~/platform/time";
import { checkName } from "~/pseudonyms/names-in-use.server";
import { wholeLog } from "~/public-log/log-queries.server";
import { turnAway } from "~/relations/turn-away.server";
import { openCopies } from "~/reports/evidence.server";
import { burnName, undoBurning } from "~/retention/burn-name.server";
import { finishBurning } from "~/retention/finish-burning.server";
import { report } from "../support/reporting";
import { openWorld, type Person } from "../support/world";
import { addressesOf, tour } from "../unlinkable/tour";

const WORDS = "lanternwords";

/** Fern has spoken everywhere: a topic, an answer, a circle, a gathering. Others have quoted, called, blocked and reported her. */
async function scene() {
  const world = await openWorld();
  const { site } = world;
  const fern = await world.member("Zquiet Fern", {
    standing: "established",
    offices: ["organizer"],
    alsoAs: ["Heron"],
  });
  const alder = await world.member("Alder", { standing: "established" });
  const wren = await world.member("Wren", { standing: "established" });
  const moss = await world.member("Moss", { offices: ["moderator"] });
  const space = await world.space("open", { name: "Commons" });
  const circle = await world.space("circle", { name: "Ring", members: [fern, alder] });
  const own = await world.topic(fern, space, { title: `Title ${WORDS}`, body: `Mine ${WORDS}`, storyLabel: "open" });
  const topic = await world.topic(alder, space, { title: "Elsewhere", body: "Come in", storyLabel: "open" });
  const answer = await world.post(fern, topic, { body: `I say ${WORDS}`, to: 1, storyLabel: "open" });
  await world.post(alder, topic, { body: `> @Zquiet Fern, #2:\n> I say ${WORDS}\n\nThank you, @Zquiet Fern!`, to: 2 });
  await world.post(wren, own, { body: "An answer of mine", to: 1 });
  await world.topic(fern, circle, { title: `Inside ${WORDS}`, body: WORDS });
  await turnAway(site, await world.viewer(alder), { deed: "mute", pseudonymId: fern.pseudonymId }, world.now);
  const reported = await report(world, wren, answer.id, { conduct: "slur" });
  const gatheringId = await aRoom(world, fern, alder, space.id);
  const at = async () => addressesOf(world, [WORDS, "zquiet", "answer", "thank"]);
  return { world, site, fern, alder, wren, moss, space, circle, topic, own, answer, reported, gatheringId, at };
}
type Scene = Awaited<ReturnType<typeof scene>>;

async function aRoom(world: Scene["world"], host: Person, guest: Person, spaceId: number) {
  const { site } = world;
  const planned = await planGathering(
    site,
    await world.viewer(host),
    {
      spaceId,
      pseudonymId: host.pseudonymId,
      title: "A gathering",
      purpose: "To agree",
      groundRules: "Listen.",
      starts: plus(world.now, HOUR / 2),
      lengthMinutes: 90,
      turnSeconds: 180,
      sideChannel: true,
      keepMessages: true,
      coHosts: ["Alder"],
    },
    world.now,
  );
  if (!planned.ok) throw new Error(planned.reason);
  const { gatheringId } = planned;
  await openGathering(site, await world.viewer(host), { gatheringId }, world.now);
  const guise = { as: "name", pseudonymId: guest.pseudonymId } as const;
  await passTheDoor(site, await world.viewer(guest), { gatheringId, agreed: true, guise }, world.now);
  const said = { gatheringId, channel: "side", body: `spoken ${WORDS}` } as const;
  await writeMessage(site, await world.viewer(host), said, world.now);
  return gatheringId;
}

const burn = async ({ world, site, fern }: Scene, slot = 1) =>
  burnName(site, await world.viewer(fern), slot, world.now);
const undo = async ({ world, site, fern }: Scene, slot = 1) =>
  undoBurning(site, await world.viewer(fern), slot, world.now);

/** The routes that tell somebody of the name or its words. The public log keeps the offices it held. */
async function whereSeen({ world, at }: Scene, as: Person | null): Promise<string[]> {
  const seen = await tour(world, as, await at());
  const told = seen.filter(({ route, data }) => {
    // What is searched for is echoed; a sealed copy in a case stays.
    const text = route.startsWith("log")
      ? ""
      : JSON.stringify(route === "search" ? (data as { answer?: { found: unknown } }).answer?.found : data);
    return text?.includes("Zquiet") || text?.includes(WORDS);
  });
  return [...new Set(told.map(({ route }) => route))].filter((route) => route !== "moderation.cases.$case");
}

describe("burning a name", () => {
  test("nobody else sees the name or a word of it any more, on any page; for a day it can be taken back", async () => {
    const here = await scene();
    const { alder, wren, moss } = here;
    const before = { alder: await whereSeen(here, alder), guest: await whereSeen(here, null) };
    expect(before.alder).toEqual(
      expect.arrayContaining([
        "t.$topic._index",
        "search",
        "p.$name",
        "gatherings.$gathering",
        "s.$space.people",
        "me.blocks",
      ]),
    );
    expect(await burn(here)).toEqual({ ok: true });
    for (const person of [null, alder, wren, moss]) expect(await whereSeen(here, person), person?.name).toEqual([]);
    expect(await undo(here)).toEqual({ ok: true });
    const inTopics = (route: string) => !route.startsWith("gatherings");
    expect(await whereSeen(here, null)).toEqual(before.guest.filter(inTopics));
    expect((await whereSeen(here, alder)).filter(inTopics)).toEqual(before.alder.filter(inTopics));
  });

  test("offices end in the open, another name speaks, and a gathering goes to its co-host", async () => {
    const here = await scene();
    const { world, fern, alder, gatheringId } = here;
    await burn(here);
    const viewer = await world.viewer(fern);
    expect(viewer.slot).toBe(2);
    expect(await world.read.$count(offices, eq(offices.pseudonymId, fern.pseudonymId))).toBe(0);
    expect((await wholeLog(world.read)).at(-1)).toMatchObject({
      act: "office-ended",
      details: { office: "organizer" },
    });
    const view = (await tour(world, alder, await here.at())).find(({ route }) => route === "gatherings.$gathering");
    expect(view?.data).toMatchObject({ view: { hosting: "host", hostName: "Alder", state: "open" } });
    expect(world.heard).toContainEqual({ kind: "gathering-changed", gatheringId });
    expect(world.heard).toContainEqual({ kind: "account-changed", accountId: fern.accountId });
  });

  test("after the day it's final: words, follows, circles and what was said are gone; a sealed copy stays", async () => {
    const here = await scene();
    const { world, site, fern, reported } = here;
    await burn(here);
    world.later(DAY - HOUR);
    expect(await finishBurning(site, world.now)).toBe(0);
    world.later(3 * HOUR);
    expect(await undo(here)).toMatchObject({ reason: "closed" });
    expect(await finishBurning(site, world.now)).toBe(1);
    expect(await finishBurning(site, world.now)).toBe(0);
    const written = await world.read.select().from(posts).where(eq(posts.pseudonymId, fern.pseudonymId));
    expect(written.map(({ body, html, state }) => body + html + state)).toEqual(written.map(() => "removed-by-author"));
    for (const table of [follows, circleMembers])
      expect(await world.read.$count(table, eq(table.pseudonymId, fern.pseudonymId))).toBe(0);
    expect(await world.read.$count(gatheringMessages)).toBe(0);
    expect(await world.read.$count(evidence)).toBe(1);
    expect((await openCopies(world.read, reported.caseId))[0]?.copy.text).toBe(`I say ${WORDS}`);
    expect(await checkName(world.read, "Zquiet Fern")).toEqual({ ok: false, problem: "taken" });
    for (const person of [null, here.alder, here.wren]) expect(await whereSeen(here, person), person?.name).toEqual([]);
    // Whose it was still sees the name where it stood, as their list of names does: not a word of what it said.
    expect(JSON.stringify(await tour(world, fern, { ...(await here.at()), words: [] }))).not.toContain(WORDS);
    // In the index, too. What somebody else quoted is theirs and still finds their post, without showing the words.
    const found = await searchPosts(site, await world.viewer(null), { words: WORDS, network: "n" }, world.now);
    if (!found.ok) throw new Error(found.reason);
    expect(found.found.map(({ author }) => author.name)).toEqual(["Alder"]);
    expect(JSON.stringify(found.found)).not.toContain(WORDS);
  });

  test("its circle isn't left without a host", async () => {
    const here = await scene();
    const { world, site, alder, fern, circle } = here;
    await burn(here);
    const page = async (person: Person) =>
      (await tour(world, person, await here.at())).find(
        ({ route, params }) => route === "s.$space._index" && params.space === circle.slug,
      )?.status;
    expect(await page(alder)).toBe(200);
    expect(await page(fern), "a burned name belongs nowhere").toBe(404);
    world.later(2 * DAY);
    await finishBurning(site, world.now);
    const [left] = await world.read.select().from(circleMembers).where(eq(circleMembers.spaceId, circle.id));
    expect(left).toMatchObject({ pseudonymId: alder.pseudonymId, host: true });
  });

  test("whoever was put out of a gathering doesn't come back in by burning", async () => {
    const here = await scene();
    const { world, site, alder, gatheringId } = here;
    const viewer = await world.viewer(alder);
    const { gatheringSeats } = await import("#db/schema");
    await site.database.transaction((tx) =>
      tx.update(gatheringSeats).set({ state: "muted" }).where(eq(gatheringSeats.pseudonymId, alder.pseudonymId)),
    );
    await burnName(site, viewer, 1, world.now);
    await site.database.transaction((tx) =>
      tx.update(pseudonyms).set({ state: "active", undoUntil: null }).where(eq(pseudonyms.id, alder.pseudonymId)),
    );
    const guise = { as: "mask" } as const;
    const again = await passTheDoor(site, await world.viewer(alder), { gatheringId, agreed: true, guise }, world.now);
    expect(again).toMatchObject({ reason: "seat-removed" });
  });
});

describe("who may burn", () => {
  test.each(["suspension", "removal", "mute"] as const)(
    "somebody under a %s may, and stays bound by it",
    async (kind) => {
      const here = await scene();
      const { world, site, fern } = here;
      await site.database.transaction((tx) =>
        tx.insert(sanctions).values({
          pseudonymId: fern.pseudonymId,
          caseId: here.reported.caseId,
          kind,
          agreement: "no-slurs",
          agreementVersion: 1,
          reasons: "why",
          started: world.now,
        }),
      );
      expect(await burn(here)).toEqual({ ok: true });
      expect((await world.viewer(fern)).sanctions.map((sanction) => sanction.kind)).toEqual([kind]);
    },
  );

  test("the only name, a retired one, the steward's: nobody in danger is refused, however often they pressed", async () => {
    const world = await openWorld();
    const oak = await world.member("Oak", { offices: ["steward"] });
    for (let i = 0; i < 12; i++) await world.site.limits.take("burn-name", { account: oak.accountId }, world.now);
    expect(await burnName(world.site, await world.viewer(oak), 1, world.now)).toEqual({ ok: true });
    expect(await undoBurning(world.site, await world.viewer(oak), 1, world.now)).toMatchObject({ reason: "limited" });
    const fern = await world.member("Fern", { alsoAs: ["Heron"] });
    await world.site.database.transaction((tx) =>
      tx.update(pseudonyms).set({ state: "retired" }).where(eq(pseudonyms.id, fern.pseudonymId)),
    );
    expect(await burnName(world.site, await world.viewer(fern), 1, world.now)).toEqual({ ok: true });
  });

  test("burning twice, or one that isn't one's own, does nothing; pressing twice at once is once", async () => {
    const here = await scene();
    const { world, site, fern } = here;
    const viewer = await world.viewer(fern);
    const both = await Promise.all([1, 1].map((slot) => burnName(site, viewer, slot, world.now)));
    expect(both.map((one) => (one.ok ? "burned" : one.reason)).sort()).toEqual(["already-done", "burned"]);
    expect(await burn(here)).toMatchObject({ reason: "already-done" });
    expect(await burn(here, 5)).toMatchObject({ reason: "not-found" });
    expect(await undo(here, 2)).toMatchObject({ reason: "already-done" });
    expect(await undo(here, 4)).toMatchObject({ reason: "not-found" });
  });

  test("with no name left every page still answers, and asks for a new name", async () => {
    const here = await scene();
    const { world, fern } = here;
    await burn(here);
    await burn(here, 2);
    const seen = await tour(world, fern, await here.at());
    expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
    const of = (route: string) => seen.find((one) => one.route === route)?.data;
    expect(of("me.burn")).toMatchObject({ names: [], nameless: true, canAdd: true });
    expect(of("me.names")).toMatchObject({ canAdd: true, full: false });
  });
});
