import { and, eq, inArray, ne } from "drizzle-orm";
import { heldBack, hiddenPosts, posts } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { type News, notify } from "../../notifications/notify.server";
import { type Outcome, refused } from "../../platform/outcome";
import { deafTo } from "../../relations/relation-queries.server";
import type { Site } from "../../site/site";
import { mayRead, mayShelter } from "./permissions";
import { findShelter } from "./shelter-queries.server";

type Held = typeof heldBack.$inferSelect;

/** What a reader does with one thing: passes it on as news, sets it aside, or says that it should be reported. */
export type Sorting = "pass" | "aside" | "to-report";

/**
 * Goes through what is held from somebody: replies and mentions, never requests. Refuses "not-found" for everybody but the reader, and for them
 * as soon as shelter is over.
 */
export async function sortHeld(
  site: Site,
  viewer: Member,
  { pseudonymId, heldId, deed }: { pseudonymId: number; heldId: number; deed: Sorting },
  now: Date,
): Promise<Outcome> {
  const pace = await site.limits.take("sort-held", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx): Promise<Outcome> => {
    const allowed = mayRead(viewer, await findShelter(tx, pseudonymId, now), "reading", now);
    if (!allowed.ok) return allowed;
    const these = and(
      eq(heldBack.id, heldId),
      eq(heldBack.pseudonymId, pseudonymId),
      ne(heldBack.kind, "circle-invitation"),
      eq(heldBack.state, "waiting"),
    );
    const [found] =
      deed === "pass"
        ? await tx.delete(heldBack).where(these).returning()
        : await tx.update(heldBack).set({ state: deed }).where(these).returning();
    if (!found) return refused("already-done");
    if (deed === "pass") await announce(tx, [found], now);
    return { ok: true };
  });
}

/**
 * Empties the folder of one of the viewer's names: shows everything as if it came now, or throws it away, which hides the
 * posts from them for good.
 */
export async function emptyHeld(
  site: Site,
  viewer: Member,
  { slot, deed }: { slot: number; deed: "open" | "bin" },
  now: Date,
): Promise<Outcome> {
  const allowed = mayShelter(viewer, slot);
  if (!allowed.ok) return allowed;
  const pace = await site.limits.take("sort-held", { account: viewer.accountId }, now);
  if (!pace.ok) return pace;
  const { id } = allowed.name;
  await site.database.transaction(async (tx) => {
    const held = await tx.delete(heldBack).where(eq(heldBack.pseudonymId, id)).returning();
    if (deed === "open") return announce(tx, held, now);
    const postIds = held.flatMap((one) => one.postId ?? []);
    for (let i = 0; i < postIds.length; i += AT_ONCE) {
      const rows = postIds.slice(i, i + AT_ONCE).map((postId) => ({ accountId: viewer.accountId, postId }));
      await tx.insert(hiddenPosts).values(rows).onConflictDoNothing();
    }
  });
  return { ok: true };
}

const AT_ONCE = 200;

/** Tells of what was held as if it came now; whoever turned away from its author meanwhile isn't told. */
async function announce(tx: Tx, held: Held[], now: Date): Promise<void> {
  const ids = held.flatMap((one) => one.postId ?? []);
  const written = new Map<number, { author: number; topicId: number }>();
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const rows = await tx
      .select({ id: posts.id, author: posts.pseudonymId, topicId: posts.topicId })
      .from(posts)
      .where(and(inArray(posts.id, ids.slice(i, i + AT_ONCE)), eq(posts.state, "visible")));
    for (const row of rows) written.set(row.id, row);
  }
  const deaf = new Map<number, Set<number>>();
  for (const { author } of written.values())
    if (!deaf.has(author)) {
      const { of, calls } = await deafTo(tx, author);
      deaf.set(author, new Set([...of, ...calls]));
    }
  const news = held.flatMap(({ pseudonymId, kind, postId, spaceId }): News[] => {
    if (postId === null) return [{ pseudonymId, kind, spaceId }];
    const post = written.get(postId);
    if (!post || deaf.get(post.author)!.has(pseudonymId)) return [];
    return [{ pseudonymId, kind, postId, topicId: post.topicId, spaceId }];
  });
  await notify(tx, news, now);
}
