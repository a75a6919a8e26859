import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint, randomToken, sameText, seal, sha256, unseal } from "~/platform/keys.server";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.constantFrom("", "a".repeat(60), "a".repeat(61)),
);

describe("sealing", () => {
  test("what was sealed opens for its purpose and place", () => {
    fc.assert(
      fc.property(text, text, (plain, bound) => {
        expect(unseal("evidence", seal("evidence", plain, bound), bound)).toBe(plain);
      }),
    );
  });

  test("it opens for no other purpose and at no other place", () => {
    fc.assert(
      fc.property(text, text, text, (plain, bound, other) => {
        const sealed = seal("evidence", plain, bound);
        expect(() => unseal("gathering-mask", sealed, bound)).toThrow();
        if (other !== bound) expect(() => unseal("evidence", sealed, other)).toThrow();
      }),
    );
  });

  test("one changed bit, anywhere, and it doesn't open", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(7), (plain, place, bit) => {
        const sealed = seal("evidence", plain);
        sealed[place % sealed.length]! ^= 1 << bit;
        expect(() => unseal("evidence", sealed)).toThrow();
      }),
    );
  });

  test("cut short or grown, it doesn't open", () => {
    const sealed = seal("evidence", "words");
    for (let length = 0; length < sealed.length; length++)
      expect(() => unseal("evidence", sealed.subarray(0, length)), `${length} bytes`).toThrow();
    expect(() => unseal("evidence", Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow();
  });

  test("its length tells the plain text's only in steps of 64 bytes", () => {
    const lengths = new Set(Array.from({ length: 61 }, (_, i) => seal("evidence", "x".repeat(i)).length));
    expect(lengths.size).toBe(1);
    expect(seal("evidence", "x".repeat(61)).length).toBe([...lengths][0]! + 64);
  });

  test("the same text sealed twice looks like two different ones", () => {
    expect(seal("evidence", "words").equals(seal("evidence", "words"))).toBe(false);
  });
});

test("fingerprints meet for equal texts of one purpose only", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(fingerprint("limits", a)).toMatch(/^[\w-]{43}$/);
      expect(fingerprint("limits", a) === fingerprint("limits", b)).toBe(a === b);
      expect(fingerprint("limits", a)).not.toBe(fingerprint("sign-in-name", a));
    }),
  );
});

test("equality in constant time is equality", () => {
  fc.assert(fc.property(text, text, (a, b) => sameText(a, b) === (a === b)));
  expect(sameText("same", "same")).toBe(true);
});

test("tokens are random and of the length asked for; digests are the known ones", () => {
  expect(randomToken(24)).toMatch(/^[\w-]{32}$/);
  expect(new Set(Array.from({ length: 500 }, () => randomToken(16))).size).toBe(500);
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
