import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import type { Member } from "./viewer";

/** Gives one of the viewer's own sessions another label, or none. Refusals: `limited`, `not-found` (somebody else's, too). */
export async function labelSession(
  site: Site,
  viewer: Member,
  { which, label }: { which: string; label: string },
  now: Date,
): Promise<Outcome> {
  const pace = await site.limits.take("change-settings", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const labelled = await tx
      .update(sessions)
      .set({ label: label || null })
      .where(and(eq(sessions.id, which), eq(sessions.accountId, viewer.accountId)))
      .returning({ id: sessions.id });
    return labelled.length > 0 ? { ok: true } : refused("not-found");
  });
}
