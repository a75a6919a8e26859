import { kit } from "../kit";
import { cases } from "./cases";

const { table, id, ref, int, oneOf, text, day, hour, minute, index, uniqueIndex } = kit;

/** What one moderator did at once, before anything was decided. Power over a person ends by itself unless a second person agrees. */
export const emergencies = table(
  "emergencies",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: oneOf(["mute", "hide"]).notNull(),
    state: oneOf(["standing", "confirmed", "over"]).notNull(),
    moderatorPseudonymId: ref().notNull(),
    secondPseudonymId: ref(),
    /** The sanction it imposed; null where it only hid something. */
    sanctionId: ref(),
    began: hour().notNull(),
    until: minute().notNull(),
  },
  (t) => [uniqueIndex("emergencies_once").on(t.caseId, t.kind), index("emergencies_standing").on(t.state, t.until)],
);

/** The early end of a sanction, or the wish for it while a second person hasn't agreed. */
export const lifts = table(
  "lifts",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    sanctionId: ref().notNull(),
    state: oneOf(["waiting-for-second", "done", "withdrawn"]).notNull(),
    moderatorPseudonymId: ref().notNull(),
    secondPseudonymId: ref(),
    words: text().notNull(),
    asked: hour().notNull(),
  },
  (t) => [index("lifts_case").on(t.caseId)],
);

/** The words that reasons begin from, as moderators wrote them; every version is kept. Without a row the words of the product hold. */
export const decisionTemplates = table(
  "decision_templates",
  {
    id: id(),
    outcome: oneOf(["no-breach", "note", "warning", "slow", "mute", "suspension", "removal"]).notNull(),
    side: oneOf(["reporter", "respondent"]).notNull(),
    language: oneOf(["en", "es"]).notNull(),
    version: int().notNull(),
    words: text().notNull(),
    writtenByPseudonymId: ref().notNull(),
    written: day().notNull(),
  },
  (t) => [uniqueIndex("decision_templates_once").on(t.outcome, t.side, t.language, t.version)],
);
