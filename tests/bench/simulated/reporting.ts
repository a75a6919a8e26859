import { eq } from "drizzle-orm";
import { cases, posts, reports } from "#db/schema";
import { listQueue } from "~/cases/queue-queries.server";
import { HOUR, MINUTE } from "~/platform/time";
import type { Chance } from "../../support/crowds";
import { createTally, ordinaryHours, report } from "./ordinary";
import { buckets, type Deed, openPlace, percentile, stepsSaid, type Told } from "./place";

/** Fifty accounts of one branch report three posts of one member as threats and outing, within half an hour. */
export async function massReporting(random: Chance): Promise<Told> {
  const place = await openPlace(random);
  const { read } = place.site.database;
  const tally = createTally();
  for (let i = 0; i < 12; i++) await place.topic(place.people[21 + 2 * i]!, new Date("2026-05-03T12:00:00Z"));
  const begins = 19 * HOUR;
  const target = place.people[501]!;
  const three: number[] = [];
  for (let i = 0; i < 3; i++) {
    const done = await place.post(target, place.topics[i]!.id, new Date(place.start - (i + 1) * HOUR));
    if (done.ok) three.push(done.postId);
  }
  const attackers = await Promise.all(Array.from({ length: 50 }, () => place.person("member", { branch: 99 })));
  const minutes = buckets(30, MINUTE);
  const filing: number[] = [];
  const storm: Deed[] = attackers.flatMap((who) =>
    three.map((postId) => {
      const at = begins + random.below(30 * MINUTE);
      return {
        at,
        act: async (now: Date) => {
          const began = performance.now();
          const done = await report(place, who, postId, now, random.pick(["threat", "outing", "slur"]));
          filing.push(performance.now() - began);
          minutes.add(at - begins, done.ok);
        },
      };
    }),
  );
  await place.live(ordinaryHours(place, random, tally, 0, 19), { end: begins - 1, every: 20 * MINUTE });
  place.reads.length = 0;
  const casesBefore = await read.$count(cases);
  await place.live([...storm, ...ordinaryHours(place, random, tally, begins, 10)], {
    end: begins + 16 * HOUR,
    from: begins,
  });
  const hidden = (await Promise.all(three.map((id) => read.$count(posts, eq(posts.id, id))))).length
    ? (await read.select({ id: posts.id, state: posts.state }).from(posts)).filter(
        ({ id, state }) => three.includes(id) && state !== "visible",
      ).length
    : 0;
  const own = (await read.select({ caseId: reports.caseId, subjectId: reports.subjectId }).from(reports)).filter(
    ({ subjectId }) => three.includes(subjectId),
  );
  const queue = await listQueue(read, place.people[1]!.viewer, new Date(place.start + begins + HOUR));
  const voices = Math.max(0, ...queue.map((one) => one.voices));
  const { highest, over } = stepsSaid(place, begins);
  const opened = (await read.$count(cases)) - casesBefore;
  await place.close();
  return {
    name: "d: 50 report one member",
    achieved: `${own.length} reports in ${new Set(own.map(({ caseId }) => caseId)).size} cases, weighed as ${voices} voice${voices === 1 ? "" : "s"}; ${hidden} of 3 posts hidden; ${highest}`,
    noticed: `${tally.said()}; a report takes ${percentile(filing, 0.99).toFixed(0)} ms (p99) in the storm; ${opened} cases in all since`,
    over,
    p99: `${percentile(place.reads, 0.99).toFixed(1)} ms a topic page's reading`,
    series: { unit: "min", through: minutes.through, refused: minutes.refused },
  };
}
