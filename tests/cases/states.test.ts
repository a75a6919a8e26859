import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CaseState, canMove } from "~/cases/case-states";
import { deadlinesFrom, deadlineToRemindOf, LEASE, leaseHolds, mendedDeadlines } from "~/cases/deadlines";
import { DAY, HOUR, MINUTE, plus } from "~/platform/time";
import { sources } from "../architecture/source";

const now = new Date("2026-05-04T13:47:00Z");

/** Every step that a case can take. What isn't here can't happen. */
const STEPS: Record<CaseState, CaseState[]> = {
  open: ["claimed", "escalated"],
  claimed: ["claimed", "open", "waiting-for-reporter", "waiting-for-second", "decided", "escalated"],
  "waiting-for-reporter": ["claimed", "open", "escalated"],
  "waiting-for-second": ["decided", "open"],
  escalated: ["claimed", "open"],
  decided: ["appealed", "closed"],
  appealed: ["decided", "closed"],
  closed: [],
};
const states = Object.keys(STEPS) as CaseState[];

test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("from %s to %s", (from, to) => {
  expect(canMove(from, to)).toBe(STEPS[from].includes(to));
});

test("only one place in the app changes a case's state", () => {
  const changing = sources
    .filter(({ path }) => path.startsWith("app/"))
    .filter(({ path }) =>
      [...readFileSync(path, "utf8").matchAll(/\.update\(cases\)\s*\.set\(([^;]*?)\)\s*\.where/g)].some(([, set]) =>
        /\bstate\b/.test(set!),
      ),
    )
    .map(({ path }) => path);
  expect(changing).toEqual(["app/cases/move-case.server.ts"]);
});

test("a claim made by a clock that has been set back keeps nobody out", () => {
  expect(leaseHolds(plus(now, LEASE), now)).toBe(true);
  expect(leaseHolds(plus(now, LEASE + HOUR), now)).toBe(false);
});

const ordinary = { severity: "ordinary" as const, ...deadlinesFrom("ordinary", now), remindedOf: null };
const urgent = { severity: "urgent" as const, ...deadlinesFrom("urgent", now), remindedOf: null };
const taken = { acknowledgeBy: null };

test.each([
  ["an ordinary case nobody took, after 17 hours", ordinary, false, 17, null],
  ["an ordinary case nobody took, after 18 hours", ordinary, false, 18, "acknowledgeBy"],
  ["an ordinary case that was taken, after 53 hours", { ...ordinary, ...taken }, false, 53, null],
  ["an ordinary case that was taken, after 54 hours", { ...ordinary, ...taken }, false, 54, "decideBy"],
  ["an urgent case that was taken, after 17 hours", { ...urgent, ...taken }, false, 17, null],
  ["an urgent case that was taken, after 18 hours", { ...urgent, ...taken }, false, 18, "decideBy"],
  ["a case that was passed on, 7 hours before its end", { ...ordinary, ...taken }, true, 65, null],
  ["a case that was passed on, 6 hours before its end", { ...ordinary, ...taken }, true, 66, "decideBy"],
  ["a case whose deadline has passed", { ...ordinary, ...taken }, false, 72, null],
] as const)("reminding of %s", (_, found, passedOn, hours, expected) => {
  const at = plus(now, hours * HOUR);
  expect(deadlineToRemindOf(found, passedOn, at)).toEqual(expected && found[expected]);
  if (expected) expect(deadlineToRemindOf({ ...found, remindedOf: found[expected] }, passedOn, at)).toBeNull();
});

test("a deadline further ahead than any can be begins anew; what is merely late is left alone", () => {
  const month = plus(now, 30 * DAY);
  expect(mendedDeadlines({ ...ordinary, ...deadlinesFrom("ordinary", month) }, now)).toEqual(
    deadlinesFrom("ordinary", now),
  );
  expect(mendedDeadlines({ ...urgent, ...taken, decideBy: month }, now)).toEqual({
    acknowledgeBy: null,
    decideBy: plus(now, DAY),
  });
  for (const decideBy of [plus(now, 96 * HOUR), plus(now, MINUTE), plus(now, -DAY), null])
    expect(mendedDeadlines({ ...ordinary, decideBy }, now)).toBeNull();
});
