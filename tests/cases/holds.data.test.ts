import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases, evidence, legalHolds, publicLog } from "#db/schema";
import { countHolds, listHolds } from "~/cases/holds/hold-queries.server";
import { confirmHold, liftHold, placeHold } from "~/cases/holds/place-hold.server";
import { caseNumberIn } from "~/cases/holds/rules";
import { newId, toLink } from "~/platform/ids";
import { DAY } from "~/platform/time";
import { sweep } from "~/retention/sweep.server";
import { aCommunity } from "../support/quarantine";
import { report } from "../support/reporting";
import type { Person, World } from "../support/world";

const words = { reason: "A court in Oaxaca asks for zebra-letter", reference: "zebra-77/2026" };
const place = async (world: World, who: Person, caseId: number) =>
  placeHold(world.site, await world.viewer(who), { caseId, ...words }, world.now);
const held = async (world: World, who: Person) => listHolds(world.read, await world.viewer(who), world.now);

/** Two closed cases, whose sealed copies are past their time tomorrow. */
async function twoClosed(about: Parameters<typeof aCommunity>[0] = {}) {
  const setting = await aCommunity(about);
  const { world, survivor, post, bad } = setting;
  const [one, neighbour] = [await report(world, survivor, post.id), await report(world, survivor, bad.id)];
  await world.site.database.transaction((tx) => tx.update(cases).set({ state: "closed", closed: world.now }));
  const left = async () =>
    [one, neighbour].map(async ({ caseId }) => world.read.$count(evidence, eq(evidence.caseId, caseId)));
  return {
    ...setting,
    caseId: one.caseId,
    later: async (days: number) => {
      world.later(days * DAY);
      expect((await sweep(world.site, world.now)).failed).toEqual([]);
      return Promise.all(await left());
    },
  };
}

test("a hold keeps one case's copies and no others; once lifted they go with the next sweep", async () => {
  const { world, stewards, caseId, later } = await twoClosed({ stewards: 1 });
  expect(await place(world, stewards[0]!, caseId)).toEqual({ ok: true });
  expect(await later(91)).toEqual([1, 0]);
  expect(await later(300)).toEqual([1, 0]);
  const [hold] = await held(world, stewards[0]!);
  expect(hold).toMatchObject({ state: "in-force", case: toLink(caseId), ...words });
  const [row] = await world.read.select().from(legalHolds);
  expect(await liftHold(world.site, await world.viewer(stewards[0]!), row!.id, world.now)).toEqual({ ok: true });
  expect(await later(0)).toEqual([0, 0]);
  // Its words go as well, 90 days later.
  await later(91);
  expect(await world.read.$count(legalHolds)).toBe(0);
});

test("with another steward it holds for a week, and longer only when they agree", async () => {
  const { world, stewards, caseId, later } = await twoClosed();
  const [oak, rowan] = stewards;
  world.later(89 * DAY);
  await place(world, oak!, caseId);
  const [row] = await world.read.select().from(legalHolds);
  expect(row?.state).toBe("waiting");
  expect(await later(2)).toEqual([1, 0]);
  const again = await confirmHold(world.site, await world.viewer(oak!), row!.id, world.now);
  expect(again).toEqual({ ok: false, reason: "not-allowed" });
  expect(await later(6)).toEqual([0, 0]);
  expect(await confirmHold(world.site, await world.viewer(rowan!), row!.id, world.now)).toMatchObject({ ok: false });

  const other = await twoClosed();
  await place(other.world, other.stewards[0]!, other.caseId);
  const [waiting] = await other.world.read.select().from(legalHolds);
  const second = await other.world.viewer(other.stewards[1]!);
  expect(await confirmHold(other.world.site, second, waiting!.id, other.world.now)).toEqual({ ok: true });
  expect(await other.later(200)).toEqual([1, 0]);
});

test("the public log says that there is a hold and not of what; the reason is sealed", async () => {
  const { world, stewards, caseId } = await twoClosed({ stewards: 1 });
  await place(world, stewards[0]!, caseId);
  const [entry] = (await world.read.select().from(publicLog)).filter(({ act }) => act === "hold-placed");
  expect(entry).toMatchObject({ office: "steward", details: {} });
  const [row] = await world.read.select().from(legalHolds);
  expect(Buffer.from(row!.sealed).includes("zebra")).toBe(false);
  expect(await countHolds(world.read, world.now)).toBe(1);
});

test("a steward in conflict with a case, a moderator and a member meet no hold and no case", async () => {
  const { world, stewards, moderators, survivor, harasser, topic } = await twoClosed();
  const [oak, rowan] = stewards;
  const own = await world.post(oak!, topic, { body: "Mine" });
  const { caseId } = await report(world, survivor, own.id);
  for (const who of [oak!, moderators[0]!, survivor, harasser])
    expect(await place(world, who, caseId)).toEqual({ ok: false, reason: "not-found" });
  expect(await place(world, rowan!, newId())).toEqual({ ok: false, reason: "not-found" });
  expect(await place(world, rowan!, caseId)).toEqual({ ok: true });
  expect(await place(world, rowan!, caseId)).toEqual({ ok: false, reason: "already-done" });
  expect(await held(world, oak!)).toEqual([]);
  const [row] = await world.read.select().from(legalHolds);
  // Nobody keeps or lets go of what is about themselves.
  for (const deed of [liftHold, confirmHold])
    expect(await deed(world.site, await world.viewer(oak!), row!.id, world.now)).toMatchObject({ reason: "not-found" });
});

test("a case can be named by its address or its number", () => {
  for (const typed of ["abc", "/moderation/cases/abc", "https://forum.example/moderation/cases/abc?decided#x", "abc/"])
    expect(caseNumberIn(typed)).toBe("abc");
  expect(caseNumberIn("///")).toBe("");
});
