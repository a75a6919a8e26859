import { expect, test } from "vitest";
import { canClaim, canHandle, canSecond, canWork, type Handler, type Standing } from "~/cases/permissions";
import { type ConflictFacts, conflictOf } from "~/cases/recusal";
import { HOUR, plus } from "~/platform/time";

const conductHour = new Date("2026-05-04T13:00:00Z");
const before = plus(conductHour, -HOUR);
const MODERATOR = 100;
const REPORTER = 1;
const RESPONDENT = 2;
const NAMED = 22;
const STRANGER = 9;
const me = { pseudonymId: 1000, accountId: MODERATOR };

const none: ConflictFacts = {
  reporterAccountIds: [REPORTER],
  respondent: { pseudonymId: NAMED, accountId: RESPONDENT },
  invitations: [],
  blocksByParties: [],
  blocksByHandlers: [],
  ties: [],
  conductHour,
};
const invited = (inviterAccountId: number, inviteeAccountId: number) => ({
  invitations: [{ inviterAccountId, inviteeAccountId }],
});
const iBlocked = (pseudonymId: number, accountId: number | null, since = before) => ({
  blocksByHandlers: [{ byAccountId: MODERATOR, pseudonymId, accountId, since }],
});
const blockedMe = (byAccountId: number, since = before) => ({
  blocksByParties: [{ id: 1, byAccountId, againstAccountId: MODERATOR, since }],
});
const tiedTo = (pseudonymId: number, accountId: number | null, handlerAccountId = me.accountId) => ({
  ties: [{ handlerAccountId, pseudonymId, accountId }],
});

test.each<[string, Partial<ConflictFacts>, string | null]>([
  ["a stranger to all", {}, null],
  ["the reporter", { reporterAccountIds: [REPORTER, MODERATOR] }, "reporter"],
  ["the respondent, under any name", { respondent: { pseudonymId: NAMED, accountId: MODERATOR } }, "respondent"],
  ["who invited the reporter", invited(MODERATOR, REPORTER), "invitation"],
  ["whom the reporter invited", invited(REPORTER, MODERATOR), "invitation"],
  ["who invited the respondent", invited(MODERATOR, RESPONDENT), "invitation"],
  ["who invited a stranger", invited(MODERATOR, STRANGER), null],
  ["who blocked the named pseudonym", iBlocked(NAMED, RESPONDENT), "block"],
  ["who blocked it in the conduct's own hour", iBlocked(NAMED, RESPONDENT, conductHour), null],
  ["who blocked another name of the respondent", iBlocked(23, RESPONDENT), null],
  ["who blocked the reporter", iBlocked(11, REPORTER), "block"],
  ["who blocked a stranger", iBlocked(99, STRANGER), null],
  ["whom the respondent had blocked", blockedMe(RESPONDENT), "block"],
  ["whom the respondent blocked afterwards", blockedMe(RESPONDENT, conductHour), null],
  ["whom the reporter had blocked", blockedMe(REPORTER), "block"],
  ["tied to the respondent's name", tiedTo(NAMED, RESPONDENT), "tie"],
  ["tied to another name of the respondent", tiedTo(23, RESPONDENT), "tie"],
  ["tied to the reporter", tiedTo(11, REPORTER), "tie"],
  ["a tie that somebody else declared", tiedTo(NAMED, RESPONDENT, 2000), null],
  ["tied to a name that has left, not this one", tiedTo(99, null), null],
  ["the respondent has left", { respondent: { pseudonymId: NAMED, accountId: null } }, null],
  [
    "the respondent has left, whose name they had blocked",
    { respondent: { pseudonymId: NAMED, accountId: null }, ...iBlocked(NAMED, null) },
    "block",
  ],
])("%s: %s", (_, facts, conflict) => {
  expect(conflictOf(me, { ...none, ...facts })).toBe(conflict);
});

test("only a party's three oldest blocks count, so that nobody chooses their judge", () => {
  const blocksByParties = [100, 101, 102, 103, 104].map((againstAccountId, i) => ({
    id: i,
    byAccountId: RESPONDENT,
    againstAccountId,
    since: plus(conductHour, -(10 - i) * HOUR),
  }));
  const recused = [100, 101, 102, 103, 104].filter(
    (accountId) => conflictOf({ pseudonymId: accountId * 10, accountId }, { ...none, blocksByParties }) === "block",
  );
  expect(recused).toEqual([100, 101, 102]);
});

const handler: Handler = { office: true, silenced: false, dealt: true, conflict: null };

test.each<[string, Partial<Handler>, boolean]>([
  ["a moderator it was dealt to", {}, true],
  ["a guest or a member without an office", { office: false }, false],
  ["a moderator it wasn't dealt to", { dealt: false }, false],
  ["the reporter", { conflict: "reporter" }, false],
  ["the respondent or a sibling of theirs", { conflict: "respondent" }, false],
  ["an inviter or invitee", { conflict: "invitation" }, false],
  ["somebody with a block between them", { conflict: "block" }, false],
  ["somebody who declared a tie", { conflict: "tie" }, false],
  ["a suspended moderator", { silenced: true }, false],
])("%s can handle a case: %s", (_, facts, can) => {
  expect(canHandle({ ...handler, ...facts })).toBe(can);
});

const claimed: Standing = { state: "claimed", mine: true, leased: true, decidedIt: false };
const reasonOf = (answer: { ok: boolean; reason?: string }) => answer.reason ?? "ok";

test.each<[string, Partial<Standing>, string, string, string]>([
  ["open", { state: "open", mine: false, leased: false }, "ok", "claim-first", "changed-meanwhile"],
  ["claimed by me", {}, "ok", "ok", "changed-meanwhile"],
  ["claimed by me, the lease run out", { leased: false }, "ok", "ok", "changed-meanwhile"],
  ["claimed by another", { mine: false }, "claimed-by-other", "claim-first", "changed-meanwhile"],
  ["claimed by another whose lease ran out", { mine: false, leased: false }, "ok", "claim-first", "changed-meanwhile"],
  ["escalated", { state: "escalated", mine: false, leased: false }, "ok", "claim-first", "changed-meanwhile"],
  [
    "waiting for a second person",
    { state: "waiting-for-second", mine: false, leased: false },
    "changed-meanwhile",
    "claim-first",
    "ok",
  ],
  [
    "waiting for a second person, by my decision",
    { state: "waiting-for-second", mine: false, leased: false, decidedIt: true },
    "changed-meanwhile",
    "claim-first",
    "not-allowed",
  ],
  [
    "decided",
    { state: "decided", mine: false, leased: false },
    "already-decided",
    "already-decided",
    "already-decided",
  ],
  ["closed", { state: "closed", mine: false, leased: false }, "already-decided", "already-decided", "already-decided"],
])("%s: claim %s, work and decide %s, confirm %s", (_, facts, claim, work, second) => {
  const standing = { ...claimed, ...facts };
  expect([canClaim(standing), canWork(standing), canSecond(standing)].map(reasonOf)).toEqual([claim, work, second]);
});
