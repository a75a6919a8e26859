import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { readSecret } from "./codename.server";
import { verifySecret } from "./hashing.server";
import { keepFreshKey, openOwnKey } from "./own-key/own-key.server";
import { proofCookie } from "./proof.server";
import { rotateSession } from "./sessions.server";
import type { Member } from "./viewer";

/**
 * Lets somebody who is signed in show that they know the account's secret: their session goes on under a fresh token, with
 * a proof that is good for ten minutes, and brings along the account's own key. Answers both Set-Cookie values. Refusals: `limited`, `overloaded`, `wrong-secret`,
 * `sign-in-first` (the session ended meanwhile).
 */
export async function confirmSecret(
  site: Site,
  viewer: Pick<Member, "accountId" | "sessionId">,
  { secret, network }: { secret: string; network: string },
  now: Date,
): Promise<Outcome<{ setCookies: string[] }>> {
  const pace = await site.limits.take("confirm-secret", { account: viewer.accountId, network }, now);
  if (!pace.ok) return pace;
  const [account] = await site.database.read
    .select({ secretHash: accounts.secretHash, secretKind: accounts.secretKind })
    .from(accounts)
    .where(eq(accounts.id, viewer.accountId));
  if (!account) return refused("sign-in-first");
  const read = readSecret(account.secretKind, secret);
  const fits = await verifySecret(account.secretHash, read);
  if (fits === null) return refused("overloaded");
  if (!fits) return refused("wrong-secret");
  const own = await openOwnKey(site.database.read, viewer.accountId, read);
  if (own === null) return refused("overloaded");
  return site.database.transaction(async (tx) => {
    const rotated = await rotateSession(site, tx, viewer, now);
    if (!rotated) return refused("sign-in-first");
    const kept = !own.fresh || (await keepFreshKey(tx, viewer.accountId, own.fresh));
    return { ok: true, setCookies: [rotated.setCookie, proofCookie(rotated.sessionId, now, kept ? own.key : null)] };
  });
}
