import fc from "fast-check";
import { expect, test } from "vitest";
import { drawTicket, openBranch, openPass, readTicket, sealPass, WAIT, WAY_IN } from "~/joining/open-door.server";
import { mayComeIn } from "~/joining/permissions";
import { checkWork } from "~/joining/work.server";
import { DAY, plus } from "~/platform/time";

const NOW = new Date("2026-05-04T13:47:31.123Z");
const pass = { once: "ticket" as const, value: "a place", until: plus(NOW, WAY_IN).getTime() };

test.each([
  ["member", "open", "yes"],
  ["member", "invite", "yes"],
  ["member", "closed", "joining-closed"],
  ["steward", "open", "yes"],
  ["steward", "invite", "yes"],
  ["steward", "closed", "yes"],
  ["itself", "open", "yes"],
  ["itself", "invite", "joining-by-invitation"],
  ["itself", "closed", "joining-closed"],
] as const)("may somebody come in by %s, where joining is %s?", (by, policy, answer) => {
  const may = mayComeIn(by, policy);
  expect(may.ok ? "yes" : may.reason).toBe(answer);
});

test("no text but a pass is a pass, and no text but a ticket is a ticket", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ minLength: 60, maxLength: 700 })), (text) => {
      expect(openPass(text)).toBeNull();
      expect(readTicket(text, "one", NOW)).toMatchObject({ ok: false, reason: "page-too-old" });
    }),
  );
});

test("a pass or a ticket that was altered anywhere, or cut, is none", () => {
  const [sealed, ticket] = [sealPass(pass), drawTicket("one", NOW)];
  expect(openPass(sealed)).toEqual(pass);
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (where, change) => {
      const spoil = (text: string) => {
        const bytes = Buffer.from(text, "base64url");
        bytes[where % bytes.length]! ^= change;
        return bytes.toString("base64url");
      };
      expect(openPass(spoil(sealed))).toBeNull();
      expect(openPass(sealed.slice(0, where % sealed.length))).toBeNull();
      expect(readTicket(spoil(ticket), "one", plus(NOW, WAIT))).toMatchObject({ reason: "page-too-old" });
    }),
  );
});

test("a ticket is no pass: nobody goes round the wait by putting it in the door's address", () => {
  expect(openPass(drawTicket("one", NOW))).toBeNull();
  expect(readTicket(sealPass(pass), "one", NOW)).toMatchObject({ reason: "page-too-old" });
});

test("a ticket tells nobody its network or its hour", () => {
  const bytes = Buffer.from(drawTicket("the network", NOW), "base64url").toString("latin1");
  expect(bytes).not.toContain("network");
  expect(bytes).not.toContain(String(NOW.getTime()).slice(0, 5));
  expect(drawTicket("one", NOW)).toHaveLength(drawTicket("shared:another-longer-one", NOW).length);
});

test("whatever is sent as work, the answer is a calm no", async () => {
  const json = fc.oneof(
    fc.json(),
    fc.string(),
    fc.object().map((object) => JSON.stringify(object)),
  );
  const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
  await fc.assert(
    fc.asyncProperty(json, fc.oneof(hex, fc.string()), fc.oneof(fc.nat().map(String), fc.string()), async (...sent) => {
      const [challenge, key, counter] = sent;
      expect(await checkWork({ challenge, key, counter }, NOW)).toEqual({ ok: false, reason: "page-too-old" });
    }),
  );
});

test("the branches of a year's weeks are all different and in no order", () => {
  const branches = Array.from({ length: 52 }, (_, week) => openBranch(plus(NOW, week * 7 * DAY)));
  expect(new Set(branches).size).toBe(52);
  expect(branches).not.toEqual([...branches].sort((a, b) => a - b));
  expect(openBranch(plus(NOW, DAY))).toBe(openBranch(NOW));
});
