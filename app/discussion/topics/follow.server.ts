import { and, eq, inArray, isNull } from "drizzle-orm";
import { follows } from "#db/schema";
import type { Reader } from "#db/types";
import type { Viewer } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { rememberedSlot, usualSpeaker } from "../../pseudonyms/voice-guard.server";
import type { Site } from "../../site/site";
import { findSpace } from "../../spaces/space-queries.server";
import { findTopic } from "./topic-queries.server";

type What = { topicId: number } | { spaceId: number };

const rowsOf = (what: What) =>
  "topicId" in what
    ? eq(follows.topicId, what.topicId)
    : and(eq(follows.spaceId, what.spaceId), isNull(follows.topicId));

/**
 * Follows a topic or a space under the name that the viewer speaks as there, or (`undo`) stops following it under all
 * of their names. Doing it twice is doing it once.
 */
export async function follow(site: Site, viewer: Viewer, what: What & { undo?: boolean }, now: Date): Promise<Outcome> {
  const { read } = site.database;
  if (viewer.kind === "guest") return refused("sign-in-first");
  const own = viewer.pseudonyms.map((name) => name.id);
  const space =
    "topicId" in what
      ? (await findTopic(read, viewer, what.topicId))?.space
      : await findSpace(read, viewer, what.spaceId);
  if (!space && !what.undo) return refused("not-found");
  const pace = await site.limits.take("follow", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  if (what.undo || !space) {
    await site.database.transaction((tx) =>
      tx.delete(follows).where(and(rowsOf(what), inArray(follows.pseudonymId, own))),
    );
    return { ok: true };
  }
  const speaker = usualSpeaker(viewer, space, await rememberedSlot(read, viewer.accountId, space.id));
  if (!speaker) return refused("not-allowed");
  const row = "topicId" in what ? { topicId: what.topicId } : { spaceId: what.spaceId };
  await site.database.transaction((tx) =>
    tx
      .insert(follows)
      .values({ pseudonymId: speaker.id, ...row })
      .onConflictDoNothing(),
  );
  return { ok: true };
}

/** Whether the viewer follows something under any of their names. */
export async function isFollowing(read: Reader, viewer: Viewer, what: What): Promise<boolean> {
  if (viewer.kind === "guest" || !viewer.pseudonyms.length) return false;
  const own = viewer.pseudonyms.map((name) => name.id);
  const rows = await read
    .select({ id: follows.id })
    .from(follows)
    .where(and(inArray(follows.pseudonymId, own), rowsOf(what)))
    .limit(1);
  return rows.length > 0;
}
