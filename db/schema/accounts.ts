import { sql } from "drizzle-orm";
import { kit } from "../kit";

const { table, id, ref, int, bool, bytes, oneOf, text, day, hour, minute, month, index, uniqueIndex } = kit;

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
    /** Written by the hour. */
    expires: minute().notNull(),
    /** "Only I use this device". */
    ownDevice: bool().notNull(),
    label: text(),
    started: day().notNull(),
  },
  (t) => [index("sessions_account").on(t.accountId)],
);

/** A passkey: a second factor that its owner can take away again. Not discoverable, so that no device lists this place by itself. */
export const passkeys = table(
  "passkeys",
  {
    id: id(),
    accountId: ref()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** The authenticator's own random name for the key, base64url: it has to be told which key is asked for. */
    credential: text().notNull().unique(),
    publicKey: bytes().notNull(),
    /** How often it signed, as it says itself: a number that falls back tells of a copy. */
    counter: int().notNull(),
    label: text(),
    added: month().notNull(),
  },
  (t) => [index("passkeys_account").on(t.accountId)],
);

/** An authenticator app: a second factor. */
export const codeApps = table("code_apps", {
  accountId: ref()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** The secret that the app shares, encrypted under the server's key. */
  sealed: bytes().notNull(),
  /** False until a first code has shown that the app has it. */
  confirmed: bool().notNull().default(false),
});

/**
 * A key of the account's own, under which its journal is sealed. It stands here only closed: nothing on the server opens it
 * without the words, the passphrase or the recovery code that its owner types.
 */
export const accountKeys = table("account_keys", {
  accountId: ref()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** Salt, and the key under Argon2id of the secret. */
  bySecret: bytes().notNull(),
  /** The key under the recovery code in force; null where that wasn't at hand. */
  byCode: bytes(),
});

/** Keyed fingerprints of what may be used once: a code, a challenge, a proof of work. Erased when it would be too old anyway. */
export const spentOnce = table("spent_once", {
  mark: text().primaryKey(),
  until: hour().notNull(),
});

/** What an open case or a live sanction still needs of an account that left: no name, nothing that ties two of them together. */
export const leftBehind = table(
  "left_behind",
  {
    id: id(),
    caseId: ref().notNull(),
    side: oneOf(["reporter", "respondent"]).notNull(),
    branch: int(),
    joinedWeek: int().notNull(),
  },
  (t) => [index("left_behind_case").on(t.caseId)],
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
