import { DAY, HOUR, MINUTE } from "~/platform/time";
import type { Chance } from "../../support/crowds";
import { anEvening, aWorkshop, createTally, ordinaryHours } from "./ordinary";
import { buckets, openPlace, percentile, stepsSaid, type Told } from "./place";

/** Thirty days of a thousand members: two workshops and an evening a week. */
export async function aMonth(random: Chance): Promise<Told> {
  const place = await openPlace(random);
  const tally = createTally();
  const days = buckets(30, DAY);
  for (let i = 0; i < 12; i++) await place.topic(place.people[21 + 2 * i]!, new Date("2026-05-03T12:00:00Z"));
  const weekly = [0, 1, 2, 3].flatMap((week) => [
    ...aWorkshop(place, random, tally, (week * 7 + random.below(5)) * DAY + 15 * HOUR),
    ...aWorkshop(place, random, tally, (week * 7 + random.below(5)) * DAY + 17 * HOUR),
    ...anEvening(place, random, tally, (week * 7 + 5) * DAY + 19 * HOUR),
  ]);
  const all = [...ordinaryHours(place, random, tally, 0, 30 * 24), ...weekly].map((deed) => ({
    at: deed.at,
    act: async (now: Date) => {
      const before = [...tally.refusals.values()].reduce((sum, n) => sum + n, 0);
      await deed.act(now);
      days.add(deed.at, [...tally.refusals.values()].reduce((sum, n) => sum + n, 0) === before);
    },
  }));
  await place.live(all, { end: 30 * DAY, every: 20 * MINUTE });
  const { highest, over } = stepsSaid(place, 0);
  await place.close();
  return {
    name: "a: an ordinary month of 1,000",
    achieved: `nobody attacks; the shield took ${highest}`,
    noticed: tally.said(),
    over,
    p99: `${percentile(place.reads, 0.99).toFixed(1)} ms a topic page's reading`,
    series: { unit: "day", ...days },
  };
}
