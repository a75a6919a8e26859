import { kit } from "../kit";
import { accounts } from "./accounts";
import { cases } from "./cases";

const { table, id, ref, int, bool, oneOf, text, bytes, hour, index, uniqueIndex } = kit;

export const reports = table(
  "reports",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** Null once the reporter has left. */
    reporterAccountId: ref().references(() => accounts.id, { onDelete: "set null" }),
    /** "Reporter 1", "Reporter 2" … of the case. */
    alias: int().notNull(),
    kind: oneOf(["post", "pseudonym", "gathering-message", "elsewhere"]).notNull(),
    /** The id of the post, pseudonym or gathering message, or what stands for something that happened elsewhere. */
    subjectId: ref().notNull(),
    conduct: text().notNull(),
    agreement: text().notNull(),
    agreementVersion: int().notNull(),
    wish: oneOf(["stop", "remove", "talk", "know", "unsure"]).notNull(),
    words: text().notNull(),
    aboutMe: bool().notNull(),
    /** Whether this report hid the thing for all: one such hide may be pending for an account, none soon after misuse. */
    hide: oneOf(["none", "pending", "over", "misused"]).notNull().default("none"),
    filed: hour().notNull(),
  },
  (t) => [
    uniqueIndex("reports_once").on(t.reporterAccountId, t.caseId, t.conduct),
    index("reports_case").on(t.caseId),
    index("reports_mine").on(t.reporterAccountId),
  ],
);

/** The sealed copy of what was reported. */
export const evidence = table(
  "evidence",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** Null for what moderators took out of a pile-on. */
    reportId: ref().references(() => reports.id, { onDelete: "cascade" }),
    sealed: bytes().notNull(),
    /** SHA-256 of the plain copy, salted with the row's id. */
    digest: text().notNull(),
    taken: hour().notNull(),
    /** Empty for those who decide. A public age key: only who keeps its other half can open it. `server`: for stewards, who had no key yet. */
    recipient: text(),
    /** Of what is sealed for stewards: a keyed fingerprint of the text, so that the same one is known again unread. */
    mark: text(),
    /** The words were taken out of the post: they are nowhere but here. */
    only: bool().notNull().default(false),
  },
  (t) => [index("evidence_case").on(t.caseId), index("evidence_report").on(t.reportId)],
);
