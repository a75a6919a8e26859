import { and, eq } from "drizzle-orm";
import { posts, spaceVoices } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { type Member, type OwnPseudonym, owns } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { fingerprint } from "../../platform/keys.server";
import { type Refused, refused } from "../../platform/outcome";
import type { Site } from "../../site/site";

type Choice = { slot?: number; sureSlot?: number };
type Place = { id: number; speakers: OwnPseudonym[] };

/** The slot under which somebody has spoken in a space before, or null. */
export async function rememberedSlot(read: Reader, accountId: number, spaceId: number): Promise<number | null> {
  const [voice] = await read
    .select({ slot: spaceVoices.slot })
    .from(spaceVoices)
    .where(and(eq(spaceVoices.accountId, accountId), eq(spaceVoices.spaceId, spaceId)));
  return voice?.slot ?? null;
}

/** Who speaks where nothing else is said: the name used here before, the account's usual one, or whichever may. */
export const usualSpeaker = (viewer: Member, place: Place, remembered: number | null): OwnPseudonym | undefined =>
  place.speakers.find((own) => own.slot === remembered) ??
  place.speakers.find((own) => own.slot === viewer.slot) ??
  place.speakers[0];

/**
 * The name that speaks. The pseudonym guard: who has spoken here under one name and now chooses another is asked
 * once (`other-name`), and goes on by sending the same slot as `sureSlot`.
 */
export async function chooseSpeaker(
  read: Reader,
  viewer: Member,
  place: Place,
  choice: Choice,
): Promise<{ ok: true; speaker: OwnPseudonym } | Refused> {
  const remembered = await rememberedSlot(read, viewer.accountId, place.id);
  const usual = usualSpeaker(viewer, place, remembered);
  const speaker = choice.slot === undefined ? usual : place.speakers.find((own) => own.slot === choice.slot);
  if (!speaker || !usual) return refused("not-allowed");
  const switches = remembered !== null && usual.slot === remembered && speaker.slot !== remembered;
  return switches && choice.sureSlot !== speaker.slot ? refused("other-name") : { ok: true, speaker };
}

/** Remembers under which name somebody speaks in a space. */
export async function rememberVoice(tx: Tx, accountId: number, spaceId: number, slot: number): Promise<void> {
  await tx
    .insert(spaceVoices)
    .values({ accountId, spaceId, slot })
    .onConflictDoUpdate({ target: [spaceVoices.accountId, spaceVoices.spaceId], set: { slot } });
}

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
