import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { readSecret } from "../codename.server";
import { verifySecret } from "../hashing.server";
import { proofCookie } from "../proof.server";
import { readRecoveryCode } from "../recovery-code.server";
import { accountOf } from "../replace-secret.server";
import { rotateSession } from "../sessions.server";
import type { Member } from "../viewer";
import { rewrap, wrapsOf } from "./own-key.server";
import { unwrapByCode, unwrapBySecret, type Wraps, wrapBySecret } from "./wraps.server";

/**
 * Opens the account's own key with what opened the account before (words, passphrase or recovery code), and closes it under
 * the secret in force, which has to be typed, too. Answers the Set-Cookie values of a fresh proof that brings the key along.
 * Refusals: `limited`, `overloaded`, `wrong-secret` (today's), `wrong-old-secret`, `sign-in-first`.
 */
export async function reopenOwnKey(
  site: Site,
  viewer: Member,
  { before, secret, network }: { before: string; secret: string; network: string },
  now: Date,
): Promise<Outcome<{ setCookies: string[] }>> {
  const pace = await site.limits.take("confirm-secret", { account: viewer.accountId, network }, now);
  if (!pace.ok) return pace;
  const account = await accountOf(site.database.read, viewer);
  const wraps = await wrapsOf(site.database.read, viewer.accountId);
  if (!account || !wraps) return refused("sign-in-first");
  const today = readSecret(account.secretKind, secret);
  const fits = await verifySecret(account.secretHash, today);
  if (fits === null) return refused("overloaded");
  if (!fits) return refused("wrong-secret");
  const key = await openWithOld(wraps, before);
  if (key === "shut") return refused("wrong-old-secret");
  const bySecret = key && (await wrapBySecret(key, today));
  if (!bySecret) return refused("overloaded");
  return site.database.transaction(async (tx) => {
    const rotated = await rotateSession(site, tx, viewer, now);
    if (!rotated) return refused("sign-in-first");
    // Closed under a code that no longer counts: a new one has to be drawn for it.
    await rewrap(tx, viewer.accountId, { bySecret, byCode: null });
    return { ok: true, setCookies: [rotated.setCookie, proofCookie(rotated.sessionId, now, key)] };
  });
}

/** Tries what was typed as a recovery code, as words, and as a passphrase. */
async function openWithOld(wraps: Wraps, typed: string): Promise<Buffer | "shut" | null> {
  const code = readRecoveryCode(typed);
  const byCode = code && wraps.byCode ? unwrapByCode(wraps.byCode, code) : "shut";
  if (byCode !== "shut") return byCode;
  const secrets = new Set([readSecret("codename", typed), readSecret("passphrase", typed)]);
  for (const secret of secrets) {
    const key = await unwrapBySecret(wraps.bySecret, secret);
    if (key !== "shut") return key;
  }
  return "shut";
}
