import { eq } from "drizzle-orm";
import { accounts } from "#db/schema";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import type { Preferences } from "./preferences";
import type { Viewer } from "./viewer";

/**
 * Keeps a choice of language and look: with the account for members, and for guests (nothing is written) in the cookie
 * that the caller sets. `network` counts a guest's presses.
 */
export async function choosePreferences(
  site: Site,
  viewer: Viewer,
  network: string,
  chosen: Preferences,
  now: Date,
): Promise<Outcome> {
  const who = viewer.kind === "member" ? { account: viewer.accountId, standing: viewer.standing } : { network };
  const paced = await site.limits.take("change-settings", who, now);
  if (!paced.ok) return paced;
  if (viewer.kind === "member") {
    await site.database.transaction((tx) => tx.update(accounts).set(chosen).where(eq(accounts.id, viewer.accountId)));
  }
  return { ok: true };
}
