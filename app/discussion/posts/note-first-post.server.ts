import { eq } from "drizzle-orm";
import { posts } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import type { Site } from "../../site/site";

/** Counts a newcomer's first post under a name, for the shield; how many there were in an hour is all that is kept. */
export async function noteFirstPost(site: Site, tx: Tx, viewer: Member, pseudonymId: number, now: Date): Promise<void> {
  if (viewer.standing !== "newcomer") return;
  const written = await tx.select({ id: posts.id }).from(posts).where(eq(posts.pseudonymId, pseudonymId)).limit(2);
  if (written.length === 1) tx.afterCommit(() => site.shield.note("first-posts", viewer.accountId, now));
}
