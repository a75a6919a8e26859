import { and, eq, isNotNull } from "drizzle-orm";
import { accountKeys, journalEntries } from "#db/schema";
import { endAllSessions, rotateSession } from "../accounts/sessions.server";
import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { ownEntry } from "./journal-queries.server";
import { forgetNamings } from "./match/forget-namings.server";

/** What may be done with an entry that is taken out, or to take it out. */
export type Removal = "remove" | "take-back" | "erase";

/**
 * Takes an entry out of the journal, takes that back within a day, or erases it now, for good. `not-found` for anybody
 * else's, and for one that isn't where it's said to be.
 */
export async function removeEntry(
  site: Site,
  viewer: Member,
  { entry, deed }: { entry: number; deed: Removal },
  now: Date,
): Promise<Outcome> {
  const pace = await site.limits.take("keep-entry", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  const own = and(eq(journalEntries.id, entry), eq(journalEntries.accountId, viewer.accountId));
  return site.database.transaction(async (tx) => {
    if (deed === "erase") {
      const gone = await tx
        .delete(journalEntries)
        .where(and(own, isNotNull(journalEntries.removed)))
        .returning({ id: journalEntries.id });
      if (gone.length > 0) tx.afterCommit(() => site.database.scrub());
      return gone.length > 0 ? { ok: true } : refused("not-found");
    }
    const changed = await tx
      .update(journalEntries)
      .set({ removed: deed === "remove" ? now : null })
      .where(deed === "remove" ? ownEntry(viewer.accountId, entry) : and(own, isNotNull(journalEntries.removed)))
      .returning({ id: journalEntries.id });
    return changed.length > 0 ? { ok: true } : refused("not-found");
  });
}

/**
 * Erases a journal that stays shut, so that a new one can begin: its entries, what was named, and its key. Every other session ends and this
 * one goes on under a fresh token, so that no proof carries the old key on. Refusals: `limited`, `sign-in-first`.
 */
export async function startAnew(site: Site, viewer: Member, now: Date): Promise<Outcome<{ setCookie: string }>> {
  const pace = await site.limits.take("keep-entry", { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  const { accountId } = viewer;
  return site.database.transaction(async (tx) => {
    const rotated = await rotateSession(site, tx, viewer, now);
    if (!rotated) return refused("sign-in-first");
    await endAllSessions(site, tx, accountId, rotated.sessionId);
    await tx.delete(journalEntries).where(eq(journalEntries.accountId, accountId));
    await forgetNamings(tx, accountId);
    await tx.delete(accountKeys).where(eq(accountKeys.accountId, accountId));
    tx.afterCommit(() => site.database.scrub());
    return { ok: true, setCookie: rotated.setCookie };
  });
}
