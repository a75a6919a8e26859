import { expect, test } from "vitest";
import type { CaseState } from "~/cases/case-states";
import type { Standing } from "~/cases/permissions";
import {
  canAnswer,
  canAsk,
  canAskForStatement,
  canDecideUnheard,
  canState,
  type Exchange,
} from "~/cases/talk/permissions";
import { answerUntil, deadlineAfterAsking } from "~/cases/talk/rules";
import { DAY, HOUR, plus } from "~/platform/time";

const now = new Date("2026-05-04T13:47:00Z");
const holder: Standing = { state: "claimed", mine: true, leased: true, decidedIt: false };
const silence: Exchange = { here: true, asked: 0, answered: false, waiting: false };
const states: CaseState[] = [
  "open",
  "claimed",
  "waiting-for-reporter",
  "waiting-for-second",
  "escalated",
  "decided",
  "appealed",
  "closed",
];
const isActive = (state: CaseState) => !["decided", "appealed", "closed"].includes(state);
const answerOf = (answer: { ok: boolean; reason?: string }) => (answer.ok ? "yes" : answer.reason);

test.each<[string, Partial<Standing>, Partial<Exchange>, string]>([
  ["the holder", {}, {}, "yes"],
  ["the holder whose minutes ran out", { leased: false }, {}, "yes"],
  ["somebody it was dealt to who doesn't hold it", { mine: false }, {}, "claim-first"],
  ["whoever held it before it was given back", { state: "open" }, {}, "claim-first"],
  ["the holder of a case that waits", { state: "waiting-for-reporter" }, {}, "claim-first"],
  ["the holder, after it was decided", { state: "decided" }, {}, "already-decided"],
  ["the holder, of somebody who left", {}, { here: false }, "they-left"],
  ["the holder, while a question waits", {}, { asked: 1, waiting: true }, "asked-already"],
  ["the holder, a second time", {}, { asked: 1, answered: true }, "yes"],
  ["the holder, a sixth time", {}, { asked: 5, answered: true }, "asked-enough"],
])("asking: %s", (_, standing, exchange, expected) => {
  expect(answerOf(canAsk({ ...holder, ...standing }, { ...silence, ...exchange }))).toBe(expected);
});

test.each([
  ["ordinary", "no", "", "yes"],
  ["ordinary", "could", "", "not-safe"],
  ["ordinary", "could", "But still.", "not-safe"],
  ["urgent", "no", "", "say-why"],
  ["urgent", "no", "They wrote to us themselves.", "yes"],
  ["urgent", "could", "They wrote to us themselves.", "not-safe"],
] as const)("asking for a statement in a case that is %s, risk %s, why “%s”: %s", (severity, risk, why, expected) => {
  expect(answerOf(canAskForStatement(holder, silence, { severity, risk, why }))).toBe(expected);
});

test.each(states)("answering while the case is %s", (state) => {
  const expected = isActive(state) ? "yes" : "already-decided";
  expect(answerOf(canAnswer(state))).toBe(expected);
  expect(answerOf(canState(state, { ...silence, asked: 1 }))).toBe(expected);
  expect(answerOf(canState(state, silence))).toBe("not-found");
});

test.each<[string, Partial<Exchange>, Partial<Parameters<typeof canDecideUnheard>[1]>, string]>([
  ["nobody was asked", {}, {}, "statement-first"],
  ["what isn't serious", {}, { serious: false }, "yes"],
  ["what is urgent", {}, { severity: "urgent" }, "yes"],
  ["somebody wrote down why not", {}, { spared: true }, "yes"],
  ["they left", { here: false }, {}, "yes"],
  ["they were asked and have time left", { asked: 1, waiting: true }, {}, "statement-first"],
  ["they were asked and answered", { asked: 1, answered: true }, {}, "yes"],
  ["they were asked and let the time pass", { asked: 1 }, {}, "yes"],
  ["they answered once and are asked once more", { asked: 2, answered: true, waiting: true }, {}, "yes"],
])("deciding on something serious, %s", (_, exchange, about, expected) => {
  const facts = { serious: true, severity: "ordinary" as const, spared: false, ...about };
  expect(answerOf(canDecideUnheard({ ...silence, ...exchange }, facts))).toBe(expected);
});

test("an answer is waited for 48 hours, and never beyond a deadline that lies ahead", () => {
  expect(answerUntil(plus(now, 72 * HOUR), now)).toEqual(plus(now, 48 * HOUR));
  expect(answerUntil(plus(now, 5 * HOUR), now)).toEqual(plus(now, 5 * HOUR));
  expect(answerUntil(plus(now, -HOUR), now)).toEqual(plus(now, 48 * HOUR));
  expect(answerUntil(null, now)).toEqual(plus(now, 48 * HOUR));
});

test("asking moves a deadline by a day, once, and an urgent one never", () => {
  const decideBy = plus(now, HOUR);
  expect(deadlineAfterAsking({ severity: "ordinary", decideBy }, false)).toEqual(plus(decideBy, DAY));
  expect(deadlineAfterAsking({ severity: "ordinary", decideBy }, true)).toEqual(decideBy);
  expect(deadlineAfterAsking({ severity: "urgent", decideBy }, false)).toEqual(decideBy);
  expect(deadlineAfterAsking({ severity: "ordinary", decideBy: null }, false)).toBeNull();
});
