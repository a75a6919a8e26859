import { kit } from "../kit";
import { accounts } from "./accounts";

const { table, id, ref, int, oneOf, text, bytes, hour, primaryKey } = kit;

/** A public name. Nothing here names an account. */
export const pseudonyms = table("pseudonyms", {
  id: id(),
  name: text().notNull(),
  /** The name folded (case, accents, look-alikes), held for ever so that no name is used twice. */
  nameKey: text().notNull().unique(),
  leaf: int().notNull(),
  state: oneOf(["active", "retired", "burned"]).notNull().default("active"),
  /** Until when burning it can be taken back, in whole hours; null once that is past. */
  undoUntil: hour(),
});

/** The only bridge between the two sides. Without the server's key neither column tells anything. Read by app/pseudonyms/sealed-link.server.ts alone. */
export const pseudonymLinks = table("pseudonym_links", {
  /** HMAC(account, slot). */
  lookup: text().primaryKey(),
  /** HMAC(pseudonym), so that not even the row's other end is plain. */
  pseudonymLookup: text().notNull().unique(),
  /** Account, slot and pseudonym, encrypted. */
  sealed: bytes().notNull(),
});

/** As which of their own pseudonyms (by slot) somebody speaks in a space. */
export const spaceVoices = table(
  "space_voices",
  {
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    spaceId: ref().notNull(),
    slot: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.spaceId] })],
);
