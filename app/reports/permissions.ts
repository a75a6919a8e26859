import { type Member, owns } from "../accounts/viewer";
import type { Agreements } from "../agreements/agreements-queries.server";
import { type Conduct, conducts } from "../agreements/conducts";
import { type Refused, refused } from "../platform/outcome";

/** Whether a member may report something that they can see. Everybody may, also while muted or suspended; own things are for their author to change. */
export function canReport(viewer: Member, item: { respondentPseudonymId: number | null }): { ok: true } | Refused {
  return owns(viewer, item.respondentPseudonymId) ? refused("own-thing") : { ok: true };
}

/** What could be reported under some agreements: the conduct that one of their clauses names, and "something else". */
export const reportable = (agreements: Agreements): Conduct[] =>
  conducts.filter(
    (conduct) => conduct === "other" || agreements.clauses.some((clause) => clause.conducts.includes(conduct)),
  );
