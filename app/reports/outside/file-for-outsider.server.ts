import { reports } from "#db/schema";
import type { Tx } from "#db/types";
import { agreementsInForce, clauseOf } from "../../agreements/agreements-queries.server";
import type { Conduct } from "../../agreements/conducts";
import { newId } from "../../platform/ids";
import type { Site } from "../../site/site";
import type { CaseIntake } from "../file-report.server";
import { OUTSIDER, type ReportedItem } from "../item";
import { sealInCase } from "../set-aside.server";

type Brought = { item: ReportedItem; conduct: Conduct; words: string; hidden: boolean; broughtBy: number };

/**
 * Brings what somebody who isn't a member reported into a case: the sealed copy and a report without a reporter, which is
 * no voice, hides nothing and is told nothing. `hidden`: a handler hid the post already. Answers with the case.
 */
export async function fileForOutsider(
  site: Site,
  tx: Tx,
  { item, conduct, words, hidden, broughtBy }: Brought,
  intake: CaseIntake,
  now: Date,
): Promise<number> {
  const { caseId, opened } = await intake.findOrOpen(tx, { item, conduct, reporterAccountId: null }, now);
  const agreements = await agreementsInForce(tx, item.written);
  const reportId = newId();
  await tx.insert(reports).values({
    id: reportId,
    caseId,
    reporterAccountId: null,
    alias: OUTSIDER,
    kind: item.kind,
    subjectId: item.subjectId,
    conduct,
    agreement: clauseOf(agreements, conduct).key,
    agreementVersion: agreements.version,
    wish: "unsure",
    words,
    aboutMe: false,
    filed: now,
  });
  const setsAside = await sealInCase(tx, site, { caseId, reportId, conduct, item }, now);
  const filed = { caseId, opened, alias: OUTSIDER, hidden, setsAside, overLimit: false, broughtBy };
  await intake.filed(site, tx, filed, now);
  return caseId;
}
