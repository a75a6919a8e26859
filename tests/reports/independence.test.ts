import fc from "fast-check";
import { expect, test } from "vitest";
import { arrivalBursts } from "~/reports/arrival-bursts";
import { independentVoices, type Origin } from "~/reports/independence";

const from = (branch: number | null, joinedWeek: number, more: Partial<Origin> = {}): Origin => ({
  branch,
  joinedWeek,
  ...more,
});
const many = (n: number, make: (i: number) => Origin) => Array.from({ length: n }, (_, i) => make(i));
const close = (id: number) => ({ id, size: 8 });
const loose = (id: number) => ({ id, size: 40 });
const large = (id: number) => ({ id, size: 400 });

test.each<[string, Origin[], number]>([
  ["nobody", [], 0],
  ["one reporter", [from(1, 10)], 1],
  ["two who share nothing", [from(1, 10), from(2, 20)], 2],
  ["two of one branch, years apart", [from(1, 10), from(1, 200)], 1],
  ["two of one joining week, of different branches", [from(1, 10), from(2, 10)], 1],
  ["two without a branch, of different weeks", [from(null, 10), from(null, 20)], 2],
  ["two without a branch, of one week", [from(null, 10), from(null, 10)], 1],
  [
    "two of one arrival burst, in its first and its third week",
    [from(1, 10, { burst: 10 }), from(2, 12, { burst: 10 })],
    1,
  ],
  ["two of different bursts", [from(1, 10, { burst: 10 }), from(2, 40, { burst: 40 })], 2],
  ["two who share a close circle", [from(1, 10, { circles: [close(5)] }), from(2, 20, { circles: [close(5)] })], 1],
  ["two who share a circle of forty", [from(1, 10, { circles: [loose(5)] }), from(2, 20, { circles: [loose(5)] })], 2],
  [
    "two who share two circles of forty",
    [from(1, 10, { circles: [loose(5), loose(6)] }), from(2, 20, { circles: [loose(6), loose(5), loose(7)] })],
    1,
  ],
  [
    "two who share what half of the community is in",
    [from(1, 10, { circles: [large(5), large(6)] }), from(2, 20, { circles: [large(5), large(6)] })],
    2,
  ],
  ["a chain: branch, then week, then branch", [from(1, 10), from(1, 20), from(2, 20), from(2, 30)], 1],
  ["three colluding newcomers who came in one week", [from(7, 50), from(8, 50), from(9, 50)], 1],
  [
    "three colluding newcomers who came in three weeks of one burst",
    many(3, (i) => from(7 + i, 50 + i, { burst: 50 })),
    1,
  ],
  [
    "three colluding newcomers who came months apart and meet in a circle",
    many(3, (i) => from(i, i * 9, { circles: [close(5)] })),
    1,
  ],
  ["an organised branch of fifty", many(50, (i) => from(3, i)), 1],
  ["an organised branch of fifty, and one who came alone", [...many(50, (i) => from(3, i)), from(4, 900)], 2],
  ["one person with five pseudonyms", many(5, () => from(null, 10, { account: 77 })), 1],
  [
    "five pseudonyms of one person, and somebody else",
    [...many(5, () => from(1, 10, { account: 77 })), from(2, 30, { account: 78 })],
    2,
  ],
  ["a real crowd", many(20, (i) => from(i, i, { account: i })), 20],
  [
    "a real crowd in which everybody is in the one large circle",
    many(20, (i) => from(i, i, { circles: [large(1)] })),
    20,
  ],
  [
    "a real crowd in which everybody has a close circle of their own",
    many(20, (i) => from(i, i, { circles: [close(i), loose(99)] })),
    20,
  ],
])("%s", (_, origins, voices) => {
  expect(independentVoices(origins)).toBe(voices);
});

test("the order in which reports come changes nothing, and further ones of the same origin add nothing", () => {
  const origin = fc.record({
    account: fc.option(fc.nat(9)),
    branch: fc.option(fc.nat(5)),
    joinedWeek: fc.nat(8),
    burst: fc.option(fc.nat(2)),
    circles: fc.array(fc.record({ id: fc.nat(6), size: fc.nat(100) }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(origin, { maxLength: 12 }), (origins) => {
      const voices = independentVoices(origins);
      expect(independentVoices([...origins].reverse())).toBe(voices);
      expect(independentVoices([...origins, ...origins])).toBe(voices);
      expect(voices).toBeLessThanOrEqual(new Set(origins.map((one) => one.joinedWeek)).size);
    }),
  );
});

test("ten thousand reports are counted within a second", () => {
  const began = performance.now();
  expect(independentVoices(many(10_000, (i) => from(i, i % 5_000)))).toBe(5_000);
  expect(performance.now() - began).toBeLessThan(1_000);
});

const arrivals = (...counts: number[]) =>
  new Map(counts.map((n, i) => [100 + i, n]).filter(([, n]) => n !== 0) as [number, number][]);

test.each<[string, number[], [number, number][]]>([
  ["a quiet community", [3, 2, 4, 3, 2, 5, 3], []],
  ["nobody at all", [], []],
  ["fifty in one week", [3, 2, 4, 3, 2, 50, 3], [[105, 105]]],
  [
    "a raid over a weekend and a Monday is one burst",
    [3, 2, 4, 3, 2, 30, 25, 3],
    [
      [105, 105],
      [106, 105],
    ],
  ],
  [
    "two raids are two bursts",
    [3, 2, 4, 3, 2, 30, 3, 30],
    [
      [105, 105],
      [107, 107],
    ],
  ],
  ["the founding weeks are no burst", [40, 35, 30, 32, 28, 30], []],
  ["seven after silence are too few to say", [1, 0, 0, 0, 0, 7], []],
  ["a community that grows is no burst", [3, 5, 8, 12, 18, 27, 40], []],
])("arrivals: %s", (_, counts, bursts) => {
  expect([...arrivalBursts(arrivals(...counts))]).toEqual(bursts);
});
