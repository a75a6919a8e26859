import { DAY, HOUR, MINUTE } from "~/platform/time";
import type { Chance } from "../../support/crowds";
import { arrive, createTally, ordinaryHours } from "./ordinary";
import { buckets, type Deed, openPlace, percentile, type Someone, stepsSaid, type Told } from "./place";

const RAIDERS = 300;

/** On the ninth evening three hundred with invitations come from as many networks within an hour, and write as much as they can for six. */
export async function aRaid(random: Chance): Promise<Told> {
  const place = await openPlace(random);
  const [before, during] = [createTally(), createTally()];
  for (let i = 0; i < 12; i++) await place.topic(place.people[21 + 2 * i]!, new Date("2026-05-03T12:00:00Z"));
  const begins = 2 * DAY + 19 * HOUR;
  const hours = buckets(24, 15 * MINUTE);
  const inside: Someone[] = [];
  let written = 0;
  let afterRaise = 0;
  const raid: Deed[] = Array.from({ length: RAIDERS }, (_, i) => {
    let own: Someone | null = null;
    const comes = begins + random.below(HOUR);
    const tries = Array.from({ length: 72 }, (_, n) => ({
      at: comes + (n + 1) * 5 * MINUTE,
      act: async (now: Date) => {
        if (!own) return;
        const done =
          n % 6 === 0 ? await place.topic(own, now) : await place.post(own, place.topics.at(-1 - (n % 5))!.id, now);
        hours.add(now.getTime() - begins - place.start, done.ok);
        if (done.ok) written += 1;
        if (done.ok && place.site.shield.now.step > 0) afterRaise += 1;
      },
    }));
    const join = async (now: Date) => {
      const come = await place.comeIn(`raider ${i}`, now);
      hours.add(now.getTime() - begins - place.start, typeof come !== "string");
      if (typeof come === "string") return;
      own = come;
      inside.push(come);
    };
    return [{ at: comes, act: join }, ...tries];
  }).flat();
  const invited = [10, 25, 40, 55].map((minute) => ({
    at: begins + minute * MINUTE,
    act: (now: Date) => arrive(place, during, `guest ${minute}`, now),
  }));
  const quiet = ordinaryHours(place, random, before, 0, begins / HOUR);
  const meanwhile = ordinaryHours(place, random, during, begins, 24);
  await place.live(quiet, { end: begins - 1, every: 20 * MINUTE });
  place.reads.length = 0;
  await place.live([...raid, ...invited, ...meanwhile], { end: begins + DAY, from: begins });
  const { highest, over } = stepsSaid(place, begins);
  await place.close();
  return {
    name: "b: a raid of 300 in an hour",
    achieved: `${inside.length} of ${RAIDERS} came in; ${written} posts in 6 h (${afterRaise} under the shield); ${highest}`,
    noticed: during.said(),
    over,
    p99: `${percentile(place.reads, 0.99).toFixed(1)} ms a topic page's reading`,
    series: { unit: "15 min", ...hours },
  };
}
