import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { sanctions, sessions } from "#db/schema";
import { proofCookie } from "~/accounts/proof.server";
import { streamOf } from "~/platform/http/rendered-page.server";
import { DAY, HOUR, MINUTE, plus } from "~/platform/time";
import { burnName } from "~/retention/burn-name.server";
import { askForArchive, fetchArchive } from "~/retention/export/take-along.server";
import * as page from "~/routes/me.export";
import * as archive from "~/routes/me.export_.archive";
import { call } from "../../support/call";
import { openWorld, type Person, type World } from "../../support/world";
import { unpack } from "./unpack";

async function community() {
  const world = await openWorld();
  const alder = await world.member("Alder", { alsoAs: ["Grey Heron"] });
  await world.topic(alder, await world.space("open"), { body: "words of Alder" });
  return { world, alder };
}

const press = (world: World, as: Person, of = "all") => call(world, page.action, { as, proved: true, form: { of } });
const fetchAt = (world: World, as: Person, url: string) => call(world, archive.loader, { as, proved: true, url });

/** The archive as it would be sent; the route's own answer is empty until the server takes the stream. */
async function begin(world: World, person: Person, gone = new AbortController().signal) {
  const viewer = await world.viewer(person);
  const asked = await askForArchive(world.site, viewer, null, world.now);
  if (!asked.ok) return asked;
  return fetchArchive(world.site, viewer, { ticket: asked.ticket, language: "en", gone }, world.now);
}

test("the page asks for the secret first, and counts what is in it", async () => {
  const { world, alder } = await community();
  expect((await call(world, page.loader)).status).toBe(401);
  expect((await call(world, archive.loader)).status).toBe(401);
  const asked = await call(world, page.loader, { as: alder, url: "/me/export" });
  expect([asked.status, asked.headers.get("location")]).toEqual([303, "/me/confirm?back=%2Fme%2Fexport"]);
  expect((await call(world, page.action, { as: alder, form: { of: "all" } })).status).toBe(401);
  const seen = await call(world, page.loader, { as: alder, proved: true });
  expect(seen.data).toMatchObject({ names: [{ slot: 1 }, { slot: 2 }], burned: false });
  const { parts } = seen.data as { parts: { name: string; count: number }[] };
  expect(parts.find(({ name }) => name === "posts")).toEqual({ name: "posts", count: 1 });
});

test("a press hands out a ticket, and the ticket an archive under a name that tells nothing", async () => {
  const { world, alder } = await community();
  const pressed = await press(world, alder);
  expect(pressed.status).toBe(303);
  const url = pressed.headers.get("location")!;
  expect(url).toMatch(/^\/me\/export\/archive\?ticket=[\w-]+$/);
  const cookie = `session=${alder.token}; ${proofCookie(alder.sessionId, world.now).split(";")[0]}`;
  const request = new Request(`http://localhost${url}`, { headers: { cookie } });
  const context = { site: world.site, now: world.now, nonce: "", network: "" };
  const response = (await archive.loader({ request, params: {}, context })) as Response;
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="my-words-2026-05-04.zip"');
  const { all } = await unpack(await buffer(streamOf(response)!));
  expect(all).toContain("words of Alder");
});

test("the stream itself is the whole archive", async () => {
  const { world, alder } = await community();
  const begun = await begin(world, alder);
  if (!begun.ok) throw new Error(begun.reason);
  const { all, data } = await unpack(await buffer(begun.archive));
  expect(all).toContain("words of Alder");
  expect(data.of).toBe("all-names");
});

test("without a ticket of this session there is no archive, only the page", async () => {
  const { world, alder } = await community();
  const birch = await world.member("Birch");
  const url = (await press(world, alder)).headers.get("location")!;
  const lead = async (as: Person, at: string) => {
    const answer = await fetchAt(world, as, at);
    return [answer.status, answer.headers.get("location")];
  };
  const toPage = [303, "/me/export"];
  expect(await lead(birch, url)).toEqual(toPage);
  for (const at of [
    "/me/export/archive",
    `${url}x`,
    "/me/export/archive?ticket=",
    `/me/export/archive?ticket=${"a".repeat(5_000)}`,
  ])
    expect(await lead(alder, at)).toEqual(toPage);
  world.later(3 * MINUTE);
  expect(await lead(alder, url)).toEqual(toPage);
});

test("a choice that isn't there is asked for again", async () => {
  const { world, alder } = await community();
  for (const of of ["", "6", "-1", "everything", "1 ", "9".repeat(4_000)])
    expect((await press(world, alder, of)).status).toBe(422);
  expect((await press(world, alder, "3")).status).toBe(404);
  expect(await burnName(world.site, await world.viewer(alder), 2, world.now)).toEqual({ ok: true });
  expect((await press(world, alder, "2")).status).toBe(404);
  const seen = await call(world, page.loader, { as: alder, proved: true });
  expect(seen.data).toMatchObject({ names: [{ slot: 1 }], burned: true });
});

test("somebody who is suspended may take their words along", async () => {
  const { world, alder } = await community();
  await world.site.database.transaction((tx) =>
    tx.insert(sanctions).values({
      pseudonymId: alder.pseudonymId,
      caseId: 7,
      kind: "suspension",
      agreement: "kindness",
      agreementVersion: 1,
      reasons: "words about me",
      started: world.now,
    }),
  );
  const begun = await begin(world, alder);
  if (!begun.ok) throw new Error(begun.reason);
  expect((await unpack(await buffer(begun.archive))).data.parts.sanctions).toMatchObject([
    { reasons: "words about me" },
  ]);
});

test("six a day, then the page says when it goes on", async () => {
  const { world, alder } = await community();
  const statuses = [];
  for (let i = 0; i < 7; i++) statuses.push((await press(world, alder)).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429]);
  const refused = await press(world, alder);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  world.later(DAY + HOUR);
  await world.site.database.transaction((tx) => tx.update(sessions).set({ expires: plus(world.now, DAY) }));
  expect((await press(world, alder)).status).toBe(303);
});

test("two at a time in one process, one for an account; whoever goes away makes room", async () => {
  const { world, alder } = await community();
  const others = await Promise.all(["Birch", "Cedar"].map((name) => world.member(name)));
  const first = await begin(world, alder);
  if (!first.ok) throw new Error(first.reason);
  onTestFinished(() => void first.archive.destroy());
  expect((await begin(world, alder)).ok).toBe(false);
  const second = await begin(world, others[0]!);
  expect(second.ok).toBe(true);
  expect(await begin(world, others[1]!)).toMatchObject({ ok: false, reason: "overloaded" });
  const busy = await press(world, others[1]!);
  expect([busy.status, Number(busy.headers.get("retry-after")) > 0]).toEqual([503, true]);
  const gone = new Promise((resolve) => first.archive.once("close", resolve));
  first.archive.destroy();
  await gone;
  const third = await begin(world, others[1]!);
  expect(third.ok).toBe(true);
  for (const one of [second, third]) if (one.ok) one.archive.destroy();
});

test("an archive that nobody waits for any more is given up, and makes room at once", async () => {
  const { world, alder } = await community();
  const leaves = new AbortController();
  const begun = await begin(world, alder, leaves.signal);
  if (!begun.ok) throw new Error(begun.reason);
  const closed = new Promise((resolve) => begun.archive.once("close", resolve));
  leaves.abort();
  await closed;
  const left = await begin(world, alder, AbortSignal.abort());
  expect(left.ok && left.archive.destroyed).toBe(true);
});
