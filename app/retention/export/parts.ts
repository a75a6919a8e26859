import type { allPeriods } from "../periods";

/**
 * The parts of an export, in the order in which they are read. `account`: belongs to the account as a whole and would tie
 * its names together, so that an export of one name leaves it out.
 */
export const parts = [
  { name: "posts", of: "names" },
  { name: "topics", of: "names" },
  { name: "drafts", of: "account" },
  { name: "said", of: "names" },
  { name: "hosted", of: "names" },
  { name: "hostedWith", of: "names" },
  { name: "coming", of: "names" },
  { name: "seats", of: "names" },
  { name: "answers", of: "names" },
  { name: "names", of: "names" },
  { name: "circles", of: "names" },
  { name: "offices", of: "names" },
  { name: "follows", of: "names" },
  { name: "notifications", of: "names" },
  { name: "reports", of: "account" },
  { name: "talk", of: "names" },
  { name: "decisions", of: "names" },
  { name: "sanctions", of: "names" },
  { name: "ties", of: "names" },
  { name: "blocks", of: "account" },
  { name: "mutedTopics", of: "account" },
  { name: "hiddenPosts", of: "account" },
  { name: "reading", of: "account" },
  { name: "voices", of: "account" },
  { name: "account", of: "account" },
  { name: "devices", of: "account" },
  { name: "passkeys", of: "account" },
  { name: "invitations", of: "account" },
] as const;

export type PartName = (typeof parts)[number]["name"];

type TableName = (typeof allPeriods)[number][0];

/** Where a table's rows go: into a part, or nowhere and why. `but`: columns that stay out of the part, and why. */
type Line = { part: PartName; but?: string } | { left: string };

/** One line for every table of the database: what an export takes of it, and why not the rest. */
export const exported: Record<TableName, Line> = {
  accounts: {
    part: "account",
    but: "hashes and keys open the account; standing and branch are the software's own and shown to nobody, so that nobody can be asked to show them",
  },
  sessions: { part: "devices", but: "the id is worth a session" },
  passkeys: { part: "passkeys", but: "key, credential and counter are for signing in" },
  codeApps: { part: "account", but: "that there is one; its secret opens the second step" },
  accountKeys: { left: "opens the journal" },
  journalEntries: {
    left: "locked with a key that only its owner's secret opens; the journal has a document of its own",
  },
  journalImages: { left: "as the entries they belong to" },
  spentOnce: { left: "keyed fingerprints that lead to nobody" },
  leftBehind: { left: "belongs to accounts that are gone" },
  offices: { part: "offices" },
  sanctions: { part: "sanctions" },
  agreementVersions: { left: "the community's, and public" },
  settings: { left: "the community's" },
  cases: { left: "the work of those who decide; parties get what was decided, as they see it in the forum" },
  caseDeals: { left: "the work of those who decide, full of others" },
  caseEntries: { left: "the work of those who decide, full of others" },
  decisions: { part: "decisions", but: "what was told to the other side, and who decided" },
  caseMessages: { part: "talk", but: "what was said with the other side, and who asked" },
  emergencies: { left: "the work of those who decide; what it imposed stands under sanctions" },
  lifts: { left: "the work of those who decide; the day on which something was lifted stands under sanctions" },
  decisionTemplates: { left: "the community's, written in office" },
  evidenceReadings: { left: "the work of those who decide" },
  ties: { part: "ties" },
  handlerWishes: { left: "how somebody works in office, until they change it; it stands on its own page" },
  conductOptOuts: { left: "as above; in an archive that others open it would tell what somebody can't bear" },
  rotaWeeks: { left: "weeks ahead that go by themselves" },
  roomMessages: { left: "said in office among those on duty, about their work; goes by itself" },
  topics: { part: "topics" },
  posts: { part: "posts", but: "the rendered text, which says the same; what was removed or burned has no words left" },
  follows: { part: "follows" },
  readMarks: { part: "reading" },
  drafts: { part: "drafts" },
  gatherings: { part: "hosted" },
  gatheringHosts: { part: "hostedWith" },
  gatheringGoers: { part: "coming" },
  gatheringSeats: { part: "seats", but: "others' seats, and the sealed side of one's own" },
  gatheringMessages: { part: "said", but: "what others said" },
  gatheringAnswers: { part: "answers" },
  invitations: { part: "invitations", but: "the code lets somebody in" },
  invitationEdges: { left: "tells of two people; the other one isn't asked" },
  jobRuns: { left: "the software's" },
  notifications: { part: "notifications" },
  pseudonymLinks: { left: "ciphertext; what it ties together stands side by side in the part of names" },
  pseudonyms: { part: "names", but: "names that were burned: with everything they wrote they stay out" },
  spaceVoices: { part: "voices" },
  publicLog: { left: "public; where it ended is in every archive" },
  transparencyEntries: { left: "the community's, and public" },
  transparencyCorrections: { left: "the community's, and public" },
  blocks: { part: "blocks" },
  topicMutes: { part: "mutedTopics" },
  hiddenPosts: { part: "hiddenPosts" },
  reports: { part: "reports", but: "the case and its number" },
  outsideReports: { left: "of people who aren't members; belongs to no account" },
  legalHolds: { left: "why things are kept for a law or a court: stewards' words, about a case" },
  evidence: { left: "sealed, for those who decide; one's own words stand under posts" },
  spaces: { left: "the community's; named where something of one's own stands in them" },
  circleMembers: { part: "circles", but: "who else is in them" },
};
