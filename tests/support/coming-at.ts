import { eq } from "drizzle-orm";
import { cases, pileOnParts, pileOns } from "#db/schema";
import { lookForPileOn } from "~/cases/pile-ons/look-for-pile-on.server";
import { writePost } from "~/discussion/posts/write-post.server";
import { HOUR } from "~/platform/time";
import { nameNo } from "./many-names";
import { openWorld, type Person, type World } from "./world";

/** A survivor with a post in somebody else's topic, two moderators, and a crowd that has never met her. */
export async function aQuietPlace({ crowd = 12, branch = 7 as number | null, moderators = 2 } = {}) {
  const world = await openWorld();
  const handlers: Person[] = [];
  for (let i = 0; i < moderators; i++)
    handlers.push(await world.member(nameNo(900 + i), { offices: ["moderator"], branch: 90 + i, weeksHere: 90 + i }));
  const survivor = await world.member("Wren", { branch: 1, weeksHere: 20, alsoAs: ["Grey Heron"] });
  const host = await world.member("Lark", { branch: 2, weeksHere: 40 });
  const people: Person[] = [];
  for (let i = 0; i < crowd; i++)
    people.push(
      await world.member(nameNo(i), { branch: branch ?? 100 + i, weeksHere: 5 + i, standing: "established" }),
    );
  // Enough others that one branch isn't most of the community.
  for (let i = 0; i < 60; i++) await world.member(nameNo(300 + i), { branch: 300 + i, weeksHere: 100 + i });
  const space = await world.space("members");
  const topic = await world.topic(host, space, { title: "Housing" });
  const post = await world.post(survivor, topic, { body: "What I think of it" });
  world.later(10 * 24 * HOUR);
  // People who otherwise write here, too: not woken for anything.
  if (branch === null)
    for (const who of people) if (!(await writeAs(world, who, topic, undefined)).ok) throw new Error("can't write");
  world.later(7 * 24 * HOUR);
  return { world, handlers, survivor, host, people, space, topic, post };
}

/** Writes as somebody, at this very moment. */
export async function writeAs(
  world: World,
  who: Person,
  topic: { id: number },
  to: number | undefined,
  body = "And another thing",
) {
  return writePost(world.site, await world.viewer(who), { body, topic: topic.id, ...(to ? { to } : {}) }, world.now);
}

/** Everybody answers one post, five minutes apart. */
export async function comeAt(world: World, people: Person[], topic: { id: number }, to: number) {
  for (const who of people) {
    world.later(HOUR / 30);
    const written = await writeAs(world, who, topic, to);
    if (!written.ok) throw new Error(`${who.name} can't write: ${written.reason}`);
  }
}

export const look = (world: World, who: Person) => lookForPileOn(world.site, who.pseudonymId, world.now);

export const pileOnsOf = (world: World, who: Person) =>
  world.read.select().from(pileOns).where(eq(pileOns.targetPseudonymId, who.pseudonymId));
export const partsOf = (world: World, caseId: number) =>
  world.read.select().from(pileOnParts).where(eq(pileOnParts.caseId, caseId));
export const pileOnCases = (world: World) => world.read.select().from(cases).where(eq(cases.subjectKind, "pile-on"));
export const hoursLater = (world: World, hours: number) => world.later(hours * HOUR);
