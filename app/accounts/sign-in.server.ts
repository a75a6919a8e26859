import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import { fingerprint } from "../platform/keys.server";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { readTyped, signInKey } from "./codename.server";
import { hashSecret, isOutdated, NO_ONES_HASH, verifySecret } from "./hashing.server";
import { passphraseOf } from "./passphrase-flaws";
import { factorsOf, hasFactor } from "./second-factors/factor-queries.server";
import { sealStep } from "./second-factors/tickets.server";
import { createSession, type Device } from "./sessions.server";

type Input = Device & { name: string; secret: string; network: string; replacing?: string | null };

/** A session; or, for an account with a second factor, the `ticket` with which the next page asks for it. */
type Opened = { setCookie: string; ticket?: undefined } | { ticket: string; setCookie?: undefined };

/**
 * Opens a session for whoever knows a codename, or a second step where the account has one. Known and unknown names cost
 * the same work and get the same answer; only who knows the words learns that there's a second step.
 * Refusals: `limited`, `overloaded`, `wrong-codename`.
 */
export async function signIn(site: Site, input: Input, now: Date): Promise<Outcome<Opened>> {
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
  if (!account || !fits) {
    site.shield.note("sign-in-failures", input.network, now);
    return refused("wrong-codename");
  }

  const fresh = isOutdated(account.secretHash) ? await hashSecret(secret) : null;
  return site.database.transaction(async (tx) => {
    const [still] = await tx
      .update(accounts)
      .set({ lastSeen: now, ...(fresh ? { secretHash: fresh } : {}) })
      .where(and(eq(accounts.id, account.id), eq(accounts.secretHash, account.secretHash)))
      .returning({ secretHash: accounts.secretHash });
    // Recovered or left while the words were being checked.
    if (!still) return refused("wrong-codename");
    if (hasFactor(await factorsOf(tx, account.id))) {
      const { ownDevice, label = null } = input;
      const step = { accountId: account.id, secretHash: still.secretHash, ownDevice, label };
      return { ok: true, ticket: sealStep(step, now) };
    }
    const { setCookie } = await createSession(site, tx, account.id, input, now);
    return { ok: true, setCookie };
  });
}
