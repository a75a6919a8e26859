/**
 * Stands in `cases.respondentPseudonymId` where a case is about nobody alone: in a pile-on there are many, who stand in
 * `pile_on_parts`. No id is 0, so nothing that binds or shows a respondent finds anybody.
 */
export const NOBODY_ALONE = 0;

/** Whose case it is for somebody who declares a tie: of a pile-on the member at whom many came. */
export const aboutWhom = (found: { subjectKind: string; subjectId: number; respondentPseudonymId: number }) =>
  found.subjectKind === "pile-on" ? found.subjectId : found.respondentPseudonymId;
