import { eq } from "drizzle-orm";
import { posts } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { fingerprint } from "../../platform/keys.server";
import type { Site } from "../../site/site";

/**
 * The id under which a form is stored: the same for each press of one form by one account, and nobody else can
 * compute it. Without `once`, a new one.
 */
export function idOfPress(accountId: number, once: string | undefined): number {
  if (!once) return newId();
  const digest = Buffer.from(fingerprint("double-press", `${accountId}:${once}`), "base64url");
  return digest.readUIntBE(0, 6) * 32 + (digest[6]! >> 3);
}

/**
 * What became of an earlier press of the same form: that very post, or an id to write under. A form that was sent
 * before with other words (brought back by the browser, say) is a new post.
 */
export async function earlierPress(
  read: Reader,
  viewer: Member,
  once: string | undefined,
  body: string,
): Promise<{ written: { topicId: number; postId: number; position: number } } | { id: number }> {
  const id = idOfPress(viewer.accountId, once);
  if (!once) return { id };
  const [post] = await read.select().from(posts).where(eq(posts.id, id));
  if (!post) return { id };
  if (owns(viewer, post.pseudonymId) && post.body === body)
    return { written: { topicId: post.topicId, postId: id, position: post.position } };
  return { id: newId() };
}

const underWay = new WeakMap<Site, Map<string, Promise<unknown>>>();

/** Two presses of one form that overlap are one: the second waits for the first and gets its answer, limits and all. */
export async function asOnePress<T>(
  site: Site,
  viewer: Member,
  form: { once?: string; body: string },
  work: () => Promise<T>,
): Promise<T> {
  if (!form.once) return work();
  const presses = underWay.get(site) ?? new Map<string, Promise<unknown>>();
  underWay.set(site, presses);
  const key = `${viewer.accountId} ${form.once} ${form.body}`;
  const first = presses.get(key);
  if (first) return first as Promise<T>;
  const mine = work().finally(() => presses.delete(key));
  presses.set(key, mine);
  return mine;
}
