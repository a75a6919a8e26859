import fc from "fast-check";
import { expect, test } from "vitest";
import { independentVoices, type Origin } from "~/reports/independence";

const from = (branch: number | null, joinedWeek: number): Origin => ({ branch, joinedWeek });
const many = (n: number, make: (i: number) => Origin) => Array.from({ length: n }, (_, i) => make(i));

test.each<[string, Origin[], number]>([
  ["nobody", [], 0],
  ["one reporter", [from(1, 10)], 1],
  ["two who share nothing", [from(1, 10), from(2, 20)], 2],
  ["two of one branch, years apart", [from(1, 10), from(1, 200)], 1],
  ["two of one joining week, of different branches", [from(1, 10), from(2, 10)], 1],
  ["two without a branch, of different weeks", [from(null, 10), from(null, 20)], 2],
  ["two without a branch, of one week", [from(null, 10), from(null, 10)], 1],
  ["a chain: branch, then week, then branch", [from(1, 10), from(1, 20), from(2, 20), from(2, 30)], 1],
  ["three colluding newcomers who came in one week", [from(7, 50), from(8, 50), from(9, 50)], 1],
  ["an organised branch of fifty", many(50, (i) => from(3, i)), 1],
  ["an organised branch of fifty, and one who came alone", [...many(50, (i) => from(3, i)), from(4, 900)], 2],
  ["a real crowd", many(20, (i) => from(i, i)), 20],
])("%s", (_, origins, voices) => {
  expect(independentVoices(origins)).toBe(voices);
});

test("the order in which reports come changes nothing, and further ones of the same origin add nothing", () => {
  const origin = fc.record({ branch: fc.option(fc.nat(5)), joinedWeek: fc.nat(8) });
  fc.assert(
    fc.property(fc.array(origin, { maxLength: 12 }), (origins) => {
      const voices = independentVoices(origins);
      expect(independentVoices([...origins].reverse())).toBe(voices);
      expect(independentVoices([...origins, ...origins])).toBe(voices);
      expect(voices).toBeLessThanOrEqual(new Set(origins.map((one) => one.joinedWeek)).size);
    }),
  );
});
