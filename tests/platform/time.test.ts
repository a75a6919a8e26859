import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, floorToHour, HOUR, monthOf, plus, startOfMonth, weekOf } from "~/platform/time";

const anyDate = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });

test("an hour begins at its start, and at no other time", () => {
  fc.assert(
    fc.property(anyDate, (at) => {
      const hour = floorToHour(at);
      expect(hour.toISOString()).toMatch(/:00:00\.000Z$/);
      expect(at.getTime() - hour.getTime()).toBeGreaterThanOrEqual(0);
      expect(at.getTime() - hour.getTime()).toBeLessThan(HOUR);
    }),
  );
});

test("a month is counted so that its first moment is found again", () => {
  fc.assert(
    fc.property(anyDate, (at) => {
      const start = startOfMonth(monthOf(at));
      expect(start.toISOString()).toBe(
        `${at.toISOString().slice(0, 8)}01T00:00:00.000Z`.replace(/^(.{8})\d\d/, "$101"),
      );
      expect(monthOf(start)).toBe(monthOf(at));
      expect(monthOf(plus(start, -1))).toBe(monthOf(at) - 1);
    }),
  );
});

test("a week begins on Monday at midnight (UTC)", () => {
  expect(weekOf(new Date("1970-01-05T00:00:00Z"))).toBe(0);
  expect(weekOf(new Date("1970-01-04T23:59:59.999Z"))).toBe(-1);
  fc.assert(
    fc.property(anyDate, (at) => {
      const monday = new Date(weekOf(at) * 7 * DAY + 4 * DAY);
      expect(monday.getUTCDay()).toBe(1);
      expect(weekOf(monday)).toBe(weekOf(at));
      expect(weekOf(plus(monday, -1))).toBe(weekOf(at) - 1);
    }),
  );
});
