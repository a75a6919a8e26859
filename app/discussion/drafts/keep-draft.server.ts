import { and, eq } from "drizzle-orm";
import { drafts } from "#db/schema";
import type { Tx } from "#db/types";
import type { Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";
import { type DraftInput, draftForm } from "../forms";
import { type DraftPlace, placeKey } from "./draft-place";
import { markOf, placeFor, storedDraft } from "./draft-queries.server";

/** More than this is a second forum, hidden in the first. */
export const MOST_DRAFTS = 100;

/**
 * Keeps what was written so far for this place, in place of what was kept there before: words and title as they are, no
 * more. Whoever is muted or suspended keeps theirs, too. Refusals: `not-found`, `invalid` (nothing to keep), `too-long`,
 * `too-many-drafts`, `changed-meanwhile` (another text is kept here than the one that `draftMark` names), `limited`.
 */
export async function keepDraft(
  site: Site,
  viewer: Viewer,
  input: DraftInput & { place: DraftPlace },
  now: Date,
): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if (!(await placeFor(site.database.read, viewer, input.place))) return refused("not-found");
  const parsed = draftForm.safeParse(input);
  if (!parsed.success) return refused("too-long");
  const { title, body, draftMark } = parsed.data;
  if (!title.trim() && !body.trim()) return refused("invalid");
  const pace = await site.limits.take("keep-draft", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const { accountId } = viewer;
  return site.database.transaction(async (tx) => {
    const there = await storedDraft(tx, accountId, input.place);
    const mark = there && markOf(there);
    if (there && mark !== draftMark && mark !== markOf({ title, body })) return refused("changed-meanwhile");
    if (!there && (await tx.$count(drafts, eq(drafts.accountId, accountId))) >= MOST_DRAFTS)
      return refused("too-many-drafts");
    const words = { title, body, kept: now };
    if (there) await tx.update(drafts).set(words).where(eq(drafts.id, there.id));
    else await tx.insert(drafts).values({ accountId, place: placeKey(input.place), ...words });
    // What stood there before is kept nowhere, not even in the write-ahead log.
    if (there) tx.afterCommit(() => site.database.scrub());
    return { ok: true };
  });
}

/**
 * Forgets the draft of which something has just been posted. One that was kept meanwhile with other words stays: it may
 * hold what was not posted.
 */
export async function forgetPosted(
  tx: Tx,
  site: Site,
  accountId: number,
  place: DraftPlace,
  posted: { body: string; draftMark?: string },
): Promise<void> {
  const there = await storedDraft(tx, accountId, place);
  if (!there || (markOf(there) !== posted.draftMark && there.body !== posted.body)) return;
  await tx.delete(drafts).where(and(eq(drafts.accountId, accountId), eq(drafts.id, there.id)));
  tx.afterCommit(() => site.database.scrub());
}
