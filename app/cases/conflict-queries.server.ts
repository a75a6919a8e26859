import { and, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { blocks, invitationEdges, offices, pileOnParts, pileOns, reports, ties } from "#db/schema";
import type { Reader } from "#db/types";
import type { Office } from "../accounts/viewer";
import { accountBehind, accountsBehind, linksOfAccount } from "../pseudonyms/sealed-link.server";
import { type Candidate, type ConflictFacts, conflictOf } from "./recusal";
import { aboutWhom, respondentAccount } from "./respondent.server";

/** What of a case decides who may handle it. */
export type Disputed = {
  id: number;
  /** Null where it happened elsewhere and nobody here is named. */
  respondentPseudonymId: number | null;
  subjectId: number;
  conductHour: Date;
  quarantine: "none" | "standing" | "lifted";
};

/** The offices whose holders handle a case, those asked first in front. What was set aside is never for moderators. */
export const officesFor = ({ quarantine }: Pick<Disputed, "quarantine">): readonly ("moderator" | "steward")[] =>
  quarantine === "standing" ? ["steward"] : ["moderator", "steward"];

/** Who holds an office now, with the accounts behind: for comparing, never for showing. */
export async function candidatesFor(read: Reader, office: Office, now: Date): Promise<Candidate[]> {
  const held = await read
    .select({ pseudonymId: offices.pseudonymId })
    .from(offices)
    .where(and(eq(offices.office, office), or(isNull(offices.until), gt(offices.until, now))));
  const accounts = await accountsBehind(
    read,
    held.map((one) => one.pseudonymId),
  );
  return held.flatMap(({ pseudonymId }) => {
    const accountId = accounts.get(pseudonymId);
    return accountId === undefined ? [] : [{ pseudonymId, accountId }];
  });
}

/** Of some candidates those who may handle a case, and how many may not. */
export async function withoutConflict(read: Reader, disputed: Disputed, candidates: Candidate[]) {
  if (!candidates.length) return { free: [], recused: 0 };
  const facts = await conflictFacts(read, disputed, candidates);
  const free = candidates.filter((candidate) => conflictOf(candidate, facts) === null);
  return { free, recused: candidates.length - free.length };
}

/** Everything between the parties of a case and some candidates that `conflictOf` weighs. */
export async function conflictFacts(
  read: Reader,
  { id, respondentPseudonymId, subjectId, conductHour }: Omit<Disputed, "quarantine">,
  candidates: Candidate[],
): Promise<ConflictFacts> {
  // One after the other: inside a transaction there is one connection, which answers one question at a time.
  const reporters = await read
    .selectDistinct({ accountId: reports.reporterAccountId })
    .from(reports)
    .where(and(eq(reports.caseId, id), isNotNull(reports.reporterAccountId)));
  const respondentAccountId = await respondentAccount(read, { respondentPseudonymId });
  const pileOn = await partiesOfPileOn(read, id);
  const reporterAccountIds = reporters.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
  const parties = respondentAccountId === null ? [...reporterAccountIds] : [...reporterAccountIds, respondentAccountId];
  // Reports may be the weapon: in a pile-on only the member's own blocks count, so that fifty can't choose the judge.
  const blockers = pileOn ? pileOn.targets : parties;
  if (pileOn) {
    reporterAccountIds.push(...pileOn.targets);
    parties.push(...pileOn.targets, ...pileOn.tookPart);
  }
  const handlers = candidates.map((candidate) => candidate.accountId);
  const owners = await namesOf(read, handlers);
  const invitations = await readInvitations(read, parties, handlers);
  const blocksByParties = await readBlocksByParties(read, blockers, owners);
  const blocksByHandlers = await readBlocksByHandlers(read, handlers);
  const declared = await read
    .select()
    .from(ties)
    .where(inArray(ties.moderatorPseudonymId, [...owners.keys()]));
  const tied = await accountsBehind(
    read,
    declared.map((tie) => tie.pseudonymId),
  );
  return {
    reporterAccountIds,
    tookPartAccountIds: pileOn?.tookPart ?? [],
    respondent: { pseudonymId: aboutWhom({ respondentPseudonymId, subjectId }), accountId: respondentAccountId },
    invitations,
    blocksByParties,
    blocksByHandlers,
    // A tie of any of their names binds them: whoever holds an office may have read for somebody under another one.
    ties: declared.map((tie) => ({
      handlerAccountId: owners.get(tie.moderatorPseudonymId)!,
      pseudonymId: tie.pseudonymId,
      accountId: tied.get(tie.pseudonymId) ?? null,
    })),
    conductHour,
  };
}

/** The accounts behind a pile-on: the member's, and those of everybody whose posts were gathered. Null for any other case. */
async function partiesOfPileOn(read: Reader, caseId: number) {
  const [found] = await read.select().from(pileOns).where(eq(pileOns.caseId, caseId));
  if (!found) return null;
  const names = await read
    .selectDistinct({ id: pileOnParts.pseudonymId })
    .from(pileOnParts)
    .where(eq(pileOnParts.caseId, caseId));
  const behind = await accountsBehind(
    read,
    names.map((one) => one.id),
  );
  const target = await accountBehind(read, found.targetPseudonymId);
  return { targets: target === null ? [] : [target], tookPart: [...new Set(behind.values())] };
}

const readInvitations = (read: Reader, parties: number[], handlers: number[]) =>
  read
    .select({
      inviterAccountId: invitationEdges.inviterAccountId,
      inviteeAccountId: invitationEdges.inviteeAccountId,
    })
    .from(invitationEdges)
    .where(
      or(
        and(inArray(invitationEdges.inviterAccountId, parties), inArray(invitationEdges.inviteeAccountId, handlers)),
        and(inArray(invitationEdges.inviterAccountId, handlers), inArray(invitationEdges.inviteeAccountId, parties)),
      ),
    );

/** All names of those who could handle a case, with the account behind each. */
async function namesOf(read: Reader, handlers: number[]): Promise<Map<number, number>> {
  const owners = new Map<number, number>();
  for (const accountId of handlers)
    for (const link of await linksOfAccount(read, accountId)) owners.set(link.pseudonymId, link.accountId);
  return owners;
}

async function readBlocksByParties(read: Reader, parties: number[], owners: Map<number, number>) {
  const rows = await read
    .select()
    .from(blocks)
    .where(
      and(
        eq(blocks.kind, "block"),
        inArray(blocks.ownerAccountId, parties),
        inArray(blocks.pseudonymId, [...owners.keys()]),
      ),
    );
  return rows.map((row) => ({
    id: row.id,
    byAccountId: row.ownerAccountId,
    againstAccountId: owners.get(row.pseudonymId)!,
    since: row.since,
  }));
}

async function readBlocksByHandlers(read: Reader, handlers: number[]) {
  const rows = await read
    .select()
    .from(blocks)
    .where(and(eq(blocks.kind, "block"), inArray(blocks.ownerAccountId, handlers)));
  const blocked = await accountsBehind(
    read,
    rows.map((row) => row.pseudonymId),
  );
  return rows.map((row) => ({
    byAccountId: row.ownerAccountId,
    pseudonymId: row.pseudonymId,
    accountId: blocked.get(row.pseudonymId) ?? null,
    since: row.since,
  }));
}
