import { expect, test } from "vitest";
import { standingAt } from "~/accounts/standing";
import type { Standing } from "~/accounts/viewer";

test.each<[number, Standing, boolean, Standing]>([
  [0, "newcomer", false, "newcomer"],
  [1, "newcomer", false, "newcomer"],
  [2, "newcomer", false, "member"],
  [5, "member", false, "member"],
  [6, "member", false, "established"],
  [60, "newcomer", false, "established"],
  [2, "newcomer", true, "newcomer"],
  [60, "member", true, "member"],
  [60, "established", true, "established"],
  // a clock that went back takes nothing away
  [-3, "member", false, "member"],
])("%i weeks after joining, %s, sanctioned: %s → %s", (weeks, current, sanctioned, becomes) => {
  expect(standingAt({ now: 3000 + weeks, joined: 3000, current, sanctioned })).toBe(becomes);
});
