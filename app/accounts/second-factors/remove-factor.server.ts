import { and, eq } from "drizzle-orm";
import { codeApps, passkeys } from "#db/schema";
import type { Tx } from "#db/types";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { holdOwner, type Owner, type Renewed, renewSessions } from "./renew-sessions.server";

/**
 * Takes one of the viewer's own factors away, the `app` or a passkey by its id; every other session ends and this one is
 * renewed. Refusals: `limited`, `not-found` (somebody else's, too), `sign-in-first`.
 */
export async function removeFactor(
  site: Site,
  viewer: Owner,
  which: "app" | number,
  now: Date,
): Promise<Outcome<Renewed>> {
  const { accountId } = viewer;
  const pace = await site.limits.take("change-factors", { account: accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    if (!(await holdOwner(tx, viewer, now))) return refused("sign-in-first");
    const gone =
      which === "app"
        ? await tx.delete(codeApps).where(eq(codeApps.accountId, accountId)).returning({ of: codeApps.accountId })
        : await tx
            .delete(passkeys)
            .where(and(eq(passkeys.id, which), eq(passkeys.accountId, accountId)))
            .returning({ of: passkeys.accountId });
    if (!gone.length) return refused("not-found");
    return renewSessions(site, tx, viewer, now);
  });
}

/** Takes every factor of an account away: a recovery code opens it without them. */
export async function removeAllFactors(tx: Tx, accountId: number): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.accountId, accountId));
  await tx.delete(codeApps).where(eq(codeApps.accountId, accountId));
}
