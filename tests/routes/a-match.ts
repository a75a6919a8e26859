import { matchVoices } from "#db/schema";
import { nameOrganisation } from "~/journal/match/name-organisation.server";
import { tellFive } from "~/journal/match/tell-five.server";
import { writeInMatch } from "~/journal/match/write-in-match.server";
import { DAY, plus } from "~/platform/time";
import type { Person, World } from "../support/world";

const ORGANISATION = `The ${"Unbreakable".repeat(6)} Project`;

/** A match in which somebody established is told of four others, one of whom wrote; and one more name that rests. */
export async function aMatch(world: World, one: Person, key: Buffer, words: string) {
  const five = [one];
  for (const [i, name] of ["Reed", "Rush", "Sedge", "Yarrow"].entries())
    five.push(await world.member(name, { standing: "established", branch: 300 + i, weeksHere: 300 + 9 * i }));
  const before = plus(world.now, -20 * DAY);
  for (const person of five) {
    const keeper = { viewer: await world.viewer(person), key };
    const named = await nameOrganisation(world.site, keeper, { name: ORGANISATION }, before);
    if (!named.ok) throw new Error(named.reason);
  }
  const own = { viewer: await world.viewer(one), key };
  await nameOrganisation(world.site, own, { name: "Another one" }, world.now);
  await tellFive(world.site, world.now);
  const [voice] = await world.read.select().from(matchVoices);
  if (!voice) throw new Error("no match");
  const match = voice.matchId;
  for (const person of [five[1]!, one])
    await writeInMatch(world.site, await world.viewer(person), { match, words }, world.now);
  return { match, others: five.slice(1) };
}
