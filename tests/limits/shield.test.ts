import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memoryCounters } from "~/limits/counters";
import { createLimits } from "~/limits/limits";
import { createShield } from "~/limits/shield/shield";
import { ALONE, advance, begin, CALM, nextChange, type Standing, stepOf } from "~/limits/shield/steps";
import { tightened } from "~/limits/shield/tighten";
import { bounds, coarse, comparable, kinds, type Step, thresholds, weigh } from "~/limits/shield/weigh";
import { type Deed, deeds } from "~/limits/table";
import { DAY, floorToHour, HOUR, MINUTE, plus } from "~/platform/time";

const now = new Date("2026-05-04T13:47:31.123Z");
const kind = fc.constantFrom(...kinds);
const counts = fc.array(fc.nat(200), { maxLength: 24 });
const step = fc.constantFrom<Step>(0, 1, 2, 3);

describe("weighing an hour", () => {
  test.each(kinds)("%s: a quiet community may have a lively hour", (one) => {
    const quiet = Array(24).fill(0);
    expect(weigh(one, bounds[one].floors[0] - 1, quiet)).toBe(0);
    expect(weigh(one, bounds[one].floors[0], quiet)).toBe(1);
    expect(weigh(one, 1e6, quiet)).toBe(bounds[one].most);
  });

  test("where thirty come every Monday evening, thirty-five are nothing", () => {
    const mondays = [28, 31, 30, 33, 29, 30, 32, 27, 30, 31, 34, 30];
    expect(weigh("arrivals", 35, mondays)).toBe(0);
    expect(weigh("arrivals", 300, mondays)).toBe(3);
  });

  test("a raid in one of eight weeks moves the baseline by nothing that matters", () => {
    const weeks = Array(24).fill(2);
    expect(thresholds("arrivals", [...weeks.slice(3), 300, 300, 300])).toEqual(thresholds("arrivals", weeks));
  });

  test("failed tries to sign in, which anybody outside can make, raise the first step alone", () => {
    fc.assert(fc.property(fc.nat(), counts, (count, before) => weigh("sign-in-failures", count, before) <= 1));
  });

  test("more is never weighed less, and a louder past never makes an hour louder", () => {
    fc.assert(
      fc.property(kind, fc.nat(500), fc.nat(500), counts, (one, a, more, before) => {
        expect(weigh(one, a + more, before)).toBeGreaterThanOrEqual(weigh(one, a, before));
        const [first, second, third] = thresholds(one, before);
        expect(first).toBeLessThanOrEqual(second);
        expect(second).toBeLessThanOrEqual(third);
        expect(first).toBeGreaterThanOrEqual(bounds[one].floors[0]);
      }),
    );
  });

  test("an hour is compared with its like, and never with weeks in which nothing was counted", () => {
    const hour = floorToHour(now);
    expect(comparable(hour, null)).toEqual([]);
    expect(comparable(hour, plus(hour, -DAY + HOUR))).toEqual([]);
    const days = comparable(hour, plus(hour, -4 * DAY));
    expect(days).toHaveLength(12);
    const weeks = comparable(hour, plus(hour, -300 * DAY));
    expect(weeks).toHaveLength(24);
    expect(new Set(weeks.map((at) => at.getUTCDay()))).toEqual(new Set([hour.getUTCDay()]));
  });

  test("what is kept of an hour that is over tells of nobody alone", () => {
    fc.assert(fc.property(fc.nat(1000), (count) => coarse(count) % 5 === 0 && coarse(count) <= count));
    expect(coarse(4)).toBe(0);
  });
});

/** Looks every minute at what is wanted then. */
function live(standing: Standing, wanted: (minute: number) => Step, minutes: number, from = now) {
  const steps: Step[] = [];
  let at = standing;
  for (let i = 1; i <= minutes && stepOf(at) > 0; i++) {
    at = advance(at, wanted(i), plus(from, i * MINUTE));
    steps.push(stepOf(at));
  }
  return { steps, at };
}

describe("steps", () => {
  test("go up at once, by as many as are wanted", () => {
    fc.assert(fc.property(step, step, (from, to) => stepOf(advance(begin(from, now), to, plus(now, MINUTE))) >= to));
  });

  test("go down one at a time, each only after calm hours, and all the way", () => {
    const { steps } = live(begin(3, now), () => 0, 24 * 60);
    expect(steps.at(-1)).toBe(0);
    for (const to of [2, 1, 0] as const) {
      const held = steps.filter((one) => one === to + 1).length;
      expect(held).toBeGreaterThanOrEqual(CALM / MINUTE - 1);
      expect(held).toBeLessThanOrEqual(CALM / MINUTE + 60);
    }
  });

  test("a raid that comes and goes doesn't make them flutter: no step lasts less than the calm", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (wanted) => {
        const standing = begin(1, now);
        const { steps } = live(standing, (minute) => wanted[Math.floor(minute / 20) % wanted.length]!, 600);
        const downs = steps.flatMap((one, i) => (i > 0 && one < steps[i - 1]! ? [i] : []));
        for (const [i, at] of downs.entries()) {
          expect(steps[at - 1]! - steps[at]!).toBe(1);
          if (i > 0) expect(at - downs[i - 1]!).toBeGreaterThanOrEqual(CALM / MINUTE - 1);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("nothing holds for longer than 72 hours by itself, whatever is wanted", () => {
    fc.assert(
      fc.property(step, fc.integer({ min: 0, max: 200 }), (wanted, hours) => {
        const at = plus(now, ALONE + hours * HOUR);
        expect(stepOf(advance(begin(3, now), wanted, at))).toBe(0);
      }),
    );
  });

  test("what moderators hold isn't lowered by calm, and not before its end", () => {
    const held: Standing = { ...begin(1, now), held: 2, heldUntil: plus(now, 24 * HOUR) };
    expect(stepOf(advance(held, 0, plus(now, 20 * HOUR)))).toBe(2);
    expect(stepOf(advance(held, 3, plus(now, HOUR)))).toBe(3);
    expect(nextChange(held)).toEqual(held.heldUntil);
  });

  test("a clock that jumps, forwards or back, makes nothing last longer than calm and an hour", () => {
    fc.assert(
      fc.property(step, fc.integer({ min: -90 * DAY, max: 2 * DAY }), (wanted, jump) => {
        const at = plus(now, jump);
        const next = advance(begin(2, now), wanted, at);
        if (stepOf(next) > 0) expect(next.eases.getTime() - at.getTime()).toBeLessThanOrEqual(CALM + HOUR);
      }),
    );
  });
});

const all = Object.keys(deeds) as Deed[];
const standings = ["newcomer", "member", "established"] as const;

describe("limits under the shield", () => {
  test("no step ever widens a limit, nor shuts what was open but the open door", () => {
    for (const deed of all)
      for (const rule of deeds[deed].rules)
        for (const standing of standings)
          for (const at of [1, 2, 3] as const) {
            const most = typeof rule.most === "number" ? rule.most : rule.most[standing];
            const left = tightened(at, deed, rule.per, { standing }, most);
            const before = tightened((at - 1) as Step, deed, rule.per, { standing }, most);
            expect(left, deed).toBeLessThanOrEqual(before);
            if (most > 0 && !deed.startsWith("join-openly")) expect(left, deed).toBeGreaterThan(0);
          }
  });

  test("established members meet the very same limits", () => {
    const own = ["account", "account-in-topic", "target", "topic"];
    for (const deed of all)
      for (const { per } of deeds[deed].rules.filter((rule) => own.includes(rule.per)))
        expect(tightened(3, deed, per, { standing: "established" }, 60)).toBe(60);
  });

  test.each<Deed>([
    "file-report",
    "report-outside",
    "report-outside-together",
    "take-down",
    "take-down-together",
    "open-receipt",
    "recover",
    "sign-in",
    "confirm-secret",
    "show-factor",
    "change-secret",
    "leave-for-good",
    "burn-name",
    "remove-post",
    "relate",
    "keep-draft",
    "take-along",
    "answer-in-case",
    "work-on-case",
  ])("%s is as it always is, for everybody", (deed) => {
    for (const { per } of deeds[deed].rules)
      for (const standing of [undefined, ...standings]) {
        const who = standing ? { standing } : {};
        expect(tightened(3, deed, per, who, 40)).toBe(40);
      }
  });

  test("take hold as soon as the step does, and let go with it", async () => {
    const shield = createShield();
    const limits = createLimits(memoryCounters(), undefined, shield);
    const write = (account: number) => limits.take("start-topic", { account, standing: "member" }, now);
    const topicsOf = async (account: number) => {
      let count = 0;
      while ((await limits.take("start-topic", { account, standing: "newcomer" }, plus(now, 20_000 * count))).ok)
        count++;
      return count;
    };
    expect(await topicsOf(1)).toBe(3);
    shield.set({ step: 3, until: plus(now, HOUR) });
    expect(await topicsOf(2)).toBe(1);
    expect((await write(3)).ok).toBe(true);
    const openly = await limits.take("join-openly", { network: "n", community: "all" }, now);
    expect(openly).toMatchObject({ ok: false, reason: "limited" });
    expect((await limits.take("join", { network: "n", community: "all" }, now)).ok).toBe(true);
    shield.set({ step: 0, until: null });
    expect(await topicsOf(4)).toBe(3);
  });
});

describe("counting in memory", () => {
  test("each is counted once an hour, and what was handed over is gone", () => {
    const shield = createShield();
    for (const who of ["a", "a", "b"]) shield.note("arrivals", who, now);
    expect(shield.take()).toEqual([{ hour: floorToHour(now), kind: "arrivals", count: 2 }]);
    expect(shield.take()).toEqual([]);
    shield.note("arrivals", "a", now);
    expect(shield.take()).toEqual([]);
    shield.note("arrivals", "a", plus(now, HOUR));
    expect(shield.take()).toMatchObject([{ count: 1 }]);
  });

  test("a million callers fill no memory", () => {
    const shield = createShield();
    for (let i = 0; i < 1_000_000; i++) shield.note("sign-in-failures", i, now);
    expect(shield.take()).toEqual([{ hour: floorToHour(now), kind: "sign-in-failures", count: 10_000 }]);
  });
});
