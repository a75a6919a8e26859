import { sql } from "drizzle-orm";
import { kit } from "../kit";

const { table, id, ref, int, bool, oneOf, text, day, hour, minute, month, index, uniqueIndex } = kit;

/** The private thing somebody signs in to. Nothing here names a pseudonym. */
export const accounts = table(
  "accounts",
  {
    id: id(),
    /** Keyed HMAC of the codename's first two words: finds the row, tells nothing. */
    signInKey: text().notNull().unique(),
    /** Argon2id of the other five words, or of the passphrase in their place. */
    secretHash: text().notNull(),
    secretKind: oneOf(["codename", "passphrase"]).notNull(),
    /** SHA-256 of the recovery code in force. */
    recoveryHash: text().notNull().unique(),
    standing: oneOf(["newcomer", "member", "established"]).notNull().default("newcomer"),
    joinedWeek: int().notNull(),
    lastSeen: month().notNull(),
    branch: int(),
    younger: bool().notNull().default(false),
    language: oneOf(["en", "es"]),
    theme: oneOf(["light", "dark", "contrast"]),
    /** The slot (1 to 5) of the pseudonym that speaks where a space remembers none. */
    slot: int().notNull().default(1),
  },
  (t) => [index("accounts_branch").on(t.branch)],
);

export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the cookie's token, hex. */
    id: text().primaryKey(),
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    expires: minute().notNull(),
    /** "Only I use this device". */
    ownDevice: bool().notNull(),
    label: text(),
    started: day().notNull(),
  },
  (t) => [index("sessions_account").on(t.accountId)],
);

/** Offices are public, so they are held by a pseudonym. */
export const offices = table(
  "offices",
  {
    id: id(),
    pseudonymId: ref().notNull(),
    office: oneOf(["moderator", "organizer", "steward"]).notNull(),
    since: day().notNull(),
    until: day(),
  },
  (t) => [uniqueIndex("offices_once").on(t.pseudonymId, t.office)],
);

/** What a decision imposes. Held by the pseudonym it was decided on; an account is bound through any of its pseudonyms. */
export const sanctions = table(
  "sanctions",
  {
    id: id(),
    pseudonymId: ref().notNull(),
    caseId: ref().notNull(),
    kind: oneOf(["warning", "slow", "mute", "suspension", "removal"]).notNull(),
    agreement: text().notNull(),
    agreementVersion: int().notNull(),
    reasons: text().notNull(),
    started: hour().notNull(),
    until: minute(),
    lifted: hour(),
  },
  (t) => [
    index("sanctions_live").on(t.pseudonymId).where(sql`${t.lifted} is null`),
    index("sanctions_case").on(t.caseId),
  ],
);
