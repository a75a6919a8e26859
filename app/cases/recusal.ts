/** Why somebody never sees a case. For the software only: not even they are told. */
export type Conflict = "reporter" | "respondent" | "invitation" | "block" | "tie";

/** Somebody who could handle a case: an office's pseudonym and the account behind it. */
export type Candidate = { pseudonymId: number; accountId: number };

/** A block between accounts; `since` is the hour it was made in. */
export type PartyBlock = { id: number; byAccountId: number; againstAccountId: number; since: Date };

export type ConflictFacts = {
  reporterAccountIds: number[];
  /** `accountId` is null when the account has left. */
  respondent: { pseudonymId: number; accountId: number | null };
  /** Who took part in a pile-on: of them only themselves and invitations count, for they are too many to choose judges by. */
  tookPartAccountIds?: number[];
  invitations: { inviterAccountId: number; inviteeAccountId: number }[];
  /** Blocks that a party made against somebody who could handle the case, under whichever of their names. */
  blocksByParties: PartyBlock[];
  /** Blocks that those who could handle the case made, with the account behind the blocked pseudonym. */
  blocksByHandlers: { byAccountId: number; pseudonymId: number; accountId: number | null; since: Date }[];
  ties: { handlerAccountId: number; accountId: number | null; pseudonymId: number }[];
  /** The hour of what was reported: a block counts only if it is older. */
  conductHour: Date;
};

/** How many of a party's own blocks count, the oldest first: nobody chooses their judge by blocking. */
export const BLOCKS_PER_PARTY = 3;

/** What keeps a candidate from a case, or null. Accounts are compared, never shown. */
export function conflictOf(candidate: Candidate, facts: ConflictFacts): Conflict | null {
  const { accountId } = candidate;
  const { respondent } = facts;
  if (facts.reporterAccountIds.includes(accountId)) return "reporter";
  if (respondent.accountId === accountId) return "respondent";
  const tookPart = facts.tookPartAccountIds ?? [];
  if (tookPart.includes(accountId)) return "respondent";
  const parties = new Set([
    ...facts.reporterAccountIds,
    ...(respondent.accountId === null ? [] : [respondent.accountId]),
  ]);
  const related = new Set([...parties, ...tookPart]);
  const invited = facts.invitations.some(
    ({ inviterAccountId: inviter, inviteeAccountId: invitee }) =>
      (inviter === accountId && related.has(invitee)) || (invitee === accountId && related.has(inviter)),
  );
  if (invited) return "invitation";
  if (blocked(candidate, facts)) return "block";
  const tied = facts.ties.some(
    (tie) =>
      tie.handlerAccountId === accountId &&
      (tie.pseudonymId === respondent.pseudonymId || (tie.accountId !== null && parties.has(tie.accountId))),
  );
  return tied ? "tie" : null;
}

function blocked({ accountId }: Candidate, facts: ConflictFacts): boolean {
  const older = ({ since }: { since: Date }) => since < facts.conductHour;
  const byHandler = facts.blocksByHandlers.some(
    (block) =>
      block.byAccountId === accountId &&
      older(block) &&
      (block.pseudonymId === facts.respondent.pseudonymId ||
        (block.accountId !== null && facts.reporterAccountIds.includes(block.accountId))),
  );
  if (byHandler) return true;
  const byParty = facts.blocksByParties
    .filter(older)
    .sort((a, b) => a.since.getTime() - b.since.getTime() || a.id - b.id);
  return byParty.some(
    (block) =>
      block.againstAccountId === accountId &&
      againstWhom(byParty, block.byAccountId).indexOf(accountId) < BLOCKS_PER_PARTY,
  );
}

/** The accounts that a party blocked, each once, the oldest block first. */
const againstWhom = (blocks: PartyBlock[], byAccountId: number) => [
  ...new Set(blocks.filter((block) => block.byAccountId === byAccountId).map((block) => block.againstAccountId)),
];
