import { eq } from "drizzle-orm";
import { accountKeys } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { drawOwnKey, unwrapByCode, unwrapBySecret, type Wraps, wrapBySecret } from "./wraps.server";

/** What is kept of an account's own key; undefined where it has none yet. */
export const wrapsOf = async (read: Reader, accountId: number): Promise<Wraps | undefined> =>
  (await read.select().from(accountKeys).where(eq(accountKeys.accountId, accountId)))[0];

/**
 * The account's own key for somebody who has just typed the secret in force. `key`: null where it's still closed under the
 * secret before. `fresh`: to be kept with it, where the account had none. Null when the server is overloaded.
 */
export async function openOwnKey(
  read: Reader,
  accountId: number,
  secret: string,
): Promise<{ key: Buffer | null; fresh?: Wraps } | null> {
  const wraps = await wrapsOf(read, accountId);
  if (wraps) {
    const key = await unwrapBySecret(wraps.bySecret, secret);
    return key && { key: key === "shut" ? null : key };
  }
  const key = drawOwnKey();
  const bySecret = await wrapBySecret(key, secret);
  return bySecret && { key, fresh: { bySecret, byCode: null } };
}

/** The account's own key for somebody who has its recovery code; `"shut"` where that doesn't open it, undefined where there's none. */
export async function openOwnKeyByCode(
  read: Reader,
  accountId: number,
  code: string,
): Promise<Buffer | "shut" | undefined> {
  const wraps = await wrapsOf(read, accountId);
  if (!wraps) return undefined;
  return wraps.byCode ? unwrapByCode(wraps.byCode, code) : "shut";
}

/** Keeps a key that was made just now; false where another page made one first. */
export async function keepFreshKey(tx: Tx, accountId: number, wraps: Wraps): Promise<boolean> {
  const kept = await tx
    .insert(accountKeys)
    .values({ accountId, ...wraps })
    .onConflictDoNothing()
    .returning({ accountId: accountKeys.accountId });
  return kept.length > 0;
}

/** Closes the key under what opens the account from now on; what isn't given stays as it was. */
export async function rewrap(tx: Tx, accountId: number, wraps: Partial<Wraps>): Promise<void> {
  if (Object.keys(wraps).length === 0) return;
  await tx.update(accountKeys).set(wraps).where(eq(accountKeys.accountId, accountId));
}
