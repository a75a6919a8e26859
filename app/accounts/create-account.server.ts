import { accounts } from "#db/schema";
import type { Tx } from "#db/types";
import { newId } from "../platform/ids";
import { weekOf } from "../platform/time";
import { NAME_WORDS, signInKey } from "./codename.server";
import { hashSecret } from "./hashing.server";
import type { Offer } from "./offered-words.server";
import { keepFreshKey } from "./own-key/own-key.server";
import { type Wraps, wrapByCode, wrapBySecret } from "./own-key/wraps.server";
import { recoveryHash } from "./recovery-code.server";
import type { Standing } from "./viewer";

/** What the database keeps of a codename and a recovery code: nothing that opens anything. */
export type KeptWords = { signInKey: string; secretHash: string; recoveryHash: string };

/**
 * Hashes offered words for keeping, and closes the account's own key under them, if it's at hand. Null when the server is
 * overloaded. Before the transaction, never in it.
 */
export async function keepWords<Key extends Buffer | null>(
  offer: Pick<Offer, "words" | "recovery">,
  key: Key,
): Promise<{ words: KeptWords; wraps: Key extends Buffer ? Wraps : Partial<Wraps> } | null> {
  const secret = offer.words.slice(NAME_WORDS).join(" ");
  const [secretHash, bySecret] = await Promise.all([hashSecret(secret), key && wrapBySecret(key, secret)]);
  if (secretHash === null || (key && !bySecret)) return null;
  const words = {
    signInKey: signInKey(offer.words.slice(0, NAME_WORDS).join(" ")),
    secretHash,
    recoveryHash: recoveryHash(offer.recovery),
  };
  return { words, wraps: (key ? { bySecret, byCode: wrapByCode(key, offer.recovery) } : {}) as never };
}

/** Writes a new account; null when its sign-in name was taken meanwhile. `branch`: null for whoever founds the community alone. `younger`: than the age in the agreements, as they say themselves. */
export async function createAccount(
  tx: Tx,
  about: { words: KeptWords; wraps: Wraps; branch: number | null; standing: Standing; younger: boolean },
  now: Date,
): Promise<number | null> {
  const { words, wraps, branch, standing, younger } = about;
  const [made] = await tx
    .insert(accounts)
    .values({
      id: newId(),
      ...words,
      secretKind: "codename",
      standing,
      branch,
      younger,
      joinedWeek: weekOf(now),
      lastSeen: now,
    })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (!made) return null;
  await keepFreshKey(tx, made.id, wraps);
  return made.id;
}
