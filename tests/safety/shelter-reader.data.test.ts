import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases, reports, sanctions, ties } from "#db/schema";
import { toLink } from "~/platform/ids";
import { DAY, plus } from "~/platform/time";
import { burnName } from "~/retention/burn-name.server";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { loader as ownLoader } from "~/routes/me.shelter._index";
import { call } from "../support/call";
import { dealtTo, report } from "../support/reporting";
import {
  aShelteredPlace,
  aWeekLater,
  change,
  heldRows,
  newsOf,
  readPage,
  shelterRows,
  sort,
  withReader,
} from "../support/shelter";
import type { Person, World } from "../support/world";

type Page = { as: string; name: string; things: { link: string; kind: string; post: { html: string } }[] };
const waiting = async (world: World, elder: Person, wren: Person) =>
  ((await readPage(world, elder, wren)).data as Page).things;
const own = async (world: World, who: Person) =>
  (await call(world, ownLoader, { as: who, url: "/me/shelter" })).data as {
    names: { reader: { name: string; state: string } | null }[];
    reads: { name: string; as: string }[];
  };

/** One answer and one mention that wait for Elder, who reads for Wren. */
async function read() {
  const place = await aShelteredPlace();
  const { world, crow, topic } = place;
  await withReader(place);
  await world.post(crow, topic, { to: 1, body: "An answer" });
  await world.post(crow, topic, { body: "A call to @Wren" });
  return place;
}

test("an established member is asked by name, and says yes or no", async () => {
  const { world, wren, elder } = await aShelteredPlace();
  expect((await change(world, wren, { deed: "ask", reader: " élder " })).status).toBe(303);
  expect(await newsOf(world, elder)).toEqual(["reader-asked"]);
  expect((await own(world, elder)).reads).toMatchObject([{ name: "Wren", as: "asked" }]);
  expect((await readPage(world, elder, wren)).data).toMatchObject({ as: "asked", name: "Wren", things: [] });
  expect((await sort(world, elder, wren, { deed: "decline" })).status).toBe(303);
  expect((await own(world, wren)).names[0]!.reader).toEqual({ name: "Elder", state: "declined" });
  expect((await readPage(world, elder, wren)).status).toBe(404);
  expect((await sort(world, elder, wren, { deed: "accept" })).status).toBe(404);
  expect(await world.read.$count(ties)).toBe(0);
});

test("before they say yes they see nothing of what is held, and sort nothing", async () => {
  const { world, wren, crow, elder, topic } = await aShelteredPlace();
  await world.post(crow, topic, { to: 1 });
  await change(world, wren, { deed: "ask", reader: "Elder" });
  expect(await waiting(world, elder, wren)).toEqual([]);
  const [row] = await heldRows(world);
  expect((await sort(world, elder, wren, { deed: "pass", held: toLink(row!.id) })).status).toBe(404);
});

test("passed on, it's ordinary news and folded no more; set aside or marked, it stays theirs to open", async () => {
  const { world, wren, elder } = await read();
  const before = await newsOf(world, wren);
  const [answer, mention] = await waiting(world, elder, wren);
  expect([answer!.kind, mention!.kind].sort()).toEqual(["mention", "reply"]);
  await sort(world, elder, wren, { deed: "pass", held: answer!.link });
  expect(await newsOf(world, wren)).toEqual([...before, answer!.kind]);
  await sort(world, elder, wren, { deed: "to-report", held: mention!.link });
  expect(await waiting(world, elder, wren)).toEqual([]);
  expect(await heldRows(world)).toMatchObject([{ kind: mention!.kind, state: "to-report" }]);
  expect((await sort(world, elder, wren, { deed: "pass", held: mention!.link })).status).toBe(409);
  expect(await world.read.$count(reports)).toBe(0);
});

test("requests are never the reader's to see or to sort", async () => {
  const { world, wren, elder } = await read();
  const { holdBack } = await import("~/safety/shelter/hold-back.server");
  const request = { pseudonymId: wren.pseudonymId, kind: "circle-invitation", spaceId: 7 } as const;
  await world.site.database.transaction((tx) => holdBack(tx, [request], world.now));
  expect(await waiting(world, elder, wren)).toHaveLength(2);
  const row = (await heldRows(world)).find(({ kind }) => kind === "circle-invitation")!;
  expect((await sort(world, elder, wren, { deed: "aside", held: toLink(row.id) })).status).toBe(409);
});

test("it ends with shelter: at its hour, when it's ended early, when the reader stops or is let go", async () => {
  for (const ends of [
    async ({ world }: { world: World }) => aWeekLater(world),
    async ({ world, wren }: Awaited<ReturnType<typeof read>>) => change(world, wren, { deed: "end" }),
    async ({ world, wren }: Awaited<ReturnType<typeof read>>) => change(world, wren, { deed: "dismiss" }),
    async ({ world, wren, elder }: Awaited<ReturnType<typeof read>>) => sort(world, elder, wren, { deed: "decline" }),
    async ({ world, wren }: Awaited<ReturnType<typeof read>>) => change(world, wren, { deed: "ask", reader: "Moss" }),
  ]) {
    const place = await read();
    const { world, wren, elder } = place;
    const [first] = await waiting(world, elder, wren);
    await ends(place);
    expect((await readPage(world, elder, wren)).status).toBe(404);
    expect((await sort(world, elder, wren, { deed: "pass", held: first!.link })).status).toBe(404);
    expect((await own(world, elder)).reads).toEqual([]);
  }
});

test("a new shelter after that asks its reader anew", async () => {
  const { world, wren, elder } = await read();
  await change(world, wren, { deed: "end" });
  await change(world, wren, { deed: "begin", hours: "24" });
  expect((await readPage(world, elder, wren)).status).toBe(404);
});

test("nobody else reads: strangers, another member's reader, guests, a suspended reader, the owner under another name", async () => {
  const { world, wren, moss, crow, elder } = await read();
  const oak = await world.member("Oak", { standing: "established" });
  await change(world, moss, { deed: "begin", hours: "24" });
  await change(world, moss, { deed: "ask", reader: "Oak" });
  await sort(world, oak, moss, { deed: "accept" });
  const [row] = await heldRows(world);
  for (const who of [moss, crow, oak, wren]) {
    expect((await readPage(world, who, wren)).status).toBe(404);
    expect((await sort(world, who, wren, { deed: "pass", held: toLink(row!.id) })).status).toBe(404);
  }
  // A reader's own page reaches nothing that is held from somebody else.
  expect((await sort(world, oak, moss, { deed: "pass", held: toLink(row!.id) })).status).toBe(409);
  expect((await readPage(world, null, wren)).status).toBe(401);
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: elder.pseudonymId,
      caseId: 1,
      kind: "suspension",
      agreement: "no-slurs",
      agreementVersion: 1,
      reasons: "…",
      started: world.now,
      until: plus(world.now, DAY),
    }),
  );
  expect((await readPage(world, elder, wren)).status).toBe(404);
});

test("asking tells nothing about whoever is asked: their standing, their age, that they turned away", async () => {
  const { world, wren, crow, elder, moss } = await aShelteredPlace();
  const young = await world.member("Sprout", { standing: "established", younger: true });
  const { turnAway } = await import("~/relations/turn-away.server");
  const block = { deed: "block", pseudonymId: wren.pseudonymId } as const;
  await turnAway(world.site, await world.viewer(elder), block, world.now);
  const answers = [];
  for (const who of [crow, moss, young, elder]) {
    answers.push([await change(world, wren, { deed: "ask", reader: who.name }), await own(world, wren)]);
    if (who !== moss) expect(await newsOf(world, who)).not.toContain("reader-asked");
  }
  const told = answers.map((one) => JSON.stringify(one).replace(/Crow|Moss|Sprout|Elder/g, "them"));
  expect(new Set(told).size).toBe(1);
  expect((await readPage(world, crow, wren)).status).toBe(404);
  expect((await readPage(world, young, wren)).status).toBe(404);
});

test("nobody can be asked who isn't there, who is oneself, or while no shelter is on", async () => {
  const { world, wren } = await aShelteredPlace();
  expect((await change(world, wren, { deed: "ask", reader: "Nobody" })).status).toBe(404);
  expect((await change(world, wren, { deed: "ask", reader: "Heron" })).status).toBe(422);
  await change(world, wren, { deed: "end" });
  expect((await change(world, wren, { deed: "ask", reader: "Elder" })).status).toBe(409);
});

test("the reader learns the sheltered name, and no other of theirs", async () => {
  const { world, wren, crow, elder, topic } = await read();
  await world.post(crow, topic, { to: 1, body: "Somebody, again" });
  const heron = (await world.viewer(wren)).pseudonyms[1]!;
  const seen = JSON.stringify([await readPage(world, elder, wren), await own(world, elder)]);
  expect(seen).toContain("Wren");
  for (const secret of ["Heron", toLink(heron.id), toLink(wren.accountId)]) expect(seen).not.toContain(secret);
});

test("the reader sees no post of a space that they can't enter", async () => {
  const { world, wren, crow, elder, topic } = await read();
  const { posts } = await import("#db/schema");
  await world.post(crow, topic, { to: 1, body: "Taken back" });
  await world.site.database.transaction((tx) =>
    tx.update(posts).set({ state: "hidden" }).where(eq(posts.body, "Taken back")),
  );
  expect(JSON.stringify(await waiting(world, elder, wren))).not.toContain("Taken back");
});

test("whoever reads for somebody never decides a case of theirs, under whichever name they read", async () => {
  const { world, wren, crow, topic } = await aShelteredPlace();
  const sage = await world.member("Sage", { offices: ["moderator"], standing: "established", alsoAs: ["Juniper"] });
  const rue = await world.member("Rue", { offices: ["moderator"] });
  const bad = await world.post(crow, topic, { to: 1, body: "Something" });
  const { caseId } = await report(world, wren, bad.id);
  expect(await dealtTo(world, caseId)).toContain(sage.pseudonymId);
  await change(world, wren, { deed: "ask", reader: "Juniper" });
  expect((await sort(world, sage, wren, { deed: "accept" })).status).toBe(303);
  expect(await dealtTo(world, caseId)).toEqual([rue.pseudonymId]);
  aWeekLater(world);
  const worse = await world.post(crow, topic, { to: 1, body: "Something worse" });
  const later = await report(world, wren, worse.id, { conduct: "threat" });
  expect(await dealtTo(world, later.caseId)).not.toContain(sage.pseudonymId);
  expect(await world.read.$count(cases)).toBeGreaterThan(0);
});

test("who leaves for good reads for nobody and is sheltered no more", async () => {
  const { world, wren, elder } = await read();
  const all = { answers: "erase", topics: "erase", gatherings: "erase" } as never;
  await leaveForGood(world.site, await world.viewer(elder), all, world.now);
  expect(await shelterRows(world)).toMatchObject([{ readerPseudonymId: null, reader: null }]);
  expect(await world.read.$count(ties)).toBe(0);
  await leaveForGood(world.site, await world.viewer(wren), all, world.now);
  expect(await shelterRows(world)).toEqual([]);
  expect(await heldRows(world)).toEqual([]);
});

test("a burned name is sheltered no more, and read for by nobody", async () => {
  const { world, wren, elder } = await read();
  await burnName(world.site, await world.viewer(wren), 1, world.now);
  expect((await readPage(world, elder, wren)).status).toBe(404);
  expect(await shelterRows(world)).toEqual([]);
});
