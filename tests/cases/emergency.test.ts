import { describe, expect, test } from "vitest";
import { conducts } from "~/agreements/conducts";
import { canAgree, type Emergency, isUndecided, offeredAtOnce, staysHidden } from "~/cases/emergency/rules";
import { canLift, canSecondLift, type Liftable } from "~/cases/lifting/rules";

const aPost = { subjectKind: "post", respondentLeft: false, visible: true };
const stood = (kind: Emergency["kind"]): Emergency => ({ kind, state: "standing" });

describe("what can be done at once", () => {
  test.each([
    ["a post that others see", aPost, [], ["mute", "hide"]],
    ["a post that is hidden already", { ...aPost, visible: false }, [], ["mute"]],
    ["a pseudonym", { ...aPost, subjectKind: "pseudonym" }, [], ["mute"]],
    ["a message in a gathering", { ...aPost, subjectKind: "gathering-message" }, [], ["mute"]],
    ["a post by somebody who left", { ...aPost, respondentLeft: true }, [], ["hide"]],
    ["what was muted once", aPost, [stood("mute")], ["hide"]],
    ["what was muted and is over", aPost, [{ kind: "mute", state: "over" } as const], ["hide"]],
    ["what had both", aPost, [stood("mute"), stood("hide")], []],
  ])("%s", (_, about, earlier, offered) => {
    expect(offeredAtOnce(about, earlier)).toEqual(offered);
  });

  test("only what harms by being seen stays hidden by itself, and nobody ever stays muted by it", () => {
    const stay = (kind: "mute" | "hide") => conducts.filter((conduct) => staysHidden(kind, conduct));
    expect(stay("hide")).toEqual(["outing", "threat", "intimate-image", "child-material"]);
    expect(stay("mute")).toEqual([]);
  });

  test.each([
    ["somebody else, in time", "standing", true, false, true],
    ["whoever did it", "standing", true, true, false],
    ["somebody else, after the decision", "standing", false, false, false],
    ["somebody else, when two have agreed", "confirmed", true, false, false],
    ["somebody else, when it's over", "over", true, false, false],
  ] as const)("agreeing to it: %s", (_, state, undecided, didIt, can) => {
    expect(canAgree({ kind: "mute", state }, { undecided, didIt })).toBe(can);
  });

  test("a case is undecided until it is decided", () => {
    expect(
      (["open", "claimed", "waiting-for-second", "escalated", "decided", "appealed", "closed"] as const).map(
        isUndecided,
      ),
    ).toEqual([true, true, true, true, false, false, false]);
  });
});

describe("ending a sanction early", () => {
  const aMute: Liftable = { outcome: "mute", days: 3, binds: true, asked: false };
  test.each([
    ["a mute", aMute, { ok: true, alone: true }],
    ["a week's suspension", { ...aMute, outcome: "suspension", days: 7 }, { ok: true, alone: true }],
    ["a longer suspension", { ...aMute, outcome: "suspension", days: 8 }, { ok: true, alone: false }],
    ["a removal", { ...aMute, outcome: "removal", days: null }, { ok: true, alone: false }],
    ["what doesn't bind any more", { ...aMute, binds: false }, { ok: false, reason: "already-done" }],
    ["what somebody wishes to end already", { ...aMute, asked: true }, { ok: false, reason: "changed-meanwhile" }],
  ] as const)("%s", (_, liftable, answer) => {
    expect(canLift(liftable)).toEqual(answer);
  });

  test.each([
    [{ binds: true, asked: true, askedIt: false }, true],
    [{ binds: true, asked: true, askedIt: true }, false],
    [{ binds: true, asked: false, askedIt: false }, false],
    [{ binds: false, asked: true, askedIt: false }, false],
  ])("the second person: %o", (facts, can) => {
    expect(canSecondLift(facts).ok).toBe(can);
  });
});
