import { kit } from "../kit";

const { table, id, int, json, oneOf, text, day } = kit;

/** Append-only. Each digest covers the entry and the digest before it. */
export const publicLog = table("public_log", {
  position: int().primaryKey(),
  day: day().notNull(),
  /** What was done, e.g. `case-decided`: a key of app/public-log/acts.ts. */
  act: text().notNull(),
  office: oneOf(["moderator", "organizer", "steward", "members", "software"]).notNull(),
  agreement: text(),
  agreementVersion: int(),
  details: json<Record<string, string | number>>().notNull(),
  /** Random; with it the details can be proven, without it they can be redacted and not guessed. */
  salt: text(),
  /** SHA-256 of salt and details. */
  detailsDigest: text().notNull(),
  /** SHA-256 over position, day, act, office, agreement, detailsDigest and the digest before. */
  digest: text().notNull(),
});

/** Requests for what is stored here, and how they were answered: written by stewards, read by everybody. */
export const transparencyEntries = table("transparency_entries", {
  id: id(),
  day: day().notNull(),
  kind: oneOf(["nothing-received", "court", "police", "company", "person", "other"]).notNull(),
  answer: oneOf(["nothing-handed-over", "partly", "handed-over", "fought", "pending"]).notNull(),
  words: text().notNull(),
  bump: int().notNull(),
});
