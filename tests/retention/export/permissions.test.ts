import { expect, test } from "vitest";
import { guest, type Member } from "~/accounts/viewer";
import { mayTakeAlong } from "~/retention/export/permissions";

const own = (slot: number, state: "active" | "retired" | "burned") => ({
  id: slot,
  slot,
  name: `N${slot}`,
  leaf: 1,
  state,
});
const member: Member = {
  kind: "member",
  accountId: 1,
  sessionId: "s",
  standing: "newcomer",
  younger: false,
  language: null,
  theme: null,
  slot: 1,
  pseudonyms: [own(1, "active"), own(2, "retired"), own(3, "burned")],
  offices: [],
  sanctions: [],
};
const removal = {
  id: 1,
  pseudonymId: 1,
  caseId: 1,
  kind: "removal",
  agreement: "a",
  reasons: "",
  until: null,
} as const;

test("every member may take along everything, also one who is suspended or removed", () => {
  expect(mayTakeAlong(member, null)).toEqual({ ok: true });
  for (const kind of ["suspension", "removal", "mute", "slow"] as const)
    expect(mayTakeAlong({ ...member, sanctions: [{ ...removal, kind }] }, null)).toEqual({ ok: true });
});

test("a stranger may not", () => {
  for (const slot of [null, 1]) expect(mayTakeAlong(guest, slot)).toMatchObject({ ok: false, reason: "sign-in-first" });
});

test("one name may be taken alone, unless it was burned or isn't there", () => {
  expect([1, 2].map((slot) => mayTakeAlong(member, slot).ok)).toEqual([true, true]);
  for (const slot of [3, 4, 0, Number.NaN])
    expect(mayTakeAlong(member, slot)).toMatchObject({ ok: false, reason: "not-found" });
});
