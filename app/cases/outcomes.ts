/** The ladder, from nothing to the end. */
export const outcomes = ["no-breach", "note", "warning", "slow", "mute", "suspension", "removal"] as const;

export type CaseOutcome = (typeof outcomes)[number];

/** What can be decided where a case names nobody alone: nobody is there to be bound. What somebody did in a pile-on is taken out and decided alone. */
export const outcomesFor = ({ namesNobody }: { namesNobody: boolean }): readonly CaseOutcome[] =>
  namesNobody ? ["no-breach", "note"] : outcomes;

/** Whether nobody hears the decision but those who reported; of a pile-on the member at whom many came does. */
export const tellsNobody = (found: { respondentPseudonymId: number | null; subjectKind: string }) =>
  found.respondentPseudonymId === null && found.subjectKind !== "pile-on";

export const isOutcome = (text: unknown): text is CaseOutcome => outcomes.includes(text as CaseOutcome);

/** Outcomes that last for days that the decision names. */
export const hasDays = (outcome: CaseOutcome) => outcome === "slow" || outcome === "mute" || outcome === "suspension";

/** The longest that a slow, mute or suspension can last, in days. */
export const MOST_DAYS = 365;

/** From how many days on one moderator alone can't suspend. */
export const ALONE_DAYS = 7;

/** Whether a second, unconflicted person has to confirm. */
export const needsSecond = (outcome: CaseOutcome, days: number | null) =>
  outcome === "removal" || (outcome === "suspension" && (days ?? 0) > ALONE_DAYS);

/** What is written down as a sanction. A note is words only. */
export const sanctionOf = (outcome: CaseOutcome) => (outcome === "no-breach" || outcome === "note" ? null : outcome);
