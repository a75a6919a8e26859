import fc from "fast-check";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { openTallies } from "#db/tallies.pg";
import { openWhispers } from "#db/whispers.pg";
import { agreeOnSecrets } from "~/limits/agreed-secrets.server";
import { type Count, memoryCounters } from "~/limits/counters";
import { jointCounters } from "~/limits/joint-counters.server";
import { DAY, HOUR, MINUTE, plus, SECOND } from "~/platform/time";
import { freshDatabase } from "../support/database";

const start = new Date("2026-05-04T13:47:31.123Z");
const key = Buffer.alloc(32, 7);
const aCount = (more: Partial<Count> = {}): Count => ({ key: "k", most: 3, within: MINUTE, ...more });

/** Where Postgres is; null on SQLite, on which there is one process, and nothing to share. */
const place = async () => (await freshDatabase()).url;

async function open(url: string) {
  const tallies = await openTallies(url);
  onTestFinished(() => tallies.close());
  return tallies;
}

async function rowsAt(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select * from limit_tallies");
  const [kind] = (await client.query("select relpersistence from pg_class where relname = 'limit_tallies'")).rows;
  await client.end();
  return { rows: rows as { key: string; tally: Buffer; until: Date }[], kind: kind.relpersistence as string };
}

test("shared counters count exactly as those in memory, whatever the clock does", async () => {
  const url = await place();
  if (!url) return;
  const tallies = await open(url);
  const step = fc.record({
    gap: fc.integer({ min: -2 * MINUTE, max: 2 * MINUTE }),
    keys: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
    slow: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await tallies.empty();
      const [shared, memory] = [jointCounters(tallies, () => key), memoryCounters()];
      let now = start;
      for (const { gap, keys, slow } of steps) {
        now = plus(now, gap);
        const counts = keys.map((one) => aCount({ key: one, most: 2, ...(slow ? { slowTo: 42 * SECOND } : {}) }));
        expect(await shared.take(counts, now)).toEqual(await memory.take(counts, now));
      }
    }),
    { numRuns: 25 },
  );
});

test("many at the same moment, in two processes, are never more than the limit", async () => {
  const url = await place();
  if (!url) return;
  const both = [jointCounters(await open(url), () => key), jointCounters(await open(url), () => key)];
  const counts = (i: number) => {
    const two = [aCount({ key: "x", most: 5 }), aCount({ key: "y", most: 8 })];
    return i % 2 ? two : two.reverse();
  };
  const tries = await Promise.all(Array.from({ length: 40 }, (_, i) => both[i % 2]!.take(counts(i), start)));
  expect(tries.filter((met) => met === null)).toHaveLength(5);
});

test("the same key twice in one deed is no hindrance", async () => {
  const url = await place();
  if (!url) return;
  const shared = jointCounters(await open(url), () => key);
  const twice = [aCount({ most: 4 }), aCount({ most: 4 })];
  expect(await shared.take(twice, start)).toBeNull();
  expect(await shared.take(twice, start)).toBeNull();
  expect(await shared.take(twice, start)).toMatchObject({ index: 0 });
});

test("a copy of the disk shows neither who nor when: unlogged rows under HMACs, sealed, with the hour they may go", async () => {
  const url = await place();
  if (!url) return;
  const tallies = await open(url);
  const shared = jointCounters(tallies, () => key);
  await shared.take([aCount({ key: "write-post:0:account:12345" })], start);
  const { rows, kind } = await rowsAt(url);
  expect(kind).toBe("u");
  expect(rows).toHaveLength(1);
  expect(rows[0]!.key).toMatch(/^[\w-]{43}$/);
  expect(rows[0]!.until).toEqual(new Date("2026-05-04T14:00:00Z"));
  const time = Buffer.from(new Float64Array([start.getTime()]).buffer);
  expect(rows[0]!.tally.includes(time)).toBe(false);
  await shared.take([aCount({ key: "write-post:0:account:12345" })], start);
  expect((await rowsAt(url)).rows[0]!.tally.equals(rows[0]!.tally)).toBe(false);
  await tallies.sweep(plus(start, HOUR));
  expect((await rowsAt(url)).rows).toEqual([]);
});

test("a store that is away is said to be, and breaks nothing", async () => {
  const url = await place();
  if (!url) return;
  const tallies = await openTallies(url);
  await tallies.close();
  await expect(jointCounters(tallies, () => key).take([aCount()], start)).rejects.toThrow();
});

test("processes agree on what they count under; whoever comes when nobody is left draws anew", async () => {
  const url = await place();
  if (!url) return;
  let now = start;
  let drawn = 0;
  const join = () =>
    agreeOnSecrets({
      open: (hearing) => openWhispers(url, hearing),
      clock: () => now,
      onDrawn: async () => void drawn++,
    });
  const [one, two] = await Promise.all([join(), join()]);
  const first = one.secrets();
  expect(two.secrets()).toEqual(first);
  expect(drawn).toBe(1);

  // The one who drew goes; the other still knows, and tells whoever comes.
  await one.close();
  const three = await join();
  expect(three.secrets()).toEqual(first);

  // A day later there is another salt, the same for both, and the counts stay.
  now = plus(now, DAY);
  await two.renew();
  await three.renew();
  await two.renew();
  expect(three.secrets().salt).not.toEqual(first.salt);
  expect(three.secrets()).toEqual(two.secrets());
  expect(three.secrets().counts).toEqual(first.counts);

  await two.close();
  await three.close();
  const four = await join();
  expect(four.secrets().counts).not.toEqual(first.counts);
  expect(drawn).toBe(2);
  await four.close();
});

test("what is said between them opens for nobody who listens, and nonsense is nobody's", async () => {
  const url = await place();
  if (!url) return;
  const heard: string[] = [];
  const spy = await openWhispers(url, { hear: (words) => void heard.push(words), lost: () => {} });
  const join = () =>
    agreeOnSecrets({ open: (hearing) => openWhispers(url, hearing), clock: () => start, onDrawn: async () => {} });
  const one = await join();
  for (const words of ["", "no JSON", "null", "{}", '{"ask":"AAAA"}', '{"to":"x","from":"y","sealed":"z"}'])
    await spy.say(words);
  const two = await join();
  expect(two.secrets()).toEqual(one.secrets());
  expect(heard.some((words) => words.includes("sealed"))).toBe(true);
  const { counts, salt } = one.secrets();
  for (const words of heard)
    for (const secret of [counts, salt])
      for (const form of ["base64", "base64url", "hex"] as const) expect(words).not.toContain(secret.toString(form));
  for (const open of [one, two, spy]) await open.close();
});
