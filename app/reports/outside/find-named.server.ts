import { and, eq } from "drizzle-orm";
import { posts, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { fromLink } from "../../platform/ids";

/** A post or a name of this site, as somebody outside gave its address. */
export type Named = {
  subjectKind: "post" | "pseudonym";
  subjectId: number;
  respondentPseudonymId: number;
  /** When the post was written; null for a name. */
  written: Date | null;
};

/** `/t/<topic>` (its first post), `/t/<topic>/<position>` or `/p/<name>`, whatever stands before it. */
const ADDRESS = /\/(?:t\/([0-9a-z]{11})(?:\/(\d{1,6}))?|p\/([0-9a-z]{11}))(?![0-9a-z])/;

/**
 * The first thing of this site whose address stands in a text; null where there is none. For the software alone: whoever
 * wrote the text isn't told whether it led anywhere, so that nothing can be probed.
 */
export async function findNamed(read: Reader, text: string): Promise<Named | null> {
  const [, topic, position, name] = ADDRESS.exec(text) ?? [];
  const topicId = fromLink(topic);
  if (topicId !== null) {
    const [post] = await read
      .select({ id: posts.id, pseudonymId: posts.pseudonymId, written: posts.written })
      .from(posts)
      .where(and(eq(posts.topicId, topicId), eq(posts.position, Number(position ?? 1))));
    if (!post) return null;
    return { subjectKind: "post", subjectId: post.id, respondentPseudonymId: post.pseudonymId, written: post.written };
  }
  const nameId = fromLink(name);
  if (nameId === null) return null;
  const [found] = await read.select({ id: pseudonyms.id }).from(pseudonyms).where(eq(pseudonyms.id, nameId));
  return found
    ? { subjectKind: "pseudonym", subjectId: found.id, respondentPseudonymId: found.id, written: null }
    : null;
}
