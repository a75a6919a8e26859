import { sql } from "drizzle-orm";
import { kit } from "../kit";

const { table, id, ref, int, json, oneOf, text, day, uniqueIndex } = kit;

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

/** Requests for what is stored here, and how they were answered: written by stewards, read by everybody, never changed. */
export const transparencyEntries = table(
  "transparency_entries",
  {
    id: id(),
    /** When the request came, or up to when nothing had. */
    day: day().notNull(),
    kind: oneOf(["nothing-to-report", "court", "police", "takedown", "hosting", "other"]).notNull(),
    answer: oneOf(["nothing-handed-over", "partly", "handed-over", "fought", "pending"]).notNull(),
    /** What was asked; of an entry without a request, what its steward adds. */
    words: text().notNull(),
    /** Counts from 1 without a gap; the public log names it. */
    bump: int().notNull(),
    written: day().notNull().default(sql`0`),
    /** ISO 3166-1, two letters. */
    country: text(),
    /** What was handed over, in words. */
    handed: text().notNull().default(""),
    /** Whether those it was about were told. */
    told: oneOf(["told", "not-yet", "forbidden", "nobody-to-tell"]).notNull().default("nobody-to-tell"),
    language: oneOf(["en", "es"]).notNull().default("en"),
  },
  (t) => [uniqueIndex("transparency_entries_order").on(t.bump)],
);

/** What stewards added to an entry later. The entry itself stays as it was. */
export const transparencyCorrections = table(
  "transparency_corrections",
  {
    id: id(),
    entryId: ref()
      .notNull()
      .references(() => transparencyEntries.id),
    written: day().notNull(),
    /** Counts an entry's corrections from 1. */
    bump: int().notNull(),
    /** How the request is answered now; empty where that stays. */
    answer: oneOf(["nothing-handed-over", "partly", "handed-over", "fought", "pending"]),
    words: text().notNull(),
    language: oneOf(["en", "es"]).notNull(),
  },
  (t) => [uniqueIndex("transparency_corrections_order").on(t.entryId, t.bump)],
);
