import { kit } from "../kit";

const { table, id, ref, int, bool, oneOf, text, primaryKey, index } = kit;

export const spaces = table("spaces", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  purpose: text().notNull(),
  language: oneOf(["en", "es", "both"]).notNull().default("both"),
  kind: oneOf(["open", "members", "circle"]).notNull(),
  position: int().notNull().default(0),
  /** Search engines are asked to stay away unless an open space opts in. */
  indexable: bool().notNull().default(false),
});

export const circleMembers = table(
  "circle_members",
  {
    spaceId: ref()
      .notNull()
      .references(() => spaces.id, { onDelete: "cascade" }),
    pseudonymId: ref().notNull(),
    state: oneOf(["invited", "in"]).notNull(),
    host: bool().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.pseudonymId] }), index("circle_members_pseudonym").on(t.pseudonymId)],
);
