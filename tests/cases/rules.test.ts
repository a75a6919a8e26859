import fc from "fast-check";
import { expect, test } from "vitest";
import { canMove, isActive, isClaimable } from "~/cases/case-states";
import { deadlinesFrom, earlier, leaseHolds } from "~/cases/deadlines";
import { deal, oneMore } from "~/cases/dealing";
import { needsSecond, sanctionOf } from "~/cases/outcomes";
import { behind, inOrder } from "~/cases/queue-order";
import { HOUR, plus } from "~/platform/time";

const now = new Date("2026-05-04T13:47:00Z");

test.each([
  ["open", "claimed", true],
  ["open", "decided", false],
  ["open", "closed", false],
  ["claimed", "claimed", true],
  ["claimed", "open", true],
  ["claimed", "decided", true],
  ["claimed", "waiting-for-second", true],
  ["waiting-for-second", "decided", true],
  ["waiting-for-second", "claimed", false],
  ["waiting-for-second", "open", true],
  ["escalated", "claimed", true],
  ["escalated", "decided", false],
  ["decided", "claimed", false],
  ["decided", "appealed", true],
  ["decided", "closed", true],
  ["closed", "open", false],
  ["closed", "appealed", false],
] as const)("a case that is %s can become %s: %s", (from, to, can) => {
  expect(canMove(from, to)).toBe(can);
});

test("what is decided can't be claimed, and nobody works on it any more", () => {
  for (const state of ["decided", "appealed", "closed"] as const) {
    expect(isClaimable(state)).toBe(false);
    expect(isActive(state)).toBe(false);
  }
});

test("a case is dealt to half of those who may have it, at least two, and never to anybody else", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1000), { maxLength: 30 }), fc.integer(), (pool, seed) => {
      const dealt = deal(pool, seed);
      expect(dealt).toHaveLength(Math.min(pool.length, Math.max(2, Math.ceil(pool.length / 2))));
      expect(new Set(dealt).size).toBe(dealt.length);
      for (const one of dealt) expect(pool).toContain(one);
      expect(deal([...pool].reverse(), seed)).toEqual(dealt);
    }),
  );
});

test("dealt anew, a case stays with those who have it, and leaves those who have a conflict now", () => {
  const first = deal([1, 2, 3, 4, 5, 6], 42);
  expect(deal([1, 2, 3, 4, 5, 6], 7, first).sort()).toEqual([...first].sort());
  const left = [1, 2, 3, 4, 5, 6].filter((one) => one !== first[0]);
  const again = deal(left, 7, first);
  expect(again).not.toContain(first[0]);
  expect(again).toEqual(expect.arrayContaining(first.slice(1)));
  expect(again).toHaveLength(3);
});

test("over many seeds everybody is dealt about the same share", () => {
  const counts = new Map<number, number>();
  for (let seed = 0; seed < 3000; seed++)
    for (const one of deal([1, 2, 3, 4, 5, 6], seed)) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const count of counts.values()) expect(Math.abs(count - 1500)).toBeLessThan(150);
});

test("one more is somebody who doesn't have it, or nobody", () => {
  expect(oneMore([1, 2], 5, [1])).toBe(2);
  expect(oneMore([1, 2], 5, [1, 2])).toBeUndefined();
});

test.each([
  ["removal", null, true],
  ["suspension", 8, true],
  ["suspension", 7, false],
  ["mute", 365, false],
  ["warning", null, false],
] as const)("%s for %s days needs a second person: %s", (outcome, days, needs) => {
  expect(needsSecond(outcome, days)).toBe(needs);
});

test("a note and no breach leave no sanction", () => {
  expect([sanctionOf("no-breach"), sanctionOf("note"), sanctionOf("mute")]).toEqual([null, null, "mute"]);
});

test("urgent is decided within 24 hours, the rest within 72, and a graver report never lengthens the clock", () => {
  expect(deadlinesFrom("urgent", now).decideBy).toEqual(plus(now, 24 * HOUR));
  expect(deadlinesFrom("ordinary", now)).toEqual({
    acknowledgeBy: plus(now, 24 * HOUR),
    decideBy: plus(now, 72 * HOUR),
  });
  expect(earlier(plus(now, HOUR), plus(now, 24 * HOUR))).toEqual(plus(now, HOUR));
  expect(earlier(null, now)).toEqual(now);
});

test("a claim holds until its minute and not beyond", () => {
  expect(leaseHolds(plus(now, 1), now)).toBe(true);
  expect(leaseHolds(now, now)).toBe(false);
  expect(leaseHolds(null, now)).toBe(false);
});

test("the queue: urgent first, then more independent voices, then what waits longest", () => {
  const queue = inOrder([
    { is: "old", severity: "ordinary" as const, voices: 1, bump: 1, id: 4 },
    { is: "many", severity: "ordinary" as const, voices: 3, bump: 2, id: 3 },
    { is: "urgent-young", severity: "urgent" as const, voices: 1, bump: 4, id: 2 },
    { is: "urgent-old", severity: "urgent" as const, voices: 1, bump: 3, id: 1 },
  ]);
  expect(queue.map((one) => one.is)).toEqual(["urgent-old", "urgent-young", "many", "old"]);
  for (const [i, one] of queue.entries()) expect(behind(queue, one)).toEqual(queue.slice(i + 1));
  const gone = { severity: "urgent" as const, voices: 0, bump: 9, id: 9 };
  expect(behind(queue, gone).map((one) => one.is)).toEqual(["many", "old"]);
});
