import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { circleMembers, matches, notifications, pseudonyms, publicLog, spaces } from "#db/schema";
import { answerMatch } from "~/journal/match/answer-match.server";
import { requireMatch } from "~/journal/match/match-queries.server";
import { writeInMatch } from "~/journal/match/write-in-match.server";
import { toLink } from "~/platform/ids";
import { findSpace } from "~/spaces/space-queries.server";
import type { Person } from "../../support/world";
import { aMatch } from "./those-who-name";

/** A match, and what its five can do in it. */
async function inside() {
  const all = await aMatch();
  const { world, match, keeper } = all;
  return {
    ...all,
    says: async (who: Person, answer: "yes" | "no", slot = 1) =>
      answerMatch(
        world.site,
        await world.viewer(who),
        { match, ...(answer === "yes" ? { answer, slot } : { answer }) },
        world.now,
      ),
    writes: async (who: Person, words: string) =>
      writeInMatch(world.site, await world.viewer(who), { match, words }, world.now),
    sees: async (who: Person) => requireMatch(world.read, await keeper(who), toLink(match), world.now),
  };
}

test("what one writes the others read under an alias, and nothing else of whoever wrote it", async () => {
  const { world, five, writes, sees } = await inside();
  const [ana, ben] = five;
  expect(await writes(ana!, "Is anybody there?")).toEqual({ ok: true });
  expect(await writes(ben!, "Yes.")).toEqual({ ok: true });
  const [mine, theirs] = [await sees(ana!), await sees(ben!)];
  expect(mine.alias).not.toBe(theirs.alias);
  expect(mine.said.map(({ own, words }) => [own, words])).toEqual([
    [true, "Is anybody there?"],
    [false, "Yes."],
  ]);
  expect(theirs.said.map(({ alias }) => alias)).toEqual([mine.alias, theirs.alias]);
  const told = JSON.stringify(theirs);
  for (const secret of [ana!.name, String(ana!.accountId), String(ana!.pseudonymId)])
    expect(told).not.toContain(secret);
  expect(theirs.name).toBe("lighthouse project");
  const all = JSON.stringify(await world.read.select().from(matches));
  expect(all).not.toContain("lighthouse");
});

test("a no and a silence look alike to the others, and a yes does, too", async () => {
  const { five, says, sees } = await inside();
  const before = await sees(five[4]!);
  await says(five[0]!, "no");
  await says(five[1]!, "yes");
  expect(await sees(five[4]!)).toEqual(before);
  expect((await sees(five[0]!)).answer).toBe("no");
});

test("a circle opens when all five say yes: under the names they chose, all hosts, and the match is gone", async () => {
  const { world, five, says, writes, counts } = await inside();
  await writes(five[0]!, "Shall we?");
  await says(five[0]!, "no");
  for (const one of five.slice(0, 4)) expect(await says(one, "yes")).toEqual({ ok: true, opened: null });
  expect(await world.read.$count(spaces)).toBe(0);
  const last = await says(five[4]!, "yes");
  if (!last.ok || last.opened === null) throw new Error("no circle");
  const members = await world.read.select().from(circleMembers);
  expect(members.map(({ pseudonymId }) => pseudonymId).sort()).toEqual(five.map((one) => one.pseudonymId).sort());
  expect(members.every(({ state, host }) => state === "in" && host)).toBe(true);
  expect(await counts()).toEqual({ namings: 0, voices: 0, messages: 0 });
  const [space] = await world.read.select().from(spaces);
  expect(space).toMatchObject({ kind: "circle", slug: last.opened });
  expect(JSON.stringify(space)).not.toMatch(/lighthouse/i);
  const steward = await world.member("Oak", { offices: ["steward"] });
  expect(await findSpace(world.read, await world.viewer(steward), last.opened)).toBeNull();
  expect(await findSpace(world.read, await world.viewer(five[1]!), last.opened)).not.toBeNull();
  expect(await world.read.$count(publicLog), "no log tells that a match led to a circle").toBe(0);
  const news = await world.read.select().from(notifications);
  expect(news.map(({ kind, accountId }) => [kind, accountId])).toEqual(five.map(() => ["circle-opened", null]));
});

test("five yeses at once open one circle", async () => {
  const { world, five, says } = await inside();
  const done = await Promise.all(five.map((one) => says(one, "yes")));
  expect(done.filter((one) => one.ok && one.opened !== null)).toHaveLength(1);
  expect(await world.read.$count(spaces)).toBe(1);
});

test("one changes to no before the last yes: nothing opens", async () => {
  const { world, five, says } = await inside();
  for (const one of five.slice(0, 4)) await says(one, "yes");
  await says(five[0]!, "no");
  expect(await says(five[4]!, "yes")).toEqual({ ok: true, opened: null });
  expect(await world.read.$count(spaces)).toBe(0);
});

test("whose chosen name has been burned since is asked again, and no other name of theirs goes in", async () => {
  const { world, five, says, sees } = await inside();
  for (const one of five.slice(0, 4)) await says(one, "yes");
  await world.site.database.transaction((tx) =>
    tx.update(pseudonyms).set({ state: "burned" }).where(eq(pseudonyms.id, five[0]!.pseudonymId)),
  );
  expect(await says(five[4]!, "yes")).toEqual({ ok: true, opened: null });
  expect(await world.read.$count(circleMembers)).toBe(0);
  expect(await sees(five[0]!)).toMatchObject({ answer: null, seen: false });
  expect(await sees(five[1]!)).toMatchObject({ answer: "yes" });
});

test("nobody says yes under a name that isn't theirs, or that speaks no more", async () => {
  const { five, says } = await inside();
  expect(await says(five[0]!, "yes", 2)).toMatchObject({ reason: "invalid" });
  expect(await says(five[0]!, "yes", -1)).toMatchObject({ reason: "invalid" });
});

test("ten messages a day, and then a pause", async () => {
  const { five, writes } = await inside();
  for (let i = 0; i < 10; i++) expect(await writes(five[0]!, `${i}`)).toEqual({ ok: true });
  expect(await writes(five[0]!, "one more")).toMatchObject({ reason: "limited" });
  expect(await writes(five[1]!, "another's")).toEqual({ ok: true });
});
