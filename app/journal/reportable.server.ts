import { and, eq } from "drizzle-orm";
import { posts } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";
import { fromLink, toLink } from "../platform/ids";
import { findPostItem, findPseudonymItem } from "../reports/find-item.server";
import type { Entry } from "./entry";

/** What an entry names that can be reported: a post, or a person by their page. `address`: the report's form. */
export type Reportable = { kind: "post" | "name"; address: string };

/** A link to a post or to somebody's page, whatever stands before it. */
const LINK = /\/(?:t\/([0-9a-z]{11})\/(\d{1,6})|p\/([0-9a-z]{11}))(?![0-9a-z])/;

/** The first thing of this site that an entry has a link to and its writer can see; null where there's none. */
export async function reportableIn(
  read: Reader,
  viewer: Member,
  { place, who, words }: Entry,
  now: Date,
): Promise<Reportable | null> {
  const [, topic, position, name] = LINK.exec([place, who, words].join("\n")) ?? [];
  const topicId = fromLink(topic);
  if (topicId !== null) {
    const [post] = await read
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.topicId, topicId), eq(posts.position, Number(position))));
    const item = post && (await findPostItem(read, viewer, post.id));
    return item ? { kind: "post", address: `/report?post=${toLink(item.subjectId)}` } : null;
  }
  const nameId = fromLink(name);
  const item = nameId === null ? null : await findPseudonymItem(read, nameId, now);
  return item && { kind: "name", address: `/report?name=${toLink(item.subjectId)}` };
}
