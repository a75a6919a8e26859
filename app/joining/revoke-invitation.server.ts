import { and, eq } from "drizzle-orm";
import { invitations } from "#db/schema";
import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";

/** Takes one of the viewer's own unused invitations back. Refusals: `not-found` (somebody else's, too), `already-done` when it has been used. */
export async function revokeInvitation(site: Site, viewer: Member, invitationId: number): Promise<Outcome> {
  const own = and(eq(invitations.id, invitationId), eq(invitations.inviterAccountId, viewer.accountId));
  return site.database.transaction(async (tx) => {
    const [gone] = await tx
      .delete(invitations)
      .where(and(own, eq(invitations.used, false)))
      .returning({ id: invitations.id });
    if (gone) return { ok: true };
    const [used] = await tx.select({ id: invitations.id }).from(invitations).where(own);
    return refused(used ? "already-done" : "not-found");
  });
}
