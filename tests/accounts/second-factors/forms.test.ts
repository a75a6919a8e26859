import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCode, readNewKey, readSignature } from "~/accounts/second-factors/forms";

describe("a code that was typed", () => {
  test("is read whatever stands between its digits", () => {
    const between = fc.stringMatching(/^[ \u00a0\u200b.\-–\t]{0,5}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}$/), fc.array(between, { minLength: 7, maxLength: 7 }), (code, gaps) => {
        const typed = gaps.map((gap, i) => gap + (code[i] ?? "")).join("");
        expect(readCode(typed)).toBe(code);
      }),
    );
    expect(readCode("１２３４５６"), "as a Japanese keyboard writes it").toBe("123456");
  });

  test("is six digits or nothing, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (typed) => {
        expect(readCode(typed) ?? "000000").toMatch(/^[0-9]{6}$/);
      }),
      { numRuns: 1_000 },
    );
    for (const no of ["", "12345", "1234567", "12345a", "٣٤٥٦٧٨", `123456${" ".repeat(100)}`])
      expect(readCode(no)).toBe(null);
  });
});

const base64url = fc.stringMatching(/^[\w-]{1,60}$/);
const signature = fc.record({
  id: base64url,
  rawId: base64url,
  type: fc.constant("public-key"),
  response: fc.record({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

describe("what a browser hands over of a passkey", () => {
  test("is read without what nobody needs", () => {
    const more = fc.dictionary(
      fc.stringMatching(/^[a-z]{3,9}$/).filter((key) => key !== "type"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(signature, more, (sent, extra) => {
        const text = JSON.stringify({ ...extra, ...sent, response: { ...sent.response, userHandle: "me" } });
        expect(readSignature(text)).toEqual(sent);
      }),
    );
  });

  test("never throws and never lets anything else through", () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      signature.map((one) => JSON.stringify(one).slice(1)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(readSignature(text)).toBe(null);
        expect(readNewKey(text)).toBe(null);
      }),
    );
  });

  test.each([
    ["a field that is missing", (sent: Sent) => ({ ...sent, response: {} })],
    ["another type", (sent: Sent) => ({ ...sent, type: "password" })],
    ["signs that base64url has not", (sent: Sent) => ({ ...sent, id: "a+b/c=" })],
    ["something huge", (sent: Sent) => ({ ...sent, id: "x".repeat(100_000) })],
    ["a list where a text should be", (sent: Sent) => ({ ...sent, rawId: ["abc"] })],
  ])("%s is refused", (_, change) => {
    const sent = fc.sample(signature, 1)[0]!;
    expect(readSignature(JSON.stringify(sent))).toEqual(sent);
    expect(readSignature(JSON.stringify(change(sent)))).toBe(null);
  });
});

type Sent = Record<string, unknown>;
