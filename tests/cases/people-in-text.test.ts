import fc from "fast-check";
import { expect, test } from "vitest";
import { addressIn, isName, runsIn } from "~/cases/room/people-in-text";

const isIn = (text: string, name: string) => runsIn(text).some((run) => isName(run, name));

test.each([
  ["Thorn did it again.", "Thorn"],
  ["That is Thorn's way", "Thorn"],
  ["(THORN)", "Thorn"],
  ["@thorn", "Thorn"],
  ["¿Y Ágata?", "Agata"],
  ["grey heron wrote", "Grey Heron"],
  ["Grey-Heron wrote", "Grey Heron"],
  ["GreyHeron wrote", "Grey Heron"],
  ["wren wrote", "wren"],
  ["O'Neil wrote", "O'Neil"],
  ["مريم كتبت", "مريم"],
  ["@hope", "Hope"],
  ["@the", "The"],
])("“%s” names %s", (text, name) => expect(isIn(text, name)).toBe(true));

test.each([
  ["I hope it rains", "Hope"],
  ["Thornbush, thorny, hawthorn", "Thorn"],
  ["the day was long", "Clay"],
  ["The case is for all", "The"],
  ["for all", "all"],
  ["grey, then a heron", "Grey Heron"],
  ["", "Thorn"],
])("“%s” doesn't name %s", (text, name) => expect(isIn(text, name)).toBe(false));

test.each([
  "/p/0123456789abc",
  "see https://understory.example/t/0123456789abc/3.",
  "/moderation/cases/0123456789abc",
  "/moderation/outside/0123456789abc",
  "/report?post=0123456789abc",
  "/reports/0123456789abc",
  "/statements/0123456789abc",
  "/DECISIONS/0123456789abc",
])("%s leads to somebody", (text) => expect(addressIn(text)).toBeDefined());

test.each(["/moderation/rota", "either/or", "1/2", "https://example.org/help", "/agreements#no-slurs"])(
  "%s leads to nobody",
  (text) => expect(addressIn(text)).toBeUndefined(),
);

test("whatever is written, every run stands in it and is as long as a name at most; a name in it is found", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const plain = text.normalize("NFC");
      for (const { said } of runsIn(text)) expect(plain).toContain(said);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), fc.string({ maxLength: 100 }), (before, after) => {
      expect(isIn(`${before} Thorn ${after}`, "Thorn")).toBe(true);
    }),
  );
});

test("a text as long as fits is gone through at once, however its words are made", () => {
  const runs = (text: string) => runsIn(text).length;
  expect(runs("a ".repeat(500))).toBeLessThan(100);
  expect(runs(Array.from({ length: 300 }, (_, i) => (i % 1000).toString(36)).join(" "))).toBeLessThan(10_000);
});
