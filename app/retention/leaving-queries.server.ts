import { and, eq, gt, inArray } from "drizzle-orm";
import { gatherings, posts } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../accounts/viewer";

/** How much of each kind there is to keep or erase; removed posts don't count. */
export type Written = { names: number; answers: number; topics: number; gatherings: number };

/** What somebody has written here, counted: told before they leave or take it with them. */
export async function countWritten(read: Reader, viewer: Pick<Member, "pseudonyms">): Promise<Written> {
  const ids = viewer.pseudonyms.map((own) => own.id);
  const standing = and(inArray(posts.pseudonymId, ids), inArray(posts.state, ["visible", "hidden"]));
  const [answers, topics, hosted] = await Promise.all([
    read.$count(posts, and(standing, gt(posts.position, 1))),
    read.$count(posts, and(standing, eq(posts.position, 1))),
    read.$count(gatherings, inArray(gatherings.hostPseudonymId, ids)),
  ]);
  return { names: ids.length, answers, topics, gatherings: hosted };
}
