import { kit } from "../kit";
import { accounts } from "./accounts";

const { table, id, ref, bytes, hour, month, index } = kit;

/** A member's private record of attacks. What it says stands nowhere but in `sealed`, under a key of their own account. */
export const journalEntries = table(
  "journal_entries",
  {
    id: id(),
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** AES-256-GCM bound to the row's id, padded to one of a few sizes. */
    sealed: bytes().notNull(),
    /** When it was last changed. */
    kept: month().notNull(),
    /** Taken out by its owner, who may take that back for a day. */
    removed: hour(),
  },
  (t) => [index("journal_entries_account").on(t.accountId), index("journal_entries_removed").on(t.removed)],
);

/** The image of an entry, sealed as the entry is. */
export const journalImages = table("journal_images", {
  entryId: ref()
    .primaryKey()
    .references(() => journalEntries.id, { onDelete: "cascade" }),
  sealed: bytes().notNull(),
});
