import { signIn } from "~/accounts/sign-in.server";
import { HOUR, MINUTE, SECOND } from "~/platform/time";
import type { Chance } from "../../support/crowds";
import { createTally, ordinaryHours } from "./ordinary";
import { buckets, type Deed, openPlace, percentile, stepsSaid, type Told } from "./place";

/** Of the guesses that the limits let through every so many-th is really hashed: all of them would take the machine hours. */
const HASHED = 250;
/** Five words of 7,776: what somebody has to guess who knows the first two. */
const WORDS = 7_776 ** 5;

/** For an hour, from so many networks: every one tries every two seconds, a tenth of all tries at one member's name. */
export async function guessing(random: Chance, networks: number): Promise<Told> {
  const place = await openPlace(random, 200);
  const { site } = place;
  const tally = createTally();
  for (let i = 0; i < 12; i++) await place.topic(place.people[21 + 2 * i]!, new Date("2026-05-03T12:00:00Z"));
  const begins = 19 * HOUR;
  const minutes = buckets(60, MINUTE);
  let through = 0;
  let atOne = 0;
  let inside = 0;
  const waits: number[] = [];
  // A try that must wait is made again when the wait is over: whoever waits politely gets the most.
  const deeds: Deed[] = [];
  const attack = async () => {
    const free = Array<number>(networks).fill(begins);
    for (let at = begins; at < begins + HOUR; at += SECOND) {
      for (let n = 0; n < networks; n++) {
        if (free[n]! > at) continue;
        const one = n % 10 === 0;
        const name = one ? "the very one" : `name ${random.below(1_000_000)}`;
        const now = new Date(place.start + at);
        const pace = await site.limits.take("sign-in", { typed: name, network: `bot ${n}` }, now);
        minutes.add(at - begins, pace.ok);
        free[n] = at + (pace.ok ? 2 : pace.reason === "limited" ? pace.pace.retryAfterSeconds : 60) * SECOND;
        if (!pace.ok) continue;
        site.shield.note("sign-in-failures", `bot ${n}`, now);
        if (one) atOne += 1;
        if (through++ % HASHED) continue;
        const network = `sampled ${n}`;
        const done = await signIn(site, { name, secret: "five words of nobody here", ownDevice: false, network }, now);
        if (done.ok) inside += 1;
      }
      if (at % (5 * MINUTE) === 0) {
        const typed = await site.limits.take(
          "sign-in",
          { typed: "the very one", network: "her own" },
          new Date(place.start + at),
        );
        waits.push(!typed.ok && typed.reason === "limited" ? typed.pace.retryAfterSeconds : 0);
        await place.live([], { end: at, from: at });
      }
      if (at % (20 * SECOND) === 0) await place.read(place.topics[0]!.id);
    }
  };
  await attack();
  deeds.push(...ordinaryHours(place, random, tally, begins + HOUR, 8));
  await place.live(deeds, { end: begins + 10 * HOUR, from: begins + HOUR });
  const { highest, over } = stepsSaid(place, begins);
  await place.close();
  return {
    name: `c: guessing from ${networks} network${networks > 1 ? "s" : ""}`,
    achieved: `${through} guesses in an hour, ${atOne} at one name; ${inside} right; at that pace ${yearsFor(atOne)} years for an even chance at it; ${highest}`,
    noticed: `whoever owns that name waits ${percentile(waits, 0.5)} s (at most ${Math.max(...waits)} s), and recovers at once; everybody else: ${tally.said()}`,
    over,
    p99: `${percentile(place.reads, 0.99).toFixed(1)} ms a topic page's reading`,
    series: { unit: "min", ...{ through: minutes.through, refused: minutes.refused } },
  };
}

const yearsFor = (anHour: number) => (WORDS / 2 / Math.max(1, anHour) / 24 / 365).toExponential(0);
