import { expect, test } from "vitest";
import type { Member, Office } from "~/accounts/viewer";
import type { Settings } from "~/agreements/settings";
import { branchOfInvitee } from "~/joining/branches";
import { mayInvite } from "~/joining/permissions";

const somebody = (standing: Member["standing"], offices: Office[] = [], sanction?: Member["sanctions"][0]["kind"]) =>
  ({
    standing,
    offices: offices.map((office) => ({ office, pseudonymId: 1 })),
    sanctions: sanction ? [{ kind: sanction }] : [],
    kind: "member",
  }) as unknown as Member;

const cases: [string, Member, Settings["joining"], string][] = [
  ["a newcomer", somebody("newcomer"), "invite", "too-new"],
  ["a member", somebody("member"), "invite", "yes"],
  ["a member of an open community", somebody("member"), "open", "yes"],
  ["a member of a closed community", somebody("established"), "closed", "joining-closed"],
  ["a moderator of a closed community", somebody("established", ["moderator"]), "closed", "joining-closed"],
  ["a steward of a closed community", somebody("newcomer", ["steward"]), "closed", "yes"],
  ["a muted member", somebody("member", [], "mute"), "invite", "muted"],
  ["a suspended member", somebody("established", [], "suspension"), "invite", "suspended"],
  ["a suspended steward", somebody("established", ["steward"], "suspension"), "invite", "suspended"],
  ["a warned member", somebody("member", [], "warning"), "invite", "yes"],
];

test.each(cases)("may %s invite?", (_who, viewer, policy, answer) => {
  const may = mayInvite(viewer, policy);
  expect(may.ok ? "yes" : may.reason).toBe(answer);
});

test.each([
  ["a steward's invitee begins a branch", { steward: true, branch: 7 }, 9],
  ["a member's invitee belongs to the member's", { steward: false, branch: 7 }, 7],
  ["without a branch to inherit a new one begins", { steward: false, branch: null }, 9],
])("%s", (_what, inviter, branch) => {
  expect(branchOfInvitee(inviter, 9)).toBe(branch);
});
