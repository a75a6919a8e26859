import { describe, expect, test } from "vitest";
import { guest, type LiveSanction, type Member } from "~/accounts/viewer";
import { asBefore, type Calm, calmerOf, mayAnswerIn, pauseIn } from "~/discussion/topics/calm/rules";
import { HOUR, plus } from "~/platform/time";

const now = new Date(Date.UTC(2026, 4, 4, 13, 47));
const calm = (more: Partial<Calm>): Calm => ({
  ...asBefore,
  calmReason: "Let's breathe.",
  calmUntil: plus(now, HOUR),
  calmByPseudonymId: 1,
  ...more,
});
const over = { calmUntil: now };

describe("who can answer in a topic that is for listening", () => {
  test.each([
    ["everybody", [true, true, true]],
    ["members", [false, true, true]],
    ["established", [false, false, true]],
    ["nobody", [false, false, false]],
  ] as const)("%s", (writers, can) => {
    const answers = (topic: Calm) =>
      (["newcomer", "member", "established"] as const).map((standing) => mayAnswerIn(topic, standing, now).ok);
    expect(answers(calm({ writers }))).toEqual(can);
    expect(answers(calm({ writers, ...over })), "past its end").toEqual([true, true, true]);
  });

  test("whoever is refused reads why and until when", () => {
    expect(mayAnswerIn(calm({ writers: "nobody" }), "established", now)).toEqual({
      ok: false,
      reason: "listening-only",
      why: "Let's breathe.",
      until: plus(now, HOUR),
    });
  });
});

test("a pause holds until its end, and only where one is set", () => {
  expect(pauseIn(calm({ slowSeconds: 300 }), now)).toBe(300_000);
  expect(pauseIn(calm({ slowSeconds: 300, ...over }), now)).toBeUndefined();
  expect(pauseIn(calm({ writers: "nobody" }), now)).toBeUndefined();
  expect(pauseIn(asBefore, now)).toBeUndefined();
});

describe("who may calm a topic", () => {
  const [OWN, SIBLING, OTHER] = [1, 2, 3];
  const member = (more: Partial<Member> = {}): Member => ({
    kind: "member",
    accountId: 10,
    sessionId: "s",
    standing: "newcomer",
    younger: false,
    language: null,
    theme: null,
    slot: 1,
    pseudonyms: [
      { id: OWN, slot: 1, name: "Own", leaf: 1, state: "active" },
      { id: SIBLING, slot: 2, name: "Sibling", leaf: 2, state: "retired" },
    ],
    offices: [],
    sanctions: [],
    ...more,
  });
  const muted: LiveSanction = {
    id: 1,
    pseudonymId: OWN,
    caseId: 1,
    kind: "mute",
    agreement: "a",
    reasons: "",
    until: null,
  };
  const topic = (pseudonymId: number, state: "open" | "closed" | "removed" = "open") => ({ pseudonymId, state });
  const moderator = member({ offices: [{ office: "moderator", pseudonymId: OWN }] });
  const suspended = { ...moderator, sanctions: [{ ...muted, kind: "suspension" as const }] };
  test.each([
    ["a guest", guest, topic(OWN), undefined, null],
    ["a stranger", member(), topic(OTHER), undefined, null],
    ["its author", member(), topic(OWN), undefined, { as: "author", pseudonymId: OWN }],
    ["its author, under a name that is retired", member(), topic(SIBLING), undefined, null],
    ["its author, muted", member({ sanctions: [muted] }), topic(OWN), undefined, null],
    ["a host of its circle", member(), topic(OTHER), OWN, { as: "host", pseudonymId: OWN }],
    ["a moderator", moderator, topic(OTHER), undefined, { as: "moderator", pseudonymId: OWN }],
    ["a suspended moderator", suspended, topic(OTHER), undefined, null],
    ["a steward", member({ offices: [{ office: "steward", pseudonymId: OWN }] }), topic(OTHER), undefined, null],
    ["an organizer", member({ offices: [{ office: "organizer", pseudonymId: OWN }] }), topic(OTHER), undefined, null],
    ["its author, of a closed topic", member(), topic(OWN, "closed"), undefined, null],
  ])("%s", (_, viewer, about, hostName, answer) => {
    expect(calmerOf(viewer, about, hostName)).toEqual(answer);
  });
});
