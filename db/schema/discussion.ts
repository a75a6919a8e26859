import { kit } from "../kit";
import { accounts } from "./accounts";
import { spaces } from "./spaces";

const { table, id, ref, int, json, bool, oneOf, text, hour, minute, day, index, uniqueIndex, primaryKey } = kit;

export const topics = table(
  "topics",
  {
    id: id(),
    spaceId: ref()
      .notNull()
      .references(() => spaces.id, { onDelete: "cascade" }),
    pseudonymId: ref().notNull(),
    title: text().notNull(),
    language: oneOf(["en", "es"]),
    state: oneOf(["open", "closed", "removed"]).notNull().default("open"),
    contentNotes: json<string[]>().notNull(),
    /** Posts ever written here, removed ones included: the next position. */
    posts: int().notNull().default(0),
    /** Grows with every post in the space, so that the liveliest topic comes first without a time. */
    bump: int().notNull(),
    /** How its author, host or a moderator calmed it, until when; see app/discussion/topics/calm. */
    slowSeconds: int(),
    writers: oneOf(["everybody", "members", "established", "nobody"]),
    calmReason: text("slow_reason"),
    calmUntil: minute(),
    calmByPseudonymId: ref(),
    started: hour().notNull(),
    lastPost: hour().notNull(),
  },
  (t) => [index("topics_of_space").on(t.spaceId, t.bump), index("topics_author").on(t.pseudonymId)],
);

export const posts = table(
  "posts",
  {
    id: id(),
    topicId: ref()
      .notNull()
      .references(() => topics.id, { onDelete: "cascade" }),
    /** 1 for the post that opens the topic. */
    position: int().notNull(),
    pseudonymId: ref().notNull(),
    replyTo: ref(),
    /** Markdown as written; empty once removed. */
    body: text().notNull(),
    /** Rendered once, by the renderer named beside it. */
    html: text().notNull(),
    renderer: int().notNull(),
    contentNotes: json<string[]>().notNull(),
    storyLabel: oneOf(["closed", "ask", "open"]).notNull().default("ask"),
    state: oneOf(["visible", "removed-by-author", "hidden", "removed-by-decision"]).notNull().default("visible"),
    written: hour().notNull(),
    edited: bool().notNull().default(false),
  },
  (t) => [
    uniqueIndex("posts_in_topic").on(t.topicId, t.position),
    index("posts_author").on(t.pseudonymId),
    index("posts_newest").on(t.written),
  ],
);

/** A pseudonym follows a topic, or (topicId null) a whole space. */
export const follows = table(
  "follows",
  {
    id: id(),
    pseudonymId: ref().notNull(),
    spaceId: ref(),
    topicId: ref(),
  },
  (t) => [
    uniqueIndex("follows_topic").on(t.pseudonymId, t.topicId),
    uniqueIndex("follows_space").on(t.pseudonymId, t.spaceId),
    index("follows_of_topic").on(t.topicId),
    index("follows_of_space").on(t.spaceId),
  ],
);

/** How far somebody has read. */
export const readMarks = table(
  "read_marks",
  {
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    topicId: ref()
      .notNull()
      .references(() => topics.id, { onDelete: "cascade" }),
    position: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.topicId] })],
);

/** Kept on the server only when asked. */
export const drafts = table(
  "drafts",
  {
    id: id(),
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** `topic:<space>`, `reply:<topic>`: one draft each. */
    place: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    kept: day().notNull(),
  },
  (t) => [uniqueIndex("drafts_place").on(t.accountId, t.place)],
);
