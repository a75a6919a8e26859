import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKeyOf } from "~/pseudonyms/name-key";
import { type NameProblem, problemOf, tidyName } from "~/pseudonyms/name-rules";
import { nameWords } from "~/pseudonyms/name-words";

test.each([
  "Quiet Alder",
  "María José",
  "Ñandú-7",
  "O’Brien",
  "Łukasz",
  "Тихая река",
  "Ήλιος",
  "Сокол",
  "静かな川",
  "نهر هادئ",
  "नदी",
  "St. Kilda",
  "Badminton",
])("%j can be a name", (name) => {
  expect(problemOf(tidyName(name), "Mossbank")).toBeNull();
});

const refusals: [string, NameProblem][] = [
  ["", "too-short"],
  ["a", "too-short"],
  ["42", "too-short"],
  ["- '", "too-short"],
  ["x".repeat(31), "too-long"],
  ["Quiet\u200bAlder", "hidden-signs"],
  ["Quiet\u202eredlA", "hidden-signs"],
  ["Quiet\u0000", "hidden-signs"],
  ["Quiet\u3164", "hidden-signs"],
  ["Quiet \u{e0041}Alder", "hidden-signs"],
  ["Quiet Аlder", "mixed-scripts"],
  ["Αlder", "mixed-scripts"],
  ["Quiet ★", "odd-signs"],
  ["🌲🌲", "odd-signs"],
  ["Alder 🌲", "odd-signs"],
  ["Qu\u0300\u0301\u0302\u0303iet", "odd-signs"],
  ["ɑlder", "odd-signs"],
  ["@alder", "points-outside"],
  ["alder@example.org", "points-outside"],
  ["alder.example", "points-outside"],
  ["t.me/alder", "points-outside"],
  ["Call 5550123", "points-outside"],
  ["Moderator", "staff"],
  ["Moderat0r", "staff"],
  ["The Admin", "staff"],
  ["Administración", "staff"],
  ["Mod", "staff"],
  ["M-o-d", "staff"],
  ["Steward Anna", "staff"],
  ["Understory", "staff"],
  ["Mossbank team", "staff"],
  ["Mossbank", "staff"],
  ["M0ssbank", "staff"],
  ["Reporter 1", "staff"],
  ["Сосо", "imitates"],
  ["Ηοορ", "imitates"],
];

test.each(refusals)("%j can't be a name: %s", (name, problem) => {
  expect(problemOf(tidyName(name), "Mossbank")).toBe(problem);
});

test.each([
  ["Quiet Alder", "quiet  alder"],
  ["Quiet Alder", "Qu1et A1der"],
  ["Quiet Alder", "QuietAlder"],
  ["María", "Maria"],
  ["Modern", "Modem"],
  ["сосо", "coco"],
  ["Savvy", "Sawy"],
  ["Groß", "Gross"],
])("%j and %j can be taken for each other", (one, other) => {
  expect(nameKeyOf(one)).toBe(nameKeyOf(other));
});

test("every proposed name can be used, and no two look alike", () => {
  for (const { first, second } of Object.values(nameWords)) {
    const names = first.flatMap((one) => second.map((two) => `${one} ${two}`));
    expect(names.filter((name) => problemOf(name, "Understory"))).toEqual([]);
    expect(new Set(names.map(nameKeyOf)).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(5000);
  }
});

test("no text breaks the rules, and what passes is short, visible and has a key", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 40 })), (typed) => {
      const name = tidyName(typed);
      if (problemOf(name, "Mossbank")) return;
      expect([...name].length).toBeLessThanOrEqual(30);
      expect(nameKeyOf(name)).not.toBe("");
    }),
    { numRuns: 2000 },
  );
});
