import { kit } from "../kit";
import { cases } from "./cases";

const { table, id, ref, int, bool, oneOf, text, bytes, hour, minute, index } = kit;

/** What somebody who isn't a member reported or asks to have taken down. It belongs to no account. */
export const outsideReports = table(
  "outside_reports",
  {
    id: id(),
    /** SHA-256 of the receipt code. */
    codeHash: text().notNull().unique(),
    conduct: text().notNull(),
    /** What of this site they gave the address of; empty where they gave none that leads to a post or a name. */
    subjectKind: oneOf(["post", "pseudonym"]),
    subjectId: ref(),
    respondentPseudonymId: ref(),
    /** When the post was written, or the hour of filing: which agreements and which blocks count. */
    conductHour: hour().notNull(),
    /** Where it happened and what, in their own words. */
    sealed: bytes().notNull(),
    state: oneOf(["open", "in-case", "answered"]).notNull(),
    /** A handler hid the post: it stays hidden until this, or the case that comes of it, is decided. */
    hid: bool().notNull().default(false),
    caseId: ref().references(() => cases.id, { onDelete: "set null" }),
    sealedAnswer: bytes(),
    filed: hour().notNull(),
    decideBy: minute(),
    /** How often its deadline was missed, and to whose name it went the last time. */
    timesPassed: int().notNull().default(0),
    passedToPseudonymId: ref(),
    settled: hour(),
  },
  (t) => [index("outside_reports_open").on(t.state), index("outside_reports_settled").on(t.settled)],
);
