import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCodename, readTyped, readWords, words } from "~/accounts/codename.server";
import { createIdleTimes } from "~/accounts/idle-times";
import { drawRecoveryCode, inGroups, readRecoveryCode } from "~/accounts/recovery-code.server";
import { tokenIn } from "~/accounts/sessions.server";

const codename = fc.array(fc.constantFrom(...words), { minLength: 7, maxLength: 7 });
const spacing = fc.constantFrom(" ", "  ", "\t", "\u00a0", "-", ", ", ". ", "\n", "");
const scrambled = fc
  .tuple(codename, fc.array(spacing, { minLength: 7, maxLength: 7 }), fc.boolean())
  .map(([seven, gaps, loud]) => ({
    seven,
    typed: seven.map((word, i) => (loud ? word.toUpperCase() : word) + gaps[i]).join(""),
  }));

describe("a codename", () => {
  test("is drawn from at least 7,300 different words, none of which begins another", () => {
    const sorted = [...words].sort();
    expect(words.length).toBeGreaterThanOrEqual(7300);
    expect(new Set(words).size).toBe(words.length);
    expect(sorted.filter((word, i) => i > 0 && word.startsWith(sorted[i - 1]!))).toEqual([]);
  });

  test("has seven words of the list, and another one each time", () => {
    const drawn = Array.from({ length: 200 }, drawCodename);
    expect(drawn.every((seven) => seven.length === 7 && seven.every((word) => words.includes(word)))).toBe(true);
    expect(new Set(drawn.map(String)).size).toBe(200);
  });

  test("is drawn evenly: every tenth of the list comes up about as often", () => {
    const rank = new Map(words.map((word, i) => [word, i]));
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 3000; i++)
      for (const word of drawCodename()) tenths[Math.floor((rank.get(word)! * 10) / words.length)]!++;
    // 2,100 expected in each; the standard deviation is 43, so that chance reaches the bounds once in 10^9 runs.
    for (const count of tenths) expect(Math.abs(count - 2100)).toBeLessThan(280);
  });

  test("is read whatever its capitals and spacing", () => {
    fc.assert(
      fc.property(scrambled, ({ seven, typed }) => {
        expect(readWords(typed)).toEqual(seven);
      }),
    );
  });

  test("is understood in two fields, or whole in either one", () => {
    fc.assert(
      fc.property(codename, (seven) => {
        const wanted = { name: seven.slice(0, 2).join(" "), secret: seven.slice(2).join(" ") };
        expect(readTyped(wanted.name, wanted.secret)).toEqual(wanted);
        expect(readTyped(seven.join("-"), "")).toEqual(wanted);
        expect(readTyped("", seven.join(" ").toUpperCase())).toEqual(wanted);
        expect(readTyped(wanted.name, seven.join(" "))).toEqual(wanted);
      }),
    );
  });

  test("no text breaks the reader, and a slip in a letter isn't forgiven", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), fc.string({ maxLength: 600 }), (name, secret) => {
        const typed = readTyped(name, secret);
        expect(typed.name.length).toBeLessThanOrEqual(200);
      }),
    );
    expect(readWords("abacus abdomin")).toBeNull();
    expect(readWords("a".repeat(501))).toBeNull();
    expect(readWords(words.slice(0, 8).join(" "))).toBeNull();
  });
});

describe("a recovery code", () => {
  test("is read whatever its capitals, grouping and look-alikes", () => {
    fc.assert(
      fc.property(fc.constant(null).map(drawRecoveryCode), fc.boolean(), (code, low) => {
        const typed = inGroups(code)
          .replace(/0/g, "o")
          .replace(/1/g, low ? "l" : "I");
        expect(readRecoveryCode(low ? typed.toLowerCase() : ` ${typed} `)).toBe(code);
      }),
    );
  });

  test("no text breaks the reader", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
        const code = readRecoveryCode(typed);
        expect(code === null || /^[0-9A-HJKMNP-TV-Z]{24}$/.test(code)).toBe(true);
      }),
    );
    expect(readRecoveryCode("U".repeat(24))).toBeNull();
    expect(readRecoveryCode("0".repeat(23))).toBeNull();
  });

  test("stands in six groups of four", () => {
    expect(inGroups("0123456789ABCDEFGHJKMNPQ")).toBe("0123-4567-89AB-CDEF-GHJK-MNPQ");
  });
});

test("a cookie's token is forty plain characters or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (header) => {
      const token = tokenIn(header);
      expect(token === null || /^[a-z0-9]{40}$/.test(token)).toBe(true);
    }),
  );
});

test("idle times forget whoever was used longest ago when they are full", () => {
  const idle = createIdleTimes(2);
  const start = new Date("2026-05-04T13:00:00Z");
  for (const id of ["a", "b", "c"]) idle.use(id, start);
  expect(idle.rested(new Date("2026-05-04T14:00:00Z"))).toEqual(["b", "c"]);
});
