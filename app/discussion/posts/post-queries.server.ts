import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { heldBack, hiddenPosts, posts, pseudonyms } from "#db/schema";
import type { Reader } from "#db/types";
import { owns, type Viewer } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { type Turned, turnedFrom } from "../../relations/relation-queries.server";
import { type PostView, type StoryLabel, viewOf } from "../permissions";
import { NOTHING_TAKEN_BACK, takeBackInHtml, takeBackInText } from "../text/taken-back";
import { findTopic, type Topic } from "../topics/topic-queries.server";
import { takenBackIn } from "./taken-back.server";

/** Posts on one page of a topic. */
export const POSTS_A_PAGE = 20;

export const pageOf = (position: number) => Math.max(1, Math.ceil(position / POSTS_A_PAGE));

/** A post as its reader meets it. What they may not see isn't in it. */
export type ReadPost = {
  /** Its id as it stands in links. */
  link: string;
  position: number;
  view: PostView;
  author: { link: string; name: string; leaf: number } | null;
  own: boolean;
  html: string;
  contentNotes: string[];
  storyLabel: StoryLabel;
  written: Date;
  edited: boolean;
  replyTo: { position: number; name: string | null } | null;
  /** Why it's folded for this reader alone, with a way to look anyway. */
  folded: Turned | "hidden-by-me" | "held" | null;
};

type Rows = Awaited<ReturnType<typeof rowsOfPage>>;

const NOBODY = -1;
const ownIds = (viewer: Viewer) => (viewer.kind === "member" ? viewer.pseudonyms.map((own) => own.id) : [NOBODY]);

/** A page's posts in order, with what folds them for this viewer. Three questions at most: the posts, whom the viewer has turned from, and which names that are called or quoted were burned. */
export async function postsOfPage(read: Reader, viewer: Viewer, topicId: number, page: number): Promise<ReadPost[]> {
  const rows = await rowsOfPage(read, viewer, topicId, page);
  const turned = await turnedFrom(
    read,
    viewer,
    rows.map((row) => row.post.pseudonymId),
  );
  // A post may be held from several of the viewer's names, and comes once for each.
  const once = rows.filter(({ post }, i) => post.id !== rows[i - 1]?.post.id);
  const met = once.map((row) => asRead(viewer, row, turned));
  const takenBack = await takenBackIn(read, met);
  return met.map((post) => ({ ...post, html: takeBackInHtml(post.html, takenBack) }));
}

function asRead(
  viewer: Viewer,
  { post, author, answered, answeredBy, hidden, held }: Rows[number],
  turned: Map<number, Turned>,
): ReadPost {
  const view = viewOf(viewer, { ...post, authorState: author?.state ?? null });
  const shown = view === "shown" || view === "shown-to-author";
  const burned = author?.state === "burned" && !owns(viewer, post.pseudonymId);
  const nameless = burned || view === "not-for-guests";
  return {
    link: toLink(post.id),
    position: post.position,
    view,
    author: author && !nameless ? { link: toLink(post.pseudonymId), name: author.name, leaf: author.leaf } : null,
    own: owns(viewer, post.pseudonymId),
    html: shown ? post.html : "",
    contentNotes: shown ? post.contentNotes : [],
    storyLabel: post.storyLabel,
    written: post.written,
    edited: shown && post.edited,
    replyTo: answered
      ? { position: answered, name: answeredBy && answeredBy.state !== "burned" ? answeredBy.name : null }
      : null,
    folded: turned.get(post.pseudonymId) ?? (hidden !== null ? "hidden-by-me" : held !== null ? "held" : null),
  };
}

// An alias only renames: the one from pg-core serves both engines.
const answeredPosts = alias(posts, "answered");
const answeredNames = alias(pseudonyms, "answered_by");

function rowsOfPage(read: Reader, viewer: Viewer, topicId: number, page: number) {
  const first = (page - 1) * POSTS_A_PAGE + 1;
  return read
    .select({
      post: {
        id: posts.id,
        position: posts.position,
        pseudonymId: posts.pseudonymId,
        html: posts.html,
        contentNotes: posts.contentNotes,
        storyLabel: posts.storyLabel,
        state: posts.state,
        written: posts.written,
        edited: posts.edited,
      },
      author: { name: pseudonyms.name, leaf: pseudonyms.leaf, state: pseudonyms.state },
      answered: answeredPosts.position,
      answeredBy: { name: answeredNames.name, state: answeredNames.state },
      hidden: hiddenPosts.postId,
      held: heldBack.id,
    })
    .from(posts)
    .leftJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .leftJoin(answeredPosts, eq(answeredPosts.id, posts.replyTo))
    .leftJoin(answeredNames, eq(answeredNames.id, answeredPosts.pseudonymId))
    .leftJoin(
      hiddenPosts,
      and(
        eq(hiddenPosts.accountId, viewer.kind === "member" ? viewer.accountId : NOBODY),
        eq(hiddenPosts.postId, posts.id),
      ),
    )
    .leftJoin(heldBack, and(eq(heldBack.postId, posts.id), inArray(heldBack.pseudonymId, ownIds(viewer))))
    .where(and(eq(posts.topicId, topicId), gte(posts.position, first), lt(posts.position, first + POSTS_A_PAGE)))
    .orderBy(asc(posts.position));
}

/** One post with its topic and its words as written, for whoever may see it; else null. By id, or by position in a topic. */
export async function findPost(
  read: Reader,
  viewer: Viewer,
  which: number | { topicId: number; position: number },
): Promise<FoundPost | null> {
  const [row] = await read
    .select({ post: posts, author: { name: pseudonyms.name, leaf: pseudonyms.leaf, state: pseudonyms.state } })
    .from(posts)
    .leftJoin(pseudonyms, eq(pseudonyms.id, posts.pseudonymId))
    .where(
      typeof which === "number"
        ? eq(posts.id, which)
        : and(eq(posts.topicId, which.topicId), eq(posts.position, which.position)),
    );
  const topic = row && (await findTopic(read, viewer, row.post.topicId));
  if (!row || !topic) return null;
  const authorState = row.author?.state ?? null;
  const view = viewOf(viewer, { ...row.post, authorState });
  const shown = view === "shown" || view === "shown-to-author";
  const takenBack = shown ? await takenBackIn(read, [row.post]) : NOTHING_TAKEN_BACK;
  return {
    ...row.post,
    body: shown ? row.post.body : "",
    quotable: shown ? takeBackInText(row.post.body, takenBack) : "",
    html: shown ? takeBackInHtml(row.post.html, takenBack) : "",
    author:
      row.author && view !== "not-for-guests" && authorState !== "burned"
        ? { name: row.author.name, leaf: row.author.leaf }
        : null,
    authorState,
    view,
    topic,
  };
}

export type FoundPost = typeof posts.$inferSelect & {
  author: { name: string; leaf: number } | null;
  authorState: "active" | "retired" | "burned" | null;
  view: PostView;
  /** Its words as written, but for what burned names took back. */
  quotable: string;
  topic: Topic;
};
