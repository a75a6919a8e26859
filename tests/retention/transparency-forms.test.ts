import fc from "fast-check";
import { expect, test } from "vitest";
import { entryForm, MOST_WORDS } from "~/retention/transparency/forms";

const nothing = { what: "nothing", day: "2026-05-04", language: "en" };
const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\r", "\n", "a", "\u202e") }),
);

test("whatever is typed is either refused or clean text that means itself when it's sent again", () => {
  fc.assert(
    fc.property(anything, (words) => {
      const once = entryForm.safeParse({ ...nothing, words });
      if (!once.success) return;
      expect(once.data.words.length).toBeLessThanOrEqual(MOST_WORDS);
      expect(once.data.words).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\n{3}/u);
      expect(entryForm.parse({ ...nothing, words: once.data.words }).words).toBe(once.data.words);
    }),
    { numRuns: 1_000 },
  );
});

test("no field of any kind makes the form break", () => {
  const values = fc.oneof(anything, fc.constantFrom("request", "nothing", "correction", "2026-13-01", "0", "1e9"));
  const names = ["what", "kind", "country", "day", "words", "answer", "handed", "told", "language", "entry"] as const;
  const form = fc.dictionary(fc.constantFrom(...names), values);
  fc.assert(fc.property(form, (typed) => typeof entryForm.safeParse(typed).success === "boolean"));
});
