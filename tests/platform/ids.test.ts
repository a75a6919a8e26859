import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLink, newId, toLink } from "~/platform/ids";

const anId = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, 31, 32, 2 ** 32, 2 ** 53 - 1));

test("every id has one link, and every link leads back to its id", () => {
  fc.assert(
    fc.property(anId, (id) => {
      expect(toLink(id)).toMatch(/^[0-9a-hjkmnp-tv-z]{11}$/);
      expect(fromLink(toLink(id))).toBe(id);
    }),
  );
});

test("two ids never share a link", () => {
  fc.assert(fc.property(anId, anId, (a, b) => (toLink(a) === toLink(b)) === (a === b)));
});

test("whatever reads as an id is the very text that the id is written as", () => {
  const nearly = fc.string({
    unit: fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyziloABCZ-_. %é"),
    maxLength: 13,
  });
  fc.assert(
    fc.property(fc.oneof(nearly, fc.string(), fc.string({ unit: "binary" })), (text) => {
      const id = fromLink(text);
      if (id !== null) expect(toLink(id)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["nothing", undefined],
  ["an empty text", ""],
  ["capitals", "0000000000A"],
  ["letters that look like digits", "0000000000o"],
  ["one digit too few", "0000000000"],
  ["one digit too many", "000000000000"],
  ["a number beyond all ids", "zzzzzzzzzzz"],
  ["the first number beyond all ids", "80000000000"],
  ["a space", " 0000000000"],
  ["a minus", "-0000000001"],
  ["a whole book", "0".repeat(100_000)],
])("%s is no id", (_, text) => expect(fromLink(text)).toBeNull());

test("new ids are whole, safe, all different, and spread over the whole range", () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(ids.every((id) => Number.isSafeInteger(id) && id >= 0)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  const eighths = new Set(ids.map((id) => Math.floor(id / 2 ** 50)));
  expect(eighths.size).toBe(8);
});
