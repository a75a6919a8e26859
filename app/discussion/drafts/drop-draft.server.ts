import { and, eq } from "drizzle-orm";
import { drafts } from "#db/schema";
import type { Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { type DraftPlace, placeKey } from "./draft-place";

/**
 * Throws one of the viewer's own drafts away for good, by its id or its place. Refusals: `not-found` (somebody else's,
 * too), `limited`.
 */
export async function dropDraft(
  site: Site,
  viewer: Viewer,
  which: { draft: number } | { place: DraftPlace },
  now: Date,
): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  const pace = await site.limits.take("keep-draft", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const gone = await tx
      .delete(drafts)
      .where(
        and(
          eq(drafts.accountId, viewer.accountId),
          "draft" in which ? eq(drafts.id, which.draft) : eq(drafts.place, placeKey(which.place)),
        ),
      )
      .returning({ id: drafts.id });
    if (!gone.length) return refused("not-found");
    tx.afterCommit(() => site.database.scrub());
    return { ok: true };
  });
}
