import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { cases, reports } from "#db/schema";
import type { Tx } from "#db/types";
import type { Conduct } from "../../agreements/conducts";
import type { ReportedItem } from "../item";
import { undecided } from "../report-queries.server";

/** As many of one's own open cases are looked through. */
const OWN_MOST = 100;

/**
 * What happened elsewhere, reported above the limit: it joins the reporter's last such case about the same somebody that
 * isn't decided, one of the same conduct first, and what was told is sealed there. As it was where there is none.
 */
export async function intoOwnCase(
  tx: Tx,
  { item, conduct, accountId }: { item: ReportedItem; conduct: Conduct; accountId: number },
): Promise<ReportedItem> {
  const { respondentPseudonymId: named } = item;
  const open = await tx
    .select({ subjectId: cases.subjectId, conduct: reports.conduct })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(
      and(
        eq(reports.reporterAccountId, accountId),
        eq(cases.subjectKind, "elsewhere"),
        inArray(cases.state, [...undecided]),
        named === null ? isNull(cases.respondentPseudonymId) : eq(cases.respondentPseudonymId, named),
      ),
    )
    .orderBy(desc(cases.bump))
    .limit(OWN_MOST);
  const own = open.find((one) => one.conduct === conduct) ?? open[0];
  return own ? { ...item, subjectId: own.subjectId, further: [item.copy] } : item;
}
