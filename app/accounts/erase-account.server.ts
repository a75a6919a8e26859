import { and, eq, inArray } from "drizzle-orm";
import { accounts, offices, pseudonyms } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { officeHolders } from "./office-queries.server";
import { endAllSessions } from "./sessions.server";

/** Whether an account is still there; a page that was opened before somebody left in another window may be older than that. */
export const accountIsThere = async (read: Reader, accountId: number): Promise<boolean> =>
  (await read.$count(accounts, eq(accounts.id, accountId))) === 1;

/** Whether these names hold the community's only steward. */
export async function areLastSteward(read: Reader, pseudonymIds: number[], now: Date): Promise<boolean> {
  const stewards = (await officeHolders(read, now)).filter((held) => held.office === "steward");
  const own = stewards.filter((held) => pseudonymIds.includes(held.pseudonymId));
  return own.length > 0 && own.length === stewards.length;
}

/** Lays down every office that these names hold. Offices are public, and so is their end. */
export async function layDownOffices(tx: Tx, pseudonymIds: number[], now: Date): Promise<void> {
  const held = await tx
    .select({ id: offices.id, office: offices.office, name: pseudonyms.name })
    .from(offices)
    .innerJoin(pseudonyms, eq(pseudonyms.id, offices.pseudonymId))
    .where(and(inArray(offices.pseudonymId, pseudonymIds)));
  for (const { id, office, name } of held) {
    await tx.delete(offices).where(eq(offices.id, id));
    await appendToLog(tx, { act: "office-ended", office: "members", details: { office, name } }, now);
  }
}

/**
 * Erases an account with all that hangs on it: sessions, factors, drafts, marks, blocks, invitations, edges. Its reports
 * stay with nobody behind them.
 */
export async function eraseAccount(site: Site, tx: Tx, accountId: number): Promise<void> {
  await endAllSessions(site, tx, accountId);
  await tx.delete(accounts).where(eq(accounts.id, accountId));
  tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
}
