import type * as schema from "#db/schema";
import { DRAFTS_KEPT } from "../discussion/drafts/draft-place";
import { DAY } from "../platform/time";

type TableName = {
  [Name in keyof typeof schema]: (typeof schema)[Name] extends { $inferSelect: unknown } ? Name : never;
}[keyof typeof schema];

/**
 * How long a table's rows are kept. `until`: as long as what they belong to is there. `sweep`: erased by the hourly
 * sweep, this many ms after what `from` says. The words for people are in i18n `retention`.
 */
export type Period =
  | { keep: "sweep"; ms: number; from: string }
  | {
      keep: "until";
      of: "account" | "community" | "topic" | "case" | "gathering" | "space" | "office" | "journal" | "match";
    };

/** What is deleted is unreadable in backups, too, within this many ms: their keys live no longer. */
export const BACKUPS_KEPT = 7 * DAY;

/** One row for every table of the database: the sweep obeys it and the privacy page shows it. */
export const periods = {
  accounts: { keep: "until", of: "account" },
  sessions: { keep: "sweep", ms: 0, from: "its end: 12 hours, or 30 days on a device of one's own" },
  passkeys: { keep: "until", of: "account" },
  codeApps: { keep: "until", of: "account" },
  accountKeys: { keep: "until", of: "account" },
  spentOnce: { keep: "sweep", ms: 0, from: "the hour after which it would be too old anyway" },
  leftBehind: { keep: "sweep", ms: 0, from: "the end of its case and of what was decided in it" },
  offices: { keep: "until", of: "community" },
  sanctions: { keep: "until", of: "case" },
  agreementVersions: { keep: "until", of: "community" },
  settings: { keep: "until", of: "community" },
  cases: { keep: "until", of: "community" },
  caseDeals: { keep: "until", of: "case" },
  caseEntries: { keep: "until", of: "case" },
  decisions: { keep: "until", of: "case" },
  caseMessages: { keep: "sweep", ms: 90 * DAY, from: "the closing of its case" },
  evidenceReadings: { keep: "sweep", ms: 90 * DAY, from: "the closing of its case" },
  emergencies: { keep: "until", of: "case" },
  lifts: { keep: "until", of: "case" },
  decisionTemplates: { keep: "until", of: "community" },
  pileOns: { keep: "until", of: "case" },
  pileOnParts: { keep: "sweep", ms: 90 * DAY, from: "the closing of its case" },
  ties: { keep: "until", of: "community" },
  handlerWishes: { keep: "until", of: "office" },
  conductOptOuts: { keep: "until", of: "office" },
  roomMessages: { keep: "sweep", ms: 30 * DAY, from: "the hour it was said" },
  rotaWeeks: { keep: "sweep", ms: 0, from: "the end of its week" },
  topics: { keep: "until", of: "space" },
  posts: { keep: "until", of: "topic" },
  follows: { keep: "until", of: "account" },
  readMarks: { keep: "until", of: "account" },
  drafts: { keep: "sweep", ms: DRAFTS_KEPT, from: "the day it was last kept" },
  gatherings: { keep: "until", of: "community" },
  gatheringHosts: { keep: "until", of: "gathering" },
  gatheringGoers: { keep: "sweep", ms: DAY, from: "the end of the gathering" },
  gatheringSeats: { keep: "sweep", ms: DAY, from: "the end of the gathering" },
  gatheringMessages: {
    keep: "sweep",
    ms: DAY,
    from: "the end of the gathering, unless it chose before it began to keep them",
  },
  gatheringAnswers: { keep: "sweep", ms: DAY, from: "the end of the gathering" },
  invitations: { keep: "sweep", ms: 0, from: "its expiry" },
  invitationEdges: { keep: "sweep", ms: 30 * DAY, from: "the day of joining; a branch number stays" },
  journalEntries: {
    keep: "sweep",
    ms: DAY,
    from: "the hour in which its owner took it out; else as long as the account",
  },
  journalImages: { keep: "until", of: "journal" },
  namings: { keep: "until", of: "account" },
  matches: { keep: "sweep", ms: 0, from: "its end, 30 days after the five were told, or the opening of their circle" },
  matchVoices: { keep: "until", of: "match" },
  matchMessages: { keep: "until", of: "match" },
  jobRuns: { keep: "until", of: "community" },
  notifications: { keep: "sweep", ms: 30 * DAY, from: "its day" },
  pseudonymLinks: { keep: "until", of: "account" },
  pseudonyms: { keep: "until", of: "community" },
  spaceVoices: { keep: "until", of: "account" },
  publicLog: { keep: "until", of: "community" },
  transparencyEntries: { keep: "until", of: "community" },
  transparencyCorrections: { keep: "until", of: "community" },
  blocks: { keep: "until", of: "account" },
  topicMutes: { keep: "until", of: "account" },
  hiddenPosts: { keep: "until", of: "account" },
  reports: { keep: "until", of: "case" },
  outsideReports: { keep: "sweep", ms: 90 * DAY, from: "the hour it was answered or taken up as a case" },
  evidence: { keep: "sweep", ms: 90 * DAY, from: "the closing of its case, unless a legal hold keeps it" },
  legalHolds: { keep: "sweep", ms: 90 * DAY, from: "the day it was lifted" },
  shieldCounts: { keep: "sweep", ms: 57 * DAY, from: "its hour" },
  shields: { keep: "sweep", ms: 30 * DAY, from: "its end" },
  shelters: { keep: "sweep", ms: 0, from: "its end" },
  heldBack: { keep: "sweep", ms: 30 * DAY, from: "its day" },
  spaces: { keep: "until", of: "community" },
  circleMembers: { keep: "until", of: "space" },
} as const satisfies Record<TableName, Period>;

type Periods = typeof periods;

/** The tables whose rows go by themselves. */
export type SweptTable = { [Name in TableName]: Periods[Name]["keep"] extends "sweep" ? Name : never }[TableName];

/** Every table and its period, for those who show or check all of them. */
export const allPeriods = Object.entries(periods) as [TableName, Period][];
