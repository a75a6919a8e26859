import { and, eq, isNotNull, min } from "drizzle-orm";
import { reports } from "#db/schema";
import type { Tx } from "#db/types";
import { notify } from "../notifications/notify.server";

/** Tells those to whom a case was just dealt. */
export const tellHandlers = (tx: Tx, caseId: number, pseudonymIds: number[], now: Date) =>
  notify(
    tx,
    pseudonymIds.map((pseudonymId) => ({ kind: "case-dealt", pseudonymId, caseId })),
    now,
  );

type ToReporters = "report-answered" | "report-decided" | "sanction-ended";

/** Tells every reporter of a case, each once and as an account: under no name. */
export async function tellReporters(tx: Tx, caseId: number, kind: ToReporters, now: Date) {
  const reporters = await tx
    .select({ accountId: reports.reporterAccountId, reportId: min(reports.id) })
    .from(reports)
    .where(and(eq(reports.caseId, caseId), isNotNull(reports.reporterAccountId)))
    .groupBy(reports.reporterAccountId);
  await notify(
    tx,
    reporters.flatMap(({ accountId, reportId }) => (accountId === null ? [] : [{ kind, accountId, reportId }])),
    now,
  );
}

type About = { id: number; respondentPseudonymId: number | null };

/** Tells the pseudonym that a decision is about; nobody where none is named. */
export async function tellRespondent(tx: Tx, about: About, now: Date): Promise<void> {
  const { id: caseId, respondentPseudonymId: pseudonymId } = about;
  if (pseudonymId !== null) await notify(tx, [{ kind: "sanctioned", pseudonymId, caseId }], now);
}

/** Tells both sides that what was decided has ended early. */
export async function tellOfLifting(tx: Tx, caseId: number, pseudonymId: number, now: Date): Promise<void> {
  await tellReporters(tx, caseId, "sanction-ended", now);
  await notify(tx, [{ kind: "sanction-ended", pseudonymId, caseId }], now);
}
