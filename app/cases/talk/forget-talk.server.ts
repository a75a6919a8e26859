import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import { caseMessages, cases, reports } from "#db/schema";
import type { Tx } from "#db/types";
import { respondentIsHere } from "../respondent.server";

/** Erases, once a case is closed, the threads of those who have left meanwhile: their sealed words have no further use. */
export async function forgetTalkOfLeft(
  tx: Tx,
  found: { id: number; respondentPseudonymId: number | null },
): Promise<void> {
  const ofCase = eq(caseMessages.caseId, found.id);
  const here = tx
    .select({ alias: reports.alias })
    .from(reports)
    .where(and(eq(reports.caseId, found.id), isNotNull(reports.reporterAccountId)));
  await tx
    .delete(caseMessages)
    .where(and(ofCase, eq(caseMessages.side, "reporter"), notInArray(caseMessages.alias, here)));
  if (!(await respondentIsHere(tx, found)))
    await tx.delete(caseMessages).where(and(ofCase, isNull(caseMessages.alias)));
}

/** Erases what somebody who leaves now said in cases that are closed. To be called before the account goes. */
export async function forgetTalkOfLeaver(
  tx: Tx,
  { accountId, pseudonymIds }: { accountId: number; pseudonymIds: number[] },
): Promise<void> {
  const told = await tx
    .selectDistinct({ caseId: reports.caseId, alias: reports.alias })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(and(eq(reports.reporterAccountId, accountId), eq(cases.state, "closed")));
  for (const { caseId, alias } of told)
    await tx.delete(caseMessages).where(and(eq(caseMessages.caseId, caseId), eq(caseMessages.alias, alias)));
  const about = tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.respondentPseudonymId, pseudonymIds), eq(cases.state, "closed")));
  await tx.delete(caseMessages).where(and(isNull(caseMessages.alias), inArray(caseMessages.caseId, about)));
}
