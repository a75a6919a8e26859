/** Branch numbers fit a 32-bit column; random, so that none tells how many came before. */
export const BRANCHES = 2 ** 31;

/**
 * The branch of somebody who joins by invitation: whoever a steward invited begins one, everybody else belongs to their
 * inviter's. `fresh`: a random number below `BRANCHES`.
 */
export function branchOfInvitee(inviter: { steward: boolean; branch: number | null }, fresh: number): number {
  return inviter.steward || inviter.branch === null ? fresh : inviter.branch;
}
