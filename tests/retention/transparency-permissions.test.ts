import { expect, test } from "vitest";
import { guest, type LiveSanction, type Member, type Office, type Viewer } from "~/accounts/viewer";
import { mayWriteTransparency } from "~/retention/transparency/permissions";

function member(offices: Office[], ...kinds: LiveSanction["kind"][]): Member {
  const sanctions = kinds.map((kind, i) => ({
    id: i,
    pseudonymId: 1,
    caseId: 7,
    kind,
    agreement: "kindness",
    reasons: "Because.",
    until: null,
  }));
  return {
    kind: "member",
    accountId: 1,
    sessionId: "s",
    standing: "established",
    younger: false,
    language: null,
    theme: null,
    slot: 1,
    pseudonyms: [],
    offices: offices.map((office) => ({ office, pseudonymId: 1 })),
    sanctions,
  };
}

const table: [string, Viewer, string][] = [
  ["a stranger", guest, "sign-in-first"],
  ["a member", member([]), "not-allowed"],
  ["a moderator", member(["moderator"]), "not-allowed"],
  ["an organizer", member(["organizer"]), "not-allowed"],
  ["a moderator who organizes, too", member(["moderator", "organizer"]), "not-allowed"],
  ["a steward", member(["steward"]), "yes"],
  ["a steward who moderates, too", member(["moderator", "steward"]), "yes"],
  ["a steward who was warned or slowed", member(["steward"], "warning", "slow"), "yes"],
  ["a muted steward", member(["steward"], "mute"), "muted"],
  ["a suspended steward", member(["steward"], "suspension"), "suspended"],
  ["a removed steward", member(["steward"], "removal"), "suspended"],
];

test.each(table)("%s who would write what was asked of the community: %#", (_who, viewer, expected) => {
  const may = mayWriteTransparency(viewer);
  expect(may.ok ? "yes" : may.reason).toBe(expected);
});
