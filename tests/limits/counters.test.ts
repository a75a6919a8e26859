import fc from "fast-check";
import { expect, test } from "vitest";
import { type Count, memoryCounters } from "~/limits/counters";
import { MINUTE, SECOND } from "~/platform/time";

const start = Date.UTC(2026, 4, 4, 13, 47, 31);
const at = (ms: number) => new Date(start + ms);
const aCount = (more: Partial<Count> = {}): Count => ({ key: "k", most: 3, within: MINUTE, ...more });

/** Tries one after another, each so many ms after the one before; answers when each was let through, or null. */
async function tries(gaps: number[], count: Count) {
  const counters = memoryCounters();
  let ms = 0;
  const passed: (number | null)[] = [];
  for (const gap of gaps) {
    ms += gap;
    passed.push((await counters.take([count], at(ms))) ? null : ms);
  }
  return passed;
}

const gaps = fc.array(fc.nat(40_000), { minLength: 1, maxLength: 60 });

test("never more than `most` pass in a window that begins with its first", () =>
  fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 1, max: 6 }), async (waits, most) => {
      const passed = (await tries(waits, aCount({ most }))).filter((ms) => ms !== null);
      let anchor = Number.NEGATIVE_INFINITY;
      let inWindow = 0;
      for (const ms of passed) {
        if (ms >= anchor + MINUTE) [anchor, inWindow] = [ms, 0];
        expect(++inWindow).toBeLessThanOrEqual(most);
      }
    }),
  ));

test("a try is refused only when its window is full, so a refused try was not counted", () =>
  fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 1, max: 6 }), async (waits, most) => {
      const passed = await tries(waits, aCount({ most }));
      let ms = 0;
      let window: number[] = [];
      waits.forEach((wait, i) => {
        ms += wait;
        if (window.length && ms >= window[0]! + MINUTE) window = [];
        expect(passed[i] !== null).toBe(window.length < most);
        if (passed[i] !== null) window.push(ms);
      });
    }),
  ));

test("whoever waits as long as they were told gets through, and a moment earlier they don't", () =>
  fc.assert(
    fc.asyncProperty(fc.boolean(), fc.integer({ min: 1, max: 30 }), async (slow, rounds) => {
      const count = aCount(slow ? { slowTo: 42 * SECOND } : {});
      const counters = memoryCounters();
      let ms = 0;
      for (let i = 0; i < rounds; i++) {
        const met = await counters.take([count], at(ms));
        if (!met) continue;
        expect(met.waitMs).toBeGreaterThan(0);
        expect(await counters.take([count], at(ms + met.waitMs - 1))).not.toBeNull();
        ms += met.waitMs;
        expect(await counters.take([count], at(ms))).toBeNull();
      }
    }),
  ));

test("a growing wait doubles from one second and never exceeds 42", async () => {
  const count = aCount({ most: 2, slowTo: 42 * SECOND });
  const counters = memoryCounters();
  const waits: number[] = [];
  let ms = 0;
  for (let i = 0; i < 12; i++) {
    const met = await counters.take([count], at(ms));
    if (!met) continue;
    waits.push(met.waitMs / SECOND);
    ms += met.waitMs;
    await counters.take([count], at(ms));
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
  const many = await tries(Array(400).fill(1), count);
  expect(many.filter((passed) => passed !== null)).toHaveLength(2);
  expect(Math.max(...waits)).toBeLessThanOrEqual(42);
});

test("however often somebody was slowed, the wait stays at 42 seconds", async () => {
  const count = aCount({ most: 1, slowTo: 42 * SECOND });
  const counters = memoryCounters();
  let ms = 0;
  for (let i = 0; i < 200; i++) {
    const met = await counters.take([count], at(ms));
    if (!met) continue;
    expect(met.waitMs).toBeLessThanOrEqual(42 * SECOND);
    ms += met.waitMs;
  }
});

test("a clock that goes back inside a window makes no wait longer", async () => {
  const counters = memoryCounters();
  const count = aCount({ most: 2, slowTo: 42 * SECOND });
  await counters.take([count], at(0));
  await counters.take([count], at(59_001));
  expect(await counters.take([count], at(10))).toMatchObject({ waitMs: SECOND });
});

test("a clock that goes back locks nobody out", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -10 * MINUTE, max: MINUTE }), { maxLength: 60 }),
      fc.boolean(),
      async (moves, slow) => {
        const counters = memoryCounters();
        const count = aCount(slow ? { slowTo: 42 * SECOND } : {});
        let ms = 0;
        for (const move of moves) {
          ms += move;
          const met = await counters.take([count], at(ms));
          if (met) expect(met.waitMs).toBeLessThanOrEqual(MINUTE);
        }
      },
    ),
  ));

test("of several counts all are taken or none", async () => {
  const counters = memoryCounters();
  const wide = aCount({ key: "wide", most: 3 });
  const narrow = aCount({ key: "narrow", most: 1 });
  expect(await counters.take([wide, narrow], at(0))).toBeNull();
  for (let i = 0; i < 5; i++) expect(await counters.take([wide, narrow], at(1))).toMatchObject({ index: 1 });
  expect(await counters.take([wide], at(2))).toBeNull();
  expect(await counters.take([wide], at(3))).toBeNull();
  expect(await counters.take([wide], at(4))).toMatchObject({ index: 0, waitMs: MINUTE - 4 });
});

test("of several full counts the one with the longest wait is named", async () => {
  const counters = memoryCounters();
  const short = aCount({ key: "short", most: 1, within: SECOND });
  const long = aCount({ key: "long", most: 1, within: MINUTE });
  await counters.take([short, long], at(0));
  expect(await counters.take([short, long], at(0))).toEqual({ index: 1, waitMs: MINUTE });
});

test("keys don't touch one another", async () => {
  const counters = memoryCounters();
  for (let i = 0; i < 100; i++) expect(await counters.take([aCount({ key: `k${i}`, most: 1 })], at(0))).toBeNull();
});

test("a limit of none refuses the very first", async () => {
  expect(await memoryCounters().take([aCount({ most: 0 })], at(0))).not.toBeNull();
});

test("memory is bounded: what was counted longest ago is forgotten first", async () => {
  const counters = memoryCounters(10);
  const once = (key: string) => aCount({ key, most: 1 });
  for (let i = 0; i < 10; i++) await counters.take([once(`k${i}`)], at(i));
  expect(await counters.take([once("k0")], at(20))).not.toBeNull();
  await counters.take([once("one more")], at(21));
  expect(await counters.take([once("k0")], at(22))).toBeNull();
  expect(await counters.take([once("k9")], at(23))).not.toBeNull();
});
