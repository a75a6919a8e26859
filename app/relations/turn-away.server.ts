import { and, eq } from "drizzle-orm";
import { blocks, hiddenPosts, topicMutes } from "#db/schema";
import type { Tx } from "#db/types";
import { owns, type Viewer } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";

/** What one press turns away from, or (`undo`) back to. */
export type TurnAway =
  | { deed: "block" | "mute"; pseudonymId: number; undo?: boolean }
  | { deed: "mute-topic"; topicId: number; undo?: boolean }
  | { deed: "hide-post"; postId: number; undo?: boolean };

/**
 * Blocks or mutes a name, mutes a topic, hides a post: for the viewer alone, at once, unknown to the other side.
 * Doing it twice is doing it once. The caller has made sure that the viewer can see what they turn away from; undoing
 * needs no such sight.
 */
export async function turnAway(site: Site, viewer: Viewer, input: TurnAway, now: Date): Promise<Outcome> {
  if (viewer.kind === "guest") return refused("sign-in-first");
  if ("pseudonymId" in input && owns(viewer, input.pseudonymId)) return refused("not-allowed");
  const pace = await site.limits.take("relate", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  await site.database.transaction(async (tx) => {
    if (input.undo) await turnBack(tx, viewer.accountId, input);
    else await turn(tx, viewer.accountId, input, now);
  });
  return { ok: true };
}

/** The same inside another deed, such as a report. The caller has asked who may. */
export async function turn(tx: Tx, accountId: number, input: TurnAway, now: Date) {
  if (input.deed === "mute-topic") {
    await tx.insert(topicMutes).values({ accountId, topicId: input.topicId }).onConflictDoNothing();
  } else if (input.deed === "hide-post") {
    await tx.insert(hiddenPosts).values({ accountId, postId: input.postId }).onConflictDoNothing();
  } else {
    const { pseudonymId, deed: kind } = input;
    await tx.insert(blocks).values({ ownerAccountId: accountId, pseudonymId, kind, since: now }).onConflictDoNothing();
  }
}

async function turnBack(tx: Tx, accountId: number, input: TurnAway) {
  if (input.deed === "mute-topic") {
    await tx.delete(topicMutes).where(and(eq(topicMutes.accountId, accountId), eq(topicMutes.topicId, input.topicId)));
  } else if (input.deed === "hide-post") {
    await tx.delete(hiddenPosts).where(and(eq(hiddenPosts.accountId, accountId), eq(hiddenPosts.postId, input.postId)));
  } else {
    await tx
      .delete(blocks)
      .where(
        and(
          eq(blocks.ownerAccountId, accountId),
          eq(blocks.pseudonymId, input.pseudonymId),
          eq(blocks.kind, input.deed),
        ),
      );
  }
}
