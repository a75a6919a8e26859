import { kit } from "../kit";

const { table, id, ref, int, oneOf, text, bytes, hour, day, minute, index, primaryKey, uniqueIndex } = kit;

export const cases = table(
  "cases",
  {
    id: id(),
    /** Empty where nobody here is named alone: it happened elsewhere, or it is a pile-on, whose parts stand in `pile_on_parts`. */
    respondentPseudonymId: ref(),
    /** What the reports are about: a post's or pseudonym's id; for a pile-on the name they came at; of what happened elsewhere a number of its own. One open case for one thing. */
    subjectKind: oneOf(["post", "pseudonym", "gathering-message", "pile-on", "elsewhere"]).notNull(),
    subjectId: ref().notNull(),
    /** The gravest conduct reported. */
    conduct: text().notNull(),
    severity: oneOf(["urgent", "ordinary"]).notNull(),
    /** Reported as child material: stewards alone handle it, from copies that only they can open. `lifted`: it isn't that. */
    quarantine: oneOf(["none", "standing", "lifted"]).notNull().default("none"),
    state: oneOf([
      "open",
      "claimed",
      "waiting-for-reporter",
      "waiting-for-second",
      "decided",
      "appealed",
      "closed",
      "escalated",
    ]).notNull(),
    /** Position in order of opening. */
    bump: int().notNull(),
    conductHour: hour().notNull(),
    opened: hour().notNull(),
    acknowledgeBy: minute(),
    decideBy: minute(),
    /** The deadline of which its handlers have been reminded. */
    remindedOf: minute(),
    closed: hour(),
    holderPseudonymId: ref(),
    leaseUntil: minute(),
    /** Grows with every claim and hand-over: whoever holds an older number has lost the lease. */
    leaseNumber: int().notNull().default(0),
  },
  (t) => [
    index("cases_queue").on(t.state, t.severity, t.bump),
    index("cases_subject").on(t.subjectKind, t.subjectId),
    index("cases_respondent").on(t.respondentPseudonymId),
  ],
);

/** To whom of the unconflicted moderators a case was dealt. */
export const caseDeals = table(
  "case_deals",
  {
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    moderatorPseudonymId: ref().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.moderatorPseudonymId] }),
    index("case_deals_moderator").on(t.moderatorPseudonymId),
  ],
);

/** What happened in a case, in order. */
export const caseEntries = table(
  "case_entries",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    position: int().notNull(),
    kind: oneOf([
      "opened",
      "joined",
      "claimed",
      "released",
      "handed-over",
      "note",
      "decided",
      "confirmed",
      "withdrawn",
      "escalated",
      "closed",
      "hidden",
      "shown",
      "pile-on-found",
      "pile-on-called",
      "pile-on-kind",
      "taken-out",
      "asked",
      "answered",
      "statement-asked",
      "statement",
      "not-asked",
      "wait-over",
      "emergency-hide",
      "emergency-mute",
      "emergency-confirmed",
      "emergency-over",
      "lift-asked",
      "lift-withdrawn",
      "lifted",
      "from-outside",
      "set-aside",
      "package-taken",
      "quarantine-lifted",
      "hold-placed",
      "hold-confirmed",
      "hold-lifted",
    ]).notNull(),
    actorPseudonymId: ref(),
    /** For members' entries: "Reporter 1". */
    alias: text(),
    words: text().notNull(),
    at: hour().notNull(),
  },
  (t) => [uniqueIndex("case_entries_in_order").on(t.caseId, t.position)],
);

export const decisions = table(
  "decisions",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    moderatorPseudonymId: ref().notNull(),
    secondPseudonymId: ref(),
    state: oneOf(["waiting-for-second", "in-force", "withdrawn"]).notNull(),
    outcome: oneOf(["no-breach", "note", "warning", "slow", "mute", "suspension", "removal"]).notNull(),
    /** Days a slow, mute or suspension lasts. */
    days: int(),
    agreement: text().notNull(),
    agreementVersion: int().notNull(),
    removesPost: int().notNull().default(0),
    toReporter: text().notNull(),
    toRespondent: text().notNull(),
    decided: hour().notNull(),
  },
  (t) => [index("decisions_case").on(t.caseId)],
);

/** Many strangers who come at one name within hours: what its case is about, and what the member wants meanwhile. */
export const pileOns = table(
  "pile_ons",
  {
    caseId: ref()
      .primaryKey()
      .references(() => cases.id, { onDelete: "cascade" }),
    targetPseudonymId: ref().notNull(),
    foundBy: oneOf(["software", "member"]).notNull(),
    /** What the member chose when asked; as long as they didn't, strangers are slowed only where it's plain. */
    wish: oneOf(["unasked", "slow-meanwhile", "slow", "gather", "kind"]).notNull().default("unasked"),
    began: hour().notNull(),
    /** The hour of the last thing that was gathered. */
    latest: hour().notNull(),
    ended: hour(),
  },
  (t) => [index("pile_ons_target").on(t.targetPseudonymId)],
);

/** One thing that somebody wrote in a pile-on, gathered with a sealed copy, so that nobody need prove it. */
export const pileOnParts = table(
  "pile_on_parts",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    postId: ref().notNull(),
    topicId: ref().notNull(),
    pseudonymId: ref().notNull(),
    route: oneOf(["answer", "reply", "mention"]).notNull(),
    sealed: bytes().notNull(),
    /** The case that moderators made of this alone. */
    takenOutTo: ref(),
    written: hour().notNull(),
  },
  (t) => [
    uniqueIndex("pile_on_parts_once").on(t.caseId, t.postId),
    index("pile_on_parts_post").on(t.postId),
    index("pile_on_parts_topic").on(t.topicId),
  ],
);

/** Ties that a moderator declared privately: kept by their office's pseudonym, shown to nobody else. */
export const ties = table(
  "ties",
  {
    moderatorPseudonymId: ref().notNull(),
    pseudonymId: ref().notNull(),
    declared: hour().notNull(),
  },
  (t) => [primaryKey({ columns: [t.moderatorPseudonymId, t.pseudonymId] })],
);

/** What handlers and one side of a case say to each other, sealed like the evidence. */
export const caseMessages = table(
  "case_messages",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    position: int().notNull(),
    /** With whom: one reporter, by their alias, or the one it is about. */
    side: oneOf(["reporter", "respondent"]).notNull(),
    alias: int(),
    kind: oneOf(["question", "answer"]).notNull(),
    /** The handler who asked. What a side says names nobody. */
    actorPseudonymId: ref(),
    sealed: bytes().notNull(),
    /** Until when a question waits for its answer; empty once it is answered or no longer waited for. */
    answerBy: minute(),
    at: hour().notNull(),
  },
  (t) => [
    uniqueIndex("case_messages_in_order").on(t.caseId, t.position),
    index("case_messages_waiting").on(t.answerBy),
  ],
);

/** Who opened the sealed copies of which case on which day, for the stewards to look over. */
export const evidenceReadings = table(
  "evidence_readings",
  {
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    readerPseudonymId: ref().notNull(),
    day: day().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.readerPseudonymId, t.day] }), index("evidence_readings_by_day").on(t.day)],
);
