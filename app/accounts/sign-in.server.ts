import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import { fingerprint } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { readTyped, signInKey } from "./codename.server";
import { hashSecret, isOutdated, NO_ONES_HASH, verifySecret } from "./hashing.server";
import { passphraseOf } from "./passphrase-flaws";
import { createSession, type Device } from "./sessions.server";

type Input = Device & { name: string; secret: string; network: string; replacing?: string | null };

/**
 * Opens a session for whoever knows a codename. Known and unknown names cost the same work and get the same answer.
 * Refusals: `limited`, `overloaded`, `wrong-codename`.
 */
export async function signIn(site: Site, input: Input, now: Date): Promise<Outcome<{ setCookie: string }>> {
  const { name, secret: words } = readTyped(input.name, input.secret);
  const typed = fingerprint("limits", name);
  const pace = await site.limits.take("sign-in", { typed, network: input.network }, now);
  if (!pace.ok) return pace;

  const [account] = await site.database.read
    .select({ id: accounts.id, secretHash: accounts.secretHash, secretKind: accounts.secretKind })
    .from(accounts)
    .where(eq(accounts.signInKey, signInKey(name)));
  const secret = account?.secretKind === "passphrase" ? passphraseOf(input.secret) : words;
  const fits = await verifySecret(account?.secretHash ?? NO_ONES_HASH, secret);
  if (fits === null) return refused("overloaded");
  if (!account || !fits) return refused("wrong-codename");

  const fresh = isOutdated(account.secretHash) ? await hashSecret(secret) : null;
  return site.database.transaction(async (tx) => {
    const [still] = await tx
      .update(accounts)
      .set({ lastSeen: now, ...(fresh ? { secretHash: fresh } : {}) })
      .where(and(eq(accounts.id, account.id), eq(accounts.secretHash, account.secretHash)))
      .returning({ id: accounts.id });
    // Recovered or left while the words were being checked.
    if (!still) return refused("wrong-codename");
    const { setCookie } = await createSession(site, tx, account.id, input, now);
    return { ok: true, setCookie };
  });
}
