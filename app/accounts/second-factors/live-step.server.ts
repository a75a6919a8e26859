import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import type { Reader } from "#db/types";
import { type Factors, factorsOf, hasFactor } from "./factor-queries.server";
import { markOfSecret, openStep, type Step } from "./tickets.server";

/**
 * The second step that a ticket stands for, with what the account has to show; null when it's too old or forged, the words
 * that earned it have changed, or nothing is left to ask for.
 */
export async function liveStep(read: Reader, ticket: string, now: Date): Promise<(Step & { factors: Factors }) | null> {
  const step = openStep(ticket, now);
  if (!step) return null;
  const [account] = await read
    .select({ secretHash: accounts.secretHash })
    .from(accounts)
    .where(eq(accounts.id, step.accountId));
  if (!account || markOfSecret(account.secretHash) !== step.secret) return null;
  const factors = await factorsOf(read, step.accountId);
  return hasFactor(factors) ? { ...step, factors } : null;
}
