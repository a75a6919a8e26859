import { accounts } from "#db/schema";
import type { Tx } from "#db/types";
import { newId } from "../platform/ids";
import { weekOf } from "../platform/time";
import { NAME_WORDS, signInKey } from "./codename.server";
import { hashSecret } from "./hashing.server";
import type { Offer } from "./offered-words.server";
import { recoveryHash } from "./recovery-code.server";
import type { Standing } from "./viewer";

/** What the database keeps of a codename and a recovery code: nothing that opens anything. */
export type KeptWords = { signInKey: string; secretHash: string; recoveryHash: string };

/** Hashes offered words for keeping; null when the server is overloaded. Before the transaction, never in it. */
export async function keepWords(offer: Pick<Offer, "words" | "recovery">): Promise<KeptWords | null> {
  const secretHash = await hashSecret(offer.words.slice(NAME_WORDS).join(" "));
  if (secretHash === null) return null;
  return {
    signInKey: signInKey(offer.words.slice(0, NAME_WORDS).join(" ")),
    secretHash,
    recoveryHash: recoveryHash(offer.recovery),
  };
}

/** Writes a new account; null when its sign-in name was taken meanwhile. `branch`: null for whoever founds the community alone. `younger`: than the age in the agreements, as they say themselves. */
export async function createAccount(
  tx: Tx,
  {
    words,
    branch,
    standing,
    younger,
  }: { words: KeptWords; branch: number | null; standing: Standing; younger: boolean },
  now: Date,
): Promise<number | null> {
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
  return made?.id ?? null;
}
