import { kit } from "../kit";

const { table, id, ref, int, bool, bytes, oneOf, text, day, hour, index, uniqueIndex } = kit;

/** That somebody named an organisation which harmed them. Who it was and which one stand nowhere in plain. */
export const namings = table(
  "namings",
  {
    id: id(),
    /** HMAC of the name's one form: equal ones meet. */
    organisation: text().notNull(),
    /** HMAC(account, place), by which its owner finds it again. */
    owner: text().notNull().unique(),
    /** The account, encrypted under the server's key. */
    sealed: bytes().notNull(),
    /** The name, for its owner's page, under the key of their own account. */
    name: bytes().notNull(),
    /** The day from which its week of rest counts, drawn from the seven after it was given; null once it has rested. */
    rests: day(),
  },
  (t) => [index("namings_organisation").on(t.organisation)],
);

/** That five people were told of each other. Says not even about what. */
export const matches = table("matches", {
  id: id(),
  /** A full hour; what was written goes with it. */
  until: hour().notNull(),
});

/** One of those five, under an alias for this once. Holds what their naming held. */
export const matchVoices = table(
  "match_voices",
  {
    id: id(),
    matchId: ref()
      .notNull()
      .references(() => matches.id, { onDelete: "cascade" }),
    /** 1 to 5, drawn. */
    alias: int().notNull(),
    owner: text().notNull().unique(),
    sealed: bytes().notNull(),
    name: bytes().notNull(),
    /** Whether a circle should open. A no and a silence look alike to the others. */
    answer: oneOf(["yes", "no"]),
    /** As which of their own names they would be in it. */
    slot: int(),
    /** Whether they have looked since something was new. */
    seen: bool().notNull().default(false),
  },
  (t) => [uniqueIndex("match_voices_alias").on(t.matchId, t.alias)],
);

/** What one of them wrote to the others, encrypted under the server's key. */
export const matchMessages = table(
  "match_messages",
  {
    id: id(),
    matchId: ref()
      .notNull()
      .references(() => matches.id, { onDelete: "cascade" }),
    voiceId: ref()
      .notNull()
      .references(() => matchVoices.id, { onDelete: "cascade" }),
    position: int().notNull(),
    sealed: bytes().notNull(),
  },
  (t) => [uniqueIndex("match_messages_in_order").on(t.matchId, t.position)],
);
