import { kit } from "../kit";
import { cases } from "./cases";

const { table, id, ref, oneOf, bytes, hour, index } = kit;

/** What must not be erased while a law or a court asks for it: the sealed copies of one case. */
export const legalHolds = table(
  "legal_holds",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** `waiting` for a second steward: it holds already, for a week. */
    state: oneOf(["waiting", "in-force", "lifted"]).notNull(),
    /** Why, and under which reference of whoever asks. */
    sealed: bytes().notNull(),
    placedBy: ref().notNull(),
    confirmedBy: ref(),
    liftedBy: ref(),
    placed: hour().notNull(),
    lifted: hour(),
  },
  (t) => [index("legal_holds_case").on(t.caseId)],
);
