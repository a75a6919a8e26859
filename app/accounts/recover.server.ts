import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import { fingerprint } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { keepWords } from "./create-account.server";
import { drawOffer, isAskedWord, type Offer, openOffer, sealOffer } from "./offered-words.server";
import { openOwnKeyByCode, rewrap } from "./own-key/own-key.server";
import { readRecoveryCode, recoveryHash } from "./recovery-code.server";
import { removeAllFactors } from "./second-factors/remove-factor.server";
import { createSession, endAllSessions } from "./sessions.server";

/** What an offer of a recovery is bound to; the code's hash travels inside it. */
const BOUND = "recovery";

/**
 * Shows whoever has a recovery code new words. Nothing changes until they are confirmed, so that a page lost on the way
 * loses nothing. The account's own key travels in the sealed offer; `offer.more.shut`: the code doesn't open it, and it
 * stays closed under the old words. Refusals: `limited`, `wrong-recovery-code`.
 */
export async function beginRecovery(
  site: Site,
  { code: typed, network }: { code: string; network: string },
  now: Date,
): Promise<Outcome<{ offer: Offer; sealed: string }>> {
  const code = readRecoveryCode(typed);
  const key = fingerprint("limits", code ?? typed.slice(0, 200));
  const pace = await site.limits.take("recover", { typed: key, network }, now);
  if (!pace.ok) return pace;
  const hash = recoveryHash(code ?? "");
  const [account] = await site.database.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.recoveryHash, hash));
  if (!account) return refused("wrong-recovery-code");
  const ownKey = await openOwnKeyByCode(site.database.read, account.id, code ?? "");
  const more: Record<string, string> = { recovers: hash };
  if (ownKey === "shut") more.shut = "yes";
  else if (ownKey) more.ownKey = ownKey.toString("base64url");
  const offer = await drawOffer(site.database.read, more, now);
  return { ok: true, offer, sealed: sealOffer(offer, BOUND) };
}

/**
 * Puts new words in place of the lost ones, spends the recovery code, takes every second factor away, ends every
 * session and begins a fresh one.
 * Of two who race with one code the second gets `wrong-recovery-code`. Refusals also: `page-too-old`, `wrong-word` (with
 * the offer, to show it again), `overloaded`, `limited`.
 */
export async function finishRecovery(
  site: Site,
  input: { sealed: string; word: string; ownDevice: boolean; network: string },
  now: Date,
): Promise<Outcome<{ setCookie: string }> & { offer?: Offer }> {
  const offer = openOffer(input.sealed, BOUND, now);
  if (!offer) return refused("page-too-old");
  if (!isAskedWord(offer, input.word)) return { ...refused("wrong-word"), offer };
  const pace = await site.limits.take("recover", { network: input.network }, now);
  if (!pace.ok) return { ...pace, offer };
  const { ownKey } = offer.more;
  const kept = await keepWords(offer, ownKey ? Buffer.from(ownKey, "base64url") : null);
  if (!kept) return { ...refused("overloaded"), offer };
  return site.database.transaction(async (tx) => {
    const [account] = await tx
      .update(accounts)
      .set({ ...kept.words, secretKind: "codename", lastSeen: now })
      .where(eq(accounts.recoveryHash, offer.more.recovers ?? ""))
      .returning({ id: accounts.id });
    if (!account) return refused("wrong-recovery-code");
    await rewrap(tx, account.id, kept.wraps);
    await removeAllFactors(tx, account.id);
    await endAllSessions(site, tx, account.id);
    const { setCookie } = await createSession(site, tx, account.id, { ownDevice: input.ownDevice }, now);
    tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId: account.id }));
    return { ok: true, setCookie };
  });
}
