import fc from "fast-check";
import { expect, test } from "vitest";
import { readChoice, readPreferences, writePreferences } from "~/accounts/preferences";

const nothing = { language: null, theme: null };

test.each([
  ["preferences=es.dark", { language: "es", theme: "dark" }],
  ["session=x; preferences=en.-; other=1", { language: "en", theme: null }],
  ["preferences=-.contrast", { language: null, theme: "contrast" }],
  ["preferences=-.-", nothing],
  ["preferences=fr.dark", { language: null, theme: "dark" }],
  ["preferences=es", nothing],
  ["xpreferences=es.dark", nothing],
  ["preferences=es.dark.more", nothing],
  ["", nothing],
  [null, nothing],
])("%s", (cookies, expected) => {
  expect(readPreferences(cookies)).toEqual(expected);
});

test("what is written is read again", () => {
  const language = fc.constantFrom("en", "es", null);
  const theme = fc.constantFrom("light", "dark", "contrast", null);
  fc.assert(
    fc.property(fc.record({ language, theme }), (chosen) => {
      const cookie = writePreferences(chosen, true);
      expect(readPreferences(cookie.split(";")[0]!)).toEqual(chosen);
      expect(cookie).toContain("; Secure");
    }),
  );
});

test("nothing in a cookie makes reading fail", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (cookies) => void readPreferences(cookies)));
});

function form(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test.each([
  [{ language: "es" }, { language: "es", theme: "dark" }],
  [{ theme: "light" }, { language: "en", theme: "light" }],
  [{ language: "browser", theme: "device" }, nothing],
  [{}, { language: "en", theme: "dark" }],
  [{ language: "klingon" }, null],
  [{ theme: "x".repeat(10_000) }, null],
])("choosing %o", (fields, expected) => {
  expect(readChoice(form(fields as Record<string, string>), { language: "en", theme: "dark" })).toEqual(expected);
});
