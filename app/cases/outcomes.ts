/** The ladder, from nothing to the end. */
export const outcomes = ["no-breach", "note", "warning", "slow", "mute", "suspension", "removal"] as const;

export type CaseOutcome = (typeof outcomes)[number];

/** What can be decided about a thing: a pile-on binds nobody by itself, what somebody did in it is taken out and decided alone. */
export const outcomesFor = (subjectKind: string): readonly CaseOutcome[] =>
  subjectKind === "pile-on" ? ["no-breach", "note"] : outcomes;

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
