import { describe, expect, test } from "vitest";
import { guest, type LiveSanction, type Member, type Viewer } from "~/accounts/viewer";
import {
  mayEdit,
  mayQuote,
  mayRemove,
  mayReply,
  mayStartTopic,
  type PostState,
  type PostView,
  type StoryLabel,
  viewOf,
} from "~/discussion/permissions";
import { asBefore } from "~/discussion/topics/calm/rules";

const now = new Date(Date.UTC(2026, 4, 4, 13));
const OWN = 1;
const OTHER = 2;
const member = (more: Partial<Member> = {}): Member => ({
  kind: "member",
  accountId: 10,
  sessionId: "s",
  standing: "member",
  younger: false,
  language: null,
  theme: null,
  slot: 1,
  pseudonyms: [{ id: OWN, slot: 1, name: "Own", leaf: 1, state: "active" }],
  offices: [],
  sanctions: [],
  ...more,
});
const sanctioned = (kind: LiveSanction["kind"]) =>
  member({
    sanctions: [{ id: 1, pseudonymId: OWN, caseId: 1, kind, agreement: "a", reasons: "why", until: new Date(0) }],
  });
const post = (by: number, state: PostState = "visible", storyLabel: StoryLabel = "ask", burned = false) => ({
  state,
  storyLabel,
  pseudonymId: by,
  authorState: burned ? ("burned" as const) : ("active" as const),
});
const answer = (allowed: { ok: boolean; reason?: string }) => (allowed.ok ? "yes" : allowed.reason);
const here = { speakers: [{}] };
const nowhere = { speakers: [] };

describe("who may write", () => {
  test.each<[string, Viewer, typeof here | typeof nowhere, string]>([
    ["a guest", guest, nowhere, "sign-in-first"],
    ["a newcomer", member({ standing: "newcomer" }), here, "yes"],
    ["a member", member(), here, "yes"],
    ["a member without a name that may speak here", member(), nowhere, "not-allowed"],
    ["a muted member", sanctioned("mute"), here, "muted"],
    ["a suspended member", sanctioned("suspension"), here, "suspended"],
    ["a removed member", sanctioned("removal"), here, "suspended"],
    ["a slowed member", sanctioned("slow"), here, "yes"],
    ["a warned member", sanctioned("warning"), here, "yes"],
  ])("%s", (_, viewer, space, expected) => {
    expect(answer(mayStartTopic(viewer, space))).toBe(expected);
    expect(answer(mayReply(viewer, space, { state: "open", ...asBefore }, now))).toBe(expected);
  });

  test.each(["closed", "removed"] as const)("nobody answers in a topic that is %s", (state) => {
    expect(answer(mayReply(member(), here, { state, ...asBefore }, now))).toBe("closed");
  });

  test("a refusal says why and until when", () => {
    expect(mayStartTopic(sanctioned("mute"), here)).toMatchObject({ why: "why", until: new Date(0) });
  });
});

describe("what is seen of a post", () => {
  test.each<[string, Viewer, ReturnType<typeof post>, PostView]>([
    ["anybody, visible", guest, post(OTHER), "shown"],
    ["a guest, not to be quoted", guest, post(OTHER, "visible", "closed"), "not-for-guests"],
    ["a member, not to be quoted", member(), post(OTHER, "visible", "closed"), "shown"],
    ["another's, hidden", member(), post(OTHER, "hidden"), "hidden"],
    ["a guest, hidden", guest, post(OTHER, "hidden"), "hidden"],
    ["own, hidden", member(), post(OWN, "hidden"), "shown-to-author"],
    ["own, removed", member(), post(OWN, "removed-by-author"), "removed-by-author"],
    ["own, removed by decision", member(), post(OWN, "removed-by-decision"), "removed-by-decision"],
    ["another's, removed by decision", guest, post(OTHER, "removed-by-decision"), "removed-by-decision"],
    ["a burned name's", member(), post(OTHER, "visible", "open", true), "removed-by-author"],
    ["a burned name's, hidden", member(), post(OTHER, "hidden", "open", true), "removed-by-author"],
    ["one's own burned name's", member(), post(OWN, "visible", "open", true), "shown"],
  ])("%s", (_, viewer, seen, expected) => {
    expect(viewOf(viewer, seen)).toBe(expected);
  });
});

describe("who may quote, edit and remove", () => {
  test.each<[string, Viewer, ReturnType<typeof post>, boolean, string]>([
    ["a guest", guest, post(OTHER, "visible", "open"), false, "sign-in-first"],
    ["open", member(), post(OTHER, "visible", "open"), false, "yes"],
    ["ask, not asked", member(), post(OTHER, "visible", "ask"), false, "ask-first"],
    ["ask, asked", member(), post(OTHER, "visible", "ask"), true, "yes"],
    ["closed, asked", member(), post(OTHER, "visible", "closed"), true, "not-to-be-quoted"],
    ["own, closed", member(), post(OWN, "visible", "closed"), false, "yes"],
    ["hidden", member(), post(OTHER, "hidden", "open"), true, "not-found"],
    ["removed", member(), post(OTHER, "removed-by-author", "open"), true, "not-found"],
    ["muted", sanctioned("mute"), post(OTHER, "visible", "open"), false, "muted"],
  ])("quoting: %s", (_, viewer, quoted, asked, expected) => {
    expect(answer(mayQuote(viewer, quoted, asked))).toBe(expected);
  });

  test.each<[string, Viewer, ReturnType<typeof post>, string, string]>([
    ["a guest", guest, post(OTHER), "sign-in-first", "sign-in-first"],
    ["another's", member(), post(OTHER), "not-allowed", "not-allowed"],
    [
      "another's, as a moderator",
      member({ offices: [{ office: "moderator", pseudonymId: OWN }] }),
      post(OTHER),
      "not-allowed",
      "not-allowed",
    ],
    ["own", member(), post(OWN), "yes", "yes"],
    ["own, hidden", member(), post(OWN, "hidden"), "closed", "yes"],
    ["own, removed", member(), post(OWN, "removed-by-author"), "closed", "already-done"],
    ["own, suspended", sanctioned("suspension"), post(OWN), "suspended", "yes"],
    ["own, muted", sanctioned("mute"), post(OWN), "muted", "yes"],
  ])("editing and removing: %s", (_, viewer, own, edits, removes) => {
    expect(answer(mayEdit(viewer, own, { state: "open" }))).toBe(edits);
    expect(answer(mayRemove(viewer, own))).toBe(removes);
  });

  test("one's own words can be mended in a closed topic, not in one that is gone", () => {
    expect(answer(mayEdit(member(), post(OWN), { state: "closed" }))).toBe("yes");
    expect(answer(mayEdit(member(), post(OWN), { state: "removed" }))).toBe("closed");
  });
});
