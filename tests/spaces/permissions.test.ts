import { expect, test } from "vitest";
import { guest, type Member, type Viewer } from "~/accounts/viewer";
import { canSee, type Membership, mayInvite, mayKeepSpaces, type SpaceKind, speakersIn } from "~/spaces/permissions";

const member = (more: Partial<Member> = {}): Member => ({
  kind: "member",
  accountId: 10,
  sessionId: "s",
  standing: "member",
  younger: false,
  language: null,
  theme: null,
  slot: 1,
  pseudonyms: [
    { id: 1, slot: 1, name: "One", leaf: 1, state: "active" },
    { id: 2, slot: 2, name: "Two", leaf: 2, state: "active" },
    { id: 3, slot: 3, name: "Three", leaf: 3, state: "retired" },
  ],
  offices: [],
  sanctions: [],
  ...more,
});
const SPACE = 7;
const inside = (pseudonymId: number, more: Partial<Membership> = {}): Membership => ({
  spaceId: SPACE,
  pseudonymId,
  state: "in",
  host: false,
  ...more,
});
const elsewhere = inside(1, { spaceId: 8 });
const steward = member({ offices: [{ office: "steward", pseudonymId: 1 }] });
const moderator = member({ offices: [{ office: "moderator", pseudonymId: 1 }] });

test.each<[string, Viewer, SpaceKind, Membership[], boolean, number[]]>([
  ["a guest, open", guest, "open", [], true, []],
  ["a guest, members", guest, "members", [], false, []],
  ["a guest, circle", guest, "circle", [], false, []],
  ["a newcomer, members", member({ standing: "newcomer" }), "members", [], true, [1, 2]],
  ["a member, open", member(), "open", [], true, [1, 2]],
  ["a stranger, circle", member(), "circle", [], false, []],
  ["of another circle", member(), "circle", [elsewhere], false, []],
  ["invited only", member(), "circle", [inside(1, { state: "invited" })], false, []],
  ["inside under one name", member(), "circle", [inside(2)], true, [2]],
  ["inside under a retired name", member(), "circle", [inside(3)], true, []],
  ["younger, open", member({ younger: true }), "open", [], true, [1, 2]],
  ["younger, inside a circle", member({ younger: true }), "circle", [inside(1)], false, []],
  ["a steward, circle", steward, "circle", [], false, []],
  ["a moderator, circle", moderator, "circle", [], false, []],
])("%s", (_, viewer, kind, memberships, sees, speaks) => {
  const space = { id: SPACE, kind };
  expect(canSee(viewer, space, memberships)).toBe(sees);
  expect(speakersIn(viewer, space, memberships).map((own) => own.id)).toEqual(speaks);
});

test.each<[string, Viewer, SpaceKind, Membership[], boolean]>([
  ["a host", member(), "circle", [inside(1, { host: true })], true],
  ["one who is in it", member(), "circle", [inside(1)], false],
  ["a host of another circle", member(), "circle", [{ ...elsewhere, host: true }], false],
  ["a steward", steward, "circle", [], false],
  ["anybody in an open space", member(), "open", [inside(1, { host: true })], false],
])("inviting: %s", (_, viewer, kind, memberships, expected) => {
  expect(mayInvite(viewer, { id: SPACE, kind }, memberships)).toBe(expected);
});

test("stewards keep the spaces, nobody else", () => {
  expect([guest, member(), moderator, steward].map(mayKeepSpaces)).toEqual([false, false, false, true]);
});
