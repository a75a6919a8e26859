import fc from "fast-check";
import { expect, test } from "vitest";
import { languageOfHeader } from "~/i18n/words.server";

test.each([
  [null, "en"],
  ["", "en"],
  ["es", "es"],
  ["es-MX,es;q=0.9,en;q=0.8", "es"],
  ["en-GB,en;q=0.9,es;q=0.8", "en"],
  ["fr,es;q=0.5", "es"],
  ["en;q=0.1,es;q=0.9", "es"],
  ["es;q=0,en;q=0.1", "en"],
  ["de", "en"],
  ["*", "en"],
  ["es_MX", "en"],
  ["es;q=banana", "en"],
])("a browser that asks for %j is answered in %s", (header, language) => {
  expect(languageOfHeader(header)).toBe(language);
});

test("whatever a browser asks for, it's answered in a language of ours", () => {
  const like = fc.string({ unit: fc.constantFrom(..."ens-ESxq=;,. 0.91*_\n\u0000ñ"), maxLength: 80 });
  fc.assert(
    fc.property(fc.oneof(like, fc.string(), fc.string({ unit: "binary" })), (header) =>
      ["en", "es"].includes(languageOfHeader(header)),
    ),
    { numRuns: 1_000 },
  );
  expect(languageOfHeader("es,".repeat(1_000_000))).toBe("es");
});
