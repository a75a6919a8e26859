import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { keepWords } from "./create-account.server";
import { drawOffer, isAskedWord, type Offer, openOffer, sealOffer } from "./offered-words.server";
import { accountOf, boundTo, replaceSecret } from "./replace-secret.server";
import type { Member } from "./viewer";

/** Draws seven new words and a new recovery code, to be shown once. Nothing changes until they're confirmed. Refusals: `limited`, `sign-in-first`. */
export async function offerWords(
  site: Site,
  viewer: Member,
  now: Date,
): Promise<Outcome<{ offer: Offer; sealed: string }>> {
  const pace = await site.limits.take("change-secret", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const account = await accountOf(site.database.read, viewer);
  if (!account) return refused("sign-in-first");
  const offer = await drawOffer(site.database.read, {}, now);
  return { ok: true, offer, sealed: sealOffer(offer, boundTo(account)) };
}

/**
 * Puts the offered words and code in the place of whatever opened the account; every other session ends. `ownKey`: what the
 * proof brought along of the account's own key. Refusals:
 * `page-too-old`, `wrong-word` (with the offer, to show it again), `limited`, `overloaded`, `sign-in-first`.
 */
export async function takeWords(
  site: Site,
  viewer: Member,
  { sealed, word, ownKey = null }: { sealed: string; word: string; ownKey?: Buffer | null },
  now: Date,
): Promise<Outcome<{ setCookie: string }> & { offer?: Offer }> {
  const account = await accountOf(site.database.read, viewer);
  const offer = account && openOffer(sealed, boundTo(account), now);
  if (!offer) return refused("page-too-old");
  if (!isAskedWord(offer, word)) return { ...refused("wrong-word"), offer };
  const pace = await site.limits.take("change-secret", { account: viewer.accountId }, now);
  if (!pace.ok) return { ...pace, offer };
  const kept = await keepWords(offer, ownKey);
  if (!kept) return { ...refused("overloaded"), offer };
  return replaceSecret(site, viewer, account, { ...kept.words, wraps: kept.wraps, secretKind: "codename" }, now);
}
