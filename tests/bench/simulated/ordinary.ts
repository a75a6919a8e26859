import { intoCase } from "~/cases/into-case.server";
import { HOUR, MINUTE, SECOND } from "~/platform/time";
import { fileReport } from "~/reports/file-report.server";
import { findPostItem } from "~/reports/find-item.server";
import { reportForm } from "~/reports/forms";
import type { Chance } from "../../support/crowds";
import type { Deed, Place, Someone } from "./place";

/** What ordinary people met: tries, and refusals by deed, reason and standing. */
export function createTally() {
  const refusals = new Map<string, number>();
  let tries = 0;
  return {
    refusals,
    get tries() {
      return tries;
    },
    met(deed: string, who: string, done: { ok: boolean; reason?: string }) {
      tries += 1;
      if (done.ok) return;
      const key = `${deed} (${who}): ${done.reason}`;
      refusals.set(key, (refusals.get(key) ?? 0) + 1);
    },
    said() {
      const all = [...refusals.values()].reduce((sum, n) => sum + n, 0);
      const which = [...refusals].map(([key, n]) => `${n} × ${key}`).join("; ");
      return `${all} of ${tries} refused${which ? `: ${which}` : ""}`;
    },
  };
}

export type Tally = ReturnType<typeof createTally>;

/** How lively an hour (UTC) is, as a share of the liveliest: quiet nights, and an evening. */
const LIVELY = [2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 6, 5, 5, 6, 7, 8, 10, 10, 9, 7, 4].map((n) => n / 10);

/** Hours of an ordinary community of a thousand, from `from` on: talks that come in bursts, new topics, reports, slips at the key. */
export function ordinaryHours(place: Place, random: Chance, tally: Tally, from: number, hours: number): Deed[] {
  const { people, topics, site } = place;
  const someone = () => people[Math.floor(people.length * random.next() ** 1.5)]!;
  const deeds: Deed[] = [];
  const at = (time: number, act: (now: Date) => Promise<unknown>) => deeds.push({ at: time, act });
  for (let hour = 0; hour < hours; hour++) {
    const began = from + hour * HOUR;
    const lively = LIVELY[new Date(began).getUTCHours()]!;
    const times = (most: number) => Math.floor(most * lively * (0.5 + random.next()) + random.next());
    for (let i = times(1.5); i > 0; i--) {
      const who = someone();
      at(began + random.below(HOUR), async (now) =>
        tally.met("start-topic", who.standing, await place.topic(who, now)),
      );
    }
    for (let i = times(8); i > 0; i--) {
      // Somebody sits down and answers here and there, seldom faster than one writes.
      const who = someone();
      let time = began + random.below(HOUR);
      for (let n = random.between(1, who.standing === "newcomer" ? 3 : 6); n > 0; n--) {
        const place_ = Math.floor(random.next() ** 2 * 12);
        at(time, async (now) => {
          const topic = topics.at(-1 - Math.min(place_, topics.length - 1))!;
          tally.met("write-post", who.standing, await place.post(who, topic.id, now));
          await place.read(topic.id);
        });
        time += random.between(40, 400) * SECOND;
      }
    }
    for (let i = times(40); i > 0; i--) {
      const who = someone();
      const network = `home ${who.viewer.accountId % 400}`;
      at(began + random.below(HOUR), async (now) => {
        for (let slips = random.happens(0.12) ? random.between(1, 3) : 0; slips >= 0; slips--) {
          const typed = `name ${who.viewer.accountId}`;
          tally.met("sign-in", who.standing, await site.limits.take("sign-in", { typed, network }, now));
          if (slips > 0) site.shield.note("sign-in-failures", network, now);
        }
      });
    }
    for (let i = times(0.6); i > 0; i--)
      at(began + random.below(HOUR), async (now) => {
        const who = someone();
        tally.met(
          "file-report",
          who.standing,
          await report(place, who, topics.at(-1 - random.below(Math.min(20, topics.length)))!.postId, now),
        );
      });
    for (let i = times(20); i > 0; i--) {
      const { viewer, standing } = someone();
      at(began + random.below(HOUR), async (now) => {
        tally.met("search", standing, await site.limits.take("search", { account: viewer.accountId, standing }, now));
      });
    }
    if (random.happens(0.15 * lively))
      at(
        began + random.below(HOUR),
        async (now) => void (await arrive(place, tally, `home ${random.below(9_999)}`, now)),
      );
  }
  return deeds;
}

/** Somebody comes in by an invitation and writes a first post. */
export async function arrive(place: Place, tally: Tally, network: string, now: Date): Promise<Someone | null> {
  const come = await place.comeIn(network, now);
  tally.met("join", "invited", typeof come === "string" ? { ok: false, reason: come } : { ok: true });
  if (typeof come === "string") return null;
  place.people.push(come);
  const topic = place.topics.at(-1)!;
  tally.met("write-post", "newcomer", await place.post(come, topic.id, new Date(now.getTime() + 10 * MINUTE)));
  return come;
}

/** A workshop whose room joins together over one line, says hello in one thread, and is answered. */
export function aWorkshop(place: Place, random: Chance, tally: Tally, at: number): Deed[] {
  const guests = random.between(4, 9);
  return Array.from({ length: guests }, (_, i) => ({
    at: at + i * 4 * MINUTE,
    act: (now: Date) => arrive(place, tally, `workshop ${at}`, now),
  }));
}

/** A live evening: twenty-five people talk in one topic for an hour. */
export function anEvening(place: Place, random: Chance, tally: Tally, at: number): Deed[] {
  const guests = Array.from({ length: 25 }, () => random.pick(place.people));
  return guests.flatMap((who) =>
    Array.from({ length: random.between(2, 10) }, () => ({
      at: at + random.below(HOUR),
      act: async (now: Date) =>
        tally.met("write-post", who.standing, await place.post(who, place.topics.at(-1)!.id, now)),
    })),
  );
}

export async function report(place: Place, who: Someone, postId: number, now: Date, conduct = "slur") {
  const item = await findPostItem(place.site.database.read, who.viewer, postId);
  if (!item) return { ok: false as const, reason: "not seen" };
  const done = await fileReport(place.site, who.viewer, reportForm.parse({ conduct }), item, intoCase, now);
  // Nobody reports their own post.
  return !done.ok && done.reason === "own-thing" ? { ok: true as const } : done;
}
