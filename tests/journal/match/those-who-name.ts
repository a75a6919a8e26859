import { eq } from "drizzle-orm";
import { matchMessages, matchVoices, namings, sanctions } from "#db/schema";
import { drawOwnKey } from "~/accounts/own-key/wraps.server";
import type { Standing } from "~/accounts/viewer";
import { readNamings } from "~/journal/match/match-queries.server";
import { nameOrganisation } from "~/journal/match/name-organisation.server";
import { tellFive } from "~/journal/match/tell-five.server";
import { fromLink, newId } from "~/platform/ids";
import { DAY } from "~/platform/time";
import { openWorld, type Person } from "../../support/world";

export const ORGANISATION = "The Lighthouse Project, Inc.";

/** After so long every naming has rested, on whichever day its week began. */
export const RESTED = 15 * DAY;

type About = { standing?: Standing; branch?: number; alsoAs?: string[]; younger?: boolean; offices?: ["moderator"] };

/** A community in which organisations are named. All keep their journals under one key, which tells nothing here. */
export async function aCommunity() {
  const world = await openWorld();
  const key = drawOwnKey();
  let arrived = 0;
  const { read } = world;

  /** Somebody established who shares nothing with anybody, but for what is said. */
  const person = (name: string, about: About = {}) => {
    arrived++;
    return world.member(name, { standing: "established", branch: arrived, weeksHere: 20 + 10 * arrived, ...about });
  };
  const keeper = async (who: Person) => ({ viewer: await world.viewer(who), key });
  const names = async (who: Person, name = ORGANISATION) =>
    nameOrganisation(world.site, await keeper(who), { name }, world.now);
  const reads = async (who: Person) => readNamings(read, await keeper(who), world.now);
  /** Which matches somebody is in. */
  const matchesOf = async (who: Person) => (await reads(who)).matches.map(({ link }) => fromLink(link)!);

  return {
    world,
    key,
    person,
    keeper,
    names,
    reads,
    matchesOf,
    as: (who: Person) => ({ as: who, proved: true, ownKey: key }),
    /** Several such people, each of whom has named it. */
    async some(count: number, about: About = {}, called = "Person") {
      const people: Person[] = [];
      for (let i = 0; i < count; i++) {
        const one = await person(`${called} ${"abcdefghkmprst"[i % 14]}${"w".repeat(i / 14)}`, about);
        const named = await names(one);
        if (!named.ok) throw new Error(named.reason);
        people.push(one);
      }
      return people;
    },
    /** Lets all rest, and the hour's job run; answers who has heard of others. */
    async rest(people: Person[]) {
      await tellFive(world.site, world.later(RESTED));
      const told: Person[] = [];
      for (const one of people) if ((await matchesOf(one)).length) told.push(one);
      return told;
    },
    async sanction(who: Person, kind: "warning" | "mute" | "suspension" = "suspension") {
      await world.site.database.transaction((tx) =>
        tx.insert(sanctions).values({
          pseudonymId: who.pseudonymId,
          caseId: newId(),
          kind,
          agreement: "x",
          agreementVersion: 1,
          reasons: "",
          started: world.now,
        }),
      );
    },
    counts: async () => ({
      namings: await read.$count(namings),
      voices: await read.$count(matchVoices),
      messages: await read.$count(matchMessages),
    }),
    voicesOf: (matchId: number) => read.select().from(matchVoices).where(eq(matchVoices.matchId, matchId)),
  };
}

/** Five who were told of each other. */
export async function aMatch() {
  const all = await aCommunity();
  const five = await all.some(5);
  if ((await all.rest(five)).length !== 5) throw new Error("no match");
  const [match] = await all.matchesOf(five[0]!);
  return { ...all, five, match: match! };
}
