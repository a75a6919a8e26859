import { and, eq, inArray, or } from "drizzle-orm";
import { notifications, posts } from "#db/schema";
import type { Tx } from "#db/types";

/** Forgets everything that was addressed to an account and its names. */
export async function forgetNewsOf(tx: Tx, accountId: number, pseudonymIds: number[]): Promise<void> {
  await tx
    .delete(notifications)
    .where(or(eq(notifications.accountId, accountId), inArray(notifications.pseudonymId, pseudonymIds)));
}

/** Takes back what others were told of posts that are gone: all posts of the names in `all`, and what those in `removed` took back. */
export async function forgetNewsAbout(tx: Tx, { all, removed }: { all: number[]; removed: number[] }): Promise<void> {
  const gone = tx
    .select({ id: posts.id })
    .from(posts)
    .where(
      or(
        inArray(posts.pseudonymId, all),
        and(inArray(posts.pseudonymId, removed), eq(posts.state, "removed-by-author")),
      ),
    );
  await tx.delete(notifications).where(inArray(notifications.postId, gone));
}

/** Forgets what these names were told of a case that is theirs no more. */
export const forgetNewsOfCase = (tx: Tx, caseId: number, pseudonymIds: number[]) =>
  tx
    .delete(notifications)
    .where(
      and(
        eq(notifications.caseId, caseId),
        inArray(notifications.pseudonymId, pseudonymIds),
        inArray(notifications.kind, ["case-dealt", "case-due", "case-answered"]),
      ),
    );
