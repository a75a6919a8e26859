import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { heldBack, posts } from "#db/schema";
import type { Reader } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { spaceSlugs } from "../../spaces/space-queries.server";
import { takeBackInHtml } from "../text/taken-back";
import { newsOfPosts, type PostNews } from "./news-of-posts.server";
import { takenBackIn } from "./taken-back.server";

/** The most that one page of held things shows; the rest follows when these are gone. */
const A_PAGE = 50;

export type HeldThing = {
  link: string;
  /** Of which of the names that were asked for, by its id. */
  pseudonymId: number;
  kind: "reply" | "mention" | "circle-invitation";
  state: "waiting" | "aside" | "to-report";
  post: (PostNews & { link: string; html: string; contentNotes: string[] }) | null;
  /** The circle that invites. */
  circle: string | null;
  held: Date;
};

/** Everything that is held from one's own names. What was taken back meanwhile isn't in it. */
export const ownHeld = (read: Reader, viewer: Member) =>
  readHeld(
    read,
    viewer,
    inArray(
      heldBack.pseudonymId,
      viewer.pseudonyms.map((own) => own.id),
    ),
  );

/** What waits for somebody's reader: replies and mentions, as far as the reader can see them. Never requests. */
export const heldForReader = (read: Reader, reader: Member, pseudonymId: number) =>
  readHeld(
    read,
    reader,
    and(eq(heldBack.pseudonymId, pseudonymId), eq(heldBack.state, "waiting"), ne(heldBack.kind, "circle-invitation")),
  );

async function readHeld(
  read: Reader,
  viewer: Member,
  which: ReturnType<typeof and>,
): Promise<{ things: HeldThing[]; more: boolean }> {
  const rows = await read
    .select({ held: heldBack, html: posts.html, contentNotes: posts.contentNotes })
    .from(heldBack)
    .leftJoin(posts, eq(posts.id, heldBack.postId))
    .where(which)
    .orderBy(asc(heldBack.held), asc(heldBack.id))
    .limit(A_PAGE + 1);
  const ids = rows.flatMap(({ held }) => held.postId ?? []);
  const where = await newsOfPosts(read, viewer, ids);
  const seen = rows.flatMap((row) => (row.html !== null && where.has(row.held.postId!) ? [{ html: row.html }] : []));
  const takenBack = await takenBackIn(read, seen);
  const slugs = await spaceSlugs(
    read,
    rows.flatMap(({ held }) => (held.kind === "circle-invitation" ? (held.spaceId ?? []) : [])),
  );
  const things = rows.slice(0, A_PAGE).flatMap(({ held, html, contentNotes }): HeldThing[] => {
    const { id, pseudonymId, kind, state, postId, spaceId } = held;
    const news = postId === null ? null : where.get(postId);
    if (news === undefined) return [];
    const words = html === null ? "" : takeBackInHtml(html, takenBack);
    const post = news && { ...news, link: toLink(postId!), html: words, contentNotes: contentNotes ?? [] };
    const circle = kind === "circle-invitation" ? (slugs.get(spaceId!) ?? null) : null;
    return [{ link: toLink(id), pseudonymId, kind, state, post, circle, held: held.held }];
  });
  return { things, more: rows.length > A_PAGE };
}
