import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseDeals, cases, gatherings, offices, posts, spaces, topics } from "#db/schema";
import { openDemo } from "~/demo/open-demo.server";
import { demoPeople } from "~/demo/people";
import { openWorld } from "../support/world";

test("the demo has people, spaces of the three kinds, talk in two languages, one open case and one coming gathering", async () => {
  const world = await openWorld();
  const codenames = await openDemo(world.site, world.now);
  expect(codenames.map(({ role }) => role)).toEqual(["survivor", "moderator", "organizer"]);
  for (const { words } of codenames) expect(words).toHaveLength(7);
  const kinds = (await world.read.select({ kind: spaces.kind }).from(spaces)).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["open", "members", "circle"]));
  const languages = (await world.read.select({ language: topics.language }).from(topics)).map((row) => row.language);
  expect(new Set(languages)).toEqual(new Set(["en", "es"]));
  expect(await world.read.$count(posts)).toBeGreaterThan(12);
  expect((await world.read.select({ state: cases.state }).from(cases)).map(({ state }) => state)).toEqual(["open"]);
  const [gathering] = await world.read.select().from(gatherings).where(eq(gatherings.state, "planned"));
  expect(gathering!.starts.getTime()).toBeGreaterThan(world.now.getTime());
  const [dealt, moderators] = [
    await world.read.$count(caseDeals),
    await world.read.$count(offices, eq(offices.office, "moderator")),
  ];
  expect([dealt, moderators]).toEqual([2, 2]);
  expect(demoPeople.length).toBe(new Set(demoPeople.map(({ name }) => name)).size);
}, 30_000);
