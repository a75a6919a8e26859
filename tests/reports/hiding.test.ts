import { expect, test } from "vitest";
import { DAY, plus } from "~/platform/time";
import { type HidingFacts, hidesForAll } from "~/reports/hiding";

const now = new Date("2026-05-04T13:47:00Z");
const outed: HidingFacts = {
  severity: "urgent",
  aboutMe: true,
  secondVoice: false,
  visible: true,
  foundNoBreach: false,
  overLimit: false,
  record: { pending: 0, misused: null },
};

test.each<[string, Partial<HidingFacts>, boolean]>([
  ["urgent, and the reporter says it is about them", {}, true],
  ["urgent, about somebody else", { aboutMe: false }, false],
  ["urgent, about somebody else, and an independent second agrees", { aboutMe: false, secondVoice: true }, true],
  ["not urgent, about them", { severity: "ordinary" }, false],
  ["not urgent, with a second voice", { severity: "ordinary", aboutMe: false, secondVoice: true }, false],
  ["a text that was found to break nothing", { foundNoBreach: true }, false],
  ["a text that was found to break nothing, with a second voice", { foundNoBreach: true, secondVoice: true }, false],
  ["already hidden or gone", { visible: false }, false],
  ["above the reporter's limit", { overLimit: true }, false],
  ["another hide of theirs is pending", { record: { pending: 1, misused: null } }, false],
  ["another hide is pending, with a second voice", { secondVoice: true, record: { pending: 1, misused: null } }, false],
  ["29 days after misuse", { record: { pending: 0, misused: plus(now, -29 * DAY) } }, false],
  ["30 days after misuse", { record: { pending: 0, misused: plus(now, -30 * DAY) } }, true],
])("%s: hidden for all is %s", (_, facts, hides) => {
  expect(hidesForAll({ ...outed, ...facts }, now)).toBe(hides);
});
