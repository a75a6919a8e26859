import { eq } from "drizzle-orm";
import { codeApps } from "#db/schema";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { spendCode } from "./check-code.server";
import { codeNumber, drawSharedSecret, sealShared, unsealShared } from "./code-app.server";
import { readCode } from "./forms";
import { holdOwner, type Owner, type Renewed, renewSessions } from "./renew-sessions.server";

/**
 * Draws a secret for an authenticator app. It isn't in force until a code of it is typed, and a later one replaces it.
 * Refusals: `limited`, `already-done` (an app is in force; it must be removed first), `sign-in-first`.
 */
export async function beginCodeApp(site: Site, viewer: Owner, now: Date): Promise<Outcome<{ secret: string }>> {
  const { accountId } = viewer;
  const pace = await site.limits.take("change-factors", { account: accountId }, now);
  if (!pace.ok) return pace;
  const secret = drawSharedSecret();
  const sealed = sealShared(secret, accountId);
  return site.database.transaction(async (tx) => {
    if (!(await holdOwner(tx, viewer, now))) return refused("sign-in-first");
    const [put] = await tx
      .insert(codeApps)
      .values({ accountId, sealed, confirmed: false })
      .onConflictDoUpdate({ target: codeApps.accountId, set: { sealed }, setWhere: eq(codeApps.confirmed, false) })
      .returning({ accountId: codeApps.accountId });
    return put ? { ok: true, secret } : refused("already-done");
  });
}

/**
 * Puts the app in force, now that a first code shows that it has the secret; every other session ends and this one is
 * renewed. Refusals: `limited`, `not-found` (nothing was begun), `already-done`, and, with the secret to show again, `wrong-code`.
 */
export async function confirmCodeApp(
  site: Site,
  viewer: Owner,
  typed: string,
  now: Date,
): Promise<Outcome<Renewed> & { secret?: string }> {
  const { accountId } = viewer;
  const pace = await site.limits.take("change-factors", { account: accountId }, now);
  const [app] = await site.database.read.select().from(codeApps).where(eq(codeApps.accountId, accountId));
  if (app?.confirmed) return refused("already-done");
  const secret = app && unsealShared(app.sealed, accountId);
  if (!pace.ok) return { ...pace, secret };
  if (!secret) return refused("not-found");
  const code = readCode(typed);
  const number = code && codeNumber(secret, code, now);
  if (!number) return { ...refused("wrong-code"), secret };
  return site.database.transaction(async (tx) => {
    if (!(await holdOwner(tx, viewer, now))) return refused("sign-in-first");
    // Begun anew, confirmed or removed while the code was being typed.
    const [still] = await tx.select().from(codeApps).where(eq(codeApps.accountId, accountId));
    if (!still || still.confirmed || !still.sealed.equals(app.sealed)) return refused("changed-meanwhile");
    await spendCode(tx, accountId, number, now);
    await tx.update(codeApps).set({ confirmed: true }).where(eq(codeApps.accountId, accountId));
    return renewSessions(site, tx, viewer, now);
  });
}
