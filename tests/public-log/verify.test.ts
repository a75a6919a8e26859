import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { detailsText, linkText, ROOT } from "~/public-log/chain";
import { type Published, verifyLog } from "~/public-log/verify";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const check = (entries: Published[], head?: string) => verifyLog(entries, { hash, detailsText, head });

function logOf(length: number, outcome = "mute"): Published[] {
  const entries: Published[] = [];
  for (let position = 1; position <= length; position++) {
    const details = { outcome, days: position };
    const linked = {
      position,
      day: 20_000 + position,
      act: "case-decided",
      office: "moderator",
      agreement: "no-slurs",
      agreementVersion: 1,
      detailsDigest: hash(detailsText(`salt ${position}`, details)),
    };
    entries.push({
      ...linked,
      details,
      salt: `salt ${position}`,
      digest: hash(linkText(entries.at(-1)?.digest ?? ROOT, linked)),
    });
  }
  return entries;
}

test("an untouched log holds, and an old head is found in it", () => {
  const log = logOf(5);
  expect(check(log)).toEqual({ ok: true, entries: 5, head: log[4]!.digest });
  expect(check(log, log[2]!.digest).ok).toBe(true);
  expect(check([])).toEqual({ ok: true, entries: 0, head: ROOT });
});

test("details can be redacted openly, and the chain holds", () => {
  const log = logOf(3);
  log[1] = { ...log[1]!, salt: null, details: {} };
  expect(check(log).ok).toBe(true);
});

test.each<[string, (log: Published[]) => Published[], { position: number; fault: string }]>([
  [
    "an edited act",
    (log) => log.map((e, i) => (i === 1 ? { ...e, act: "post-hidden" } : e)),
    { position: 2, fault: "altered" },
  ],
  [
    "edited details",
    (log) => log.map((e, i) => (i === 1 ? { ...e, details: { outcome: "note" } } : e)),
    { position: 2, fault: "details" },
  ],
  ["a removed entry", (log) => log.filter((_, i) => i !== 1), { position: 2, fault: "missing" }],
  [
    "a removed entry with positions mended",
    (log) => log.filter((_, i) => i !== 1).map((e, i) => ({ ...e, position: i + 1 })),
    { position: 2, fault: "altered" },
  ],
  [
    "an inserted entry",
    (log) => [...log.slice(0, 2), { ...log[1]!, position: 3 }, ...log.slice(2)],
    { position: 3, fault: "altered" },
  ],
  ["a log that was cut off", (log) => log.slice(0, 2), { position: 2, fault: "head" }],
  ["a wholly rewritten log", () => logOf(5, "note"), { position: 5, fault: "head" }],
])("%s is found", (_, tamper, found) => {
  const log = logOf(5);
  expect(check(tamper(log), log[4]!.digest)).toEqual({ ok: false, ...found });
});
