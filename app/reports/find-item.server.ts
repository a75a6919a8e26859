import { and, eq } from "drizzle-orm";
import { posts, pseudonyms, topics } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";
import { nameAddress, topicAddress } from "../discussion/posts/prepare-text.server";
import { fromLink } from "../platform/ids";
import { floorToHour } from "../platform/time";
import { findSpace } from "../spaces/space-queries.server";
import type { ReportedItem } from "./item";
import { TOGETHER_MOST } from "./pattern/pattern";

/** A post that the viewer can see, or a trace of one ("removed by its author"), to be reported; null for any other. */
export async function findPostItem(read: Reader, viewer: Member, postId: number): Promise<ReportedItem | null> {
  const found = await postItem(read, postId);
  return found && (await findSpace(read, viewer, found.spaceId)) ? found.item : null;
}

/** The same without asking who can see it: for what a handler brings into a case, where dealing decides who reads it. */
export async function postItem(read: Reader, postId: number): Promise<{ item: ReportedItem; spaceId: number } | null> {
  const [row] = await read
    .select({ post: posts, topic: topics, author: pseudonyms.name })
    .from(posts)
    .innerJoin(topics, eq(topics.id, posts.topicId))
    .leftJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(eq(posts.id, postId));
  if (!row) return null;
  const { post, topic } = row;
  const item: ReportedItem = {
    kind: "post",
    subjectId: post.id,
    respondentPseudonymId: post.pseudonymId,
    written: post.written,
    copy: {
      author: row.author ?? "",
      masked: false,
      place: topic.title,
      text: post.body,
      answered: post.replyTo === null ? "" : await readAnswered(read, post.replyTo),
      contentNotes: [...new Set([...topic.contentNotes, ...post.contentNotes])],
      state: post.state,
    },
    address: `${topicAddress(topic.id)}/${post.position}`,
    answerAddress: post.state === "visible" ? `${topicAddress(topic.id)}/reply?to=${post.position}` : null,
  };
  return { item, spaceId: topic.spaceId };
}

/** The longest part of an answered post that is copied along, in characters: the quarrel's other half, not its owner's archive. */
const ANSWERED_MOST = 1_000;

async function readAnswered(read: Reader, postId: number): Promise<string> {
  const [answered] = await read
    .select({ body: posts.body })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.state, "visible")));
  return answered?.body.slice(0, ANSWERED_MOST) ?? "";
}

/** A pseudonym, for conduct that no single post shows. There is no directory: whoever reports it has met it. */
export async function findPseudonymItem(read: Reader, pseudonymId: number, now: Date): Promise<ReportedItem | null> {
  const [row] = await read.select().from(pseudonyms).where(eq(pseudonyms.id, pseudonymId));
  if (!row) return null;
  return {
    kind: "pseudonym",
    subjectId: row.id,
    respondentPseudonymId: row.id,
    written: floorToHour(now),
    copy: { author: row.name, masked: false, place: "", text: "", answered: "", contentNotes: [], state: row.state },
    address: nameAddress(row.id),
    answerAddress: null,
  };
}

/** What an address asks to report: `?post=…` or `?name=…`, with posts of that name in `?with=…`; null for anything that this viewer can't see. */
export async function findItem(read: Reader, viewer: Member, asked: URLSearchParams, now: Date) {
  const postId = fromLink(asked.get("post"));
  if (postId !== null) return findPostItem(read, viewer, postId);
  const pseudonymId = fromLink(asked.get("name"));
  const item = pseudonymId === null ? null : await findPseudonymItem(read, pseudonymId, now);
  const together = [...new Set(asked.getAll("with"))].slice(0, TOGETHER_MOST);
  return item && together.length ? withPosts(read, viewer, item, together) : item;
}

/**
 * A name with the posts of it that are reported together; links to anything else, or to what this viewer can't see, are
 * left out. It is judged by the agreements of the newest.
 */
async function withPosts(read: Reader, viewer: Member, item: ReportedItem, links: string[]): Promise<ReportedItem> {
  const found: ReportedItem[] = [];
  for (const link of links) {
    const id = fromLink(link);
    const post = id === null ? null : await findPostItem(read, viewer, id);
    if (post && post.respondentPseudonymId === item.respondentPseudonymId) found.push(post);
  }
  if (!found.length) return item;
  const newest = Math.max(...found.map((post) => post.written.getTime()));
  return { ...item, written: new Date(newest), further: found.map((post) => post.copy) };
}
