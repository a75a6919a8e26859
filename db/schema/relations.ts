import { kit } from "../kit";
import { accounts } from "./accounts";

const { table, id, ref, oneOf, day, hour, uniqueIndex, index, primaryKey } = kit;

/** Somebody's own switch against one pseudonym of somebody else. */
export const blocks = table(
  "blocks",
  {
    id: id(),
    ownerAccountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    pseudonymId: ref().notNull(),
    kind: oneOf(["block", "mute"]).notNull(),
    since: hour().notNull(),
  },
  (t) => [
    uniqueIndex("blocks_once").on(t.ownerAccountId, t.pseudonymId, t.kind),
    index("blocks_target").on(t.pseudonymId),
  ],
);

export const topicMutes = table(
  "topic_mutes",
  {
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    topicId: ref().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.topicId] })],
);

/** A post its reporter (or reader) no longer wants to see. */
export const hiddenPosts = table(
  "hidden_posts",
  {
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    postId: ref().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.postId] })],
);

/** Somebody's own switch that lets only people they know reach one of their names, for a while. Its row goes when it ends. */
export const shelters = table(
  "shelters",
  {
    pseudonymId: ref().primaryKey(),
    began: hour().notNull(),
    until: hour().notNull(),
    /** Who goes through what is held back, by the name they were asked under. */
    readerPseudonymId: ref(),
    reader: oneOf(["asked", "reading", "declined"]),
  },
  (t) => [index("shelters_reader").on(t.readerPseudonymId), index("shelters_until").on(t.until)],
);

/** What strangers sent to a sheltered name: unannounced, until its owner opens it or throws it away. */
export const heldBack = table(
  "held_back",
  {
    id: id(),
    pseudonymId: ref().notNull(),
    kind: oneOf(["reply", "mention", "circle-invitation"]).notNull(),
    postId: ref(),
    spaceId: ref(),
    /** What the reader did with it. */
    state: oneOf(["waiting", "aside", "to-report"]).notNull().default("waiting"),
    held: day().notNull(),
  },
  (t) => [
    uniqueIndex("held_back_post").on(t.pseudonymId, t.postId),
    index("held_back_of_post").on(t.postId),
    index("held_back_day").on(t.held),
  ],
);
