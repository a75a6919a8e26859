import { and, eq, inArray, isNull } from "drizzle-orm";
import { pileOnParts, pileOns, posts, pseudonyms, topics } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { newId } from "../../platform/ids";
import { seal } from "../../platform/keys.server";
import type { SealedCopy } from "../../reports/item";
import type { PostAt } from "./approaches.server";

/** The most that is gathered in one case: more of the same says nothing new. */
export const MOST_PARTS = 400;

/** The pile-on at a name that is under way, or undefined. */
export async function pileOnUnderWay(read: Reader, nameId: number) {
  const [found] = await read
    .select()
    .from(pileOns)
    .where(and(eq(pileOns.targetPseudonymId, nameId), isNull(pileOns.ended)))
    .limit(1);
  return found;
}

/** Puts posts into a pile-on's case, each once and with a sealed copy of what stands there now. Answers with how many were new. */
export async function gather(tx: Tx, caseId: number, came: PostAt[]): Promise<number> {
  const known = await tx.select({ postId: pileOnParts.postId }).from(pileOnParts).where(eq(pileOnParts.caseId, caseId));
  const there = new Set(known.map((part) => part.postId));
  const fresh = came.filter((one) => !there.has(one.postId)).slice(0, Math.max(0, MOST_PARTS - there.size));
  if (!fresh.length) return 0;
  const copies = await readCopies(tx, fresh);
  for (const one of fresh) {
    const copy = copies.get(one.postId);
    if (!copy) continue;
    const id = newId();
    const sealed = seal("evidence", JSON.stringify(copy), String(id));
    await tx.insert(pileOnParts).values({ id, caseId, ...one, sealed });
  }
  const latest = fresh.reduce((last, one) => (one.written > last ? one.written : last), fresh[0]!.written);
  await tx.update(pileOns).set({ latest }).where(eq(pileOns.caseId, caseId));
  return fresh.length;
}

async function readCopies(read: Reader, came: PostAt[]): Promise<Map<number, SealedCopy>> {
  const rows = await read
    .select({ post: posts, title: topics.title, notes: topics.contentNotes, author: pseudonyms.name })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .leftJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(
      inArray(
        posts.id,
        came.map((one) => one.postId),
      ),
    );
  return new Map(
    rows.map(({ post, title, notes, author }) => [
      post.id,
      {
        author: author ?? "",
        masked: false,
        place: title,
        text: post.body,
        answered: "",
        contentNotes: [...new Set([...notes, ...post.contentNotes])],
        state: post.state,
      },
    ]),
  );
}
