import { kit } from "../kit";

const { table, int, json, oneOf, text, day } = kit;

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
