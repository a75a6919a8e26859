import { kit } from "../kit";
import { accounts } from "./accounts";

const { table, id, ref, oneOf, hour, uniqueIndex, index, primaryKey } = kit;

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
