import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { accounts, caseDeals, cases, leftBehind, pseudonyms, reports } from "#db/schema";
import type { Reader } from "#db/types";
import { silencedBy, type Viewer } from "../accounts/viewer";
import { independentVoices, type Origin } from "../reports/independence";
import { activeStates } from "./case-states";
import { leaseHolds } from "./deadlines";
import { handlingNames } from "./find-handler.server";
import { inOrder } from "./queue-order";

/** The active cases that were dealt to the viewer, the worst and oldest first. Empty for everybody who handles none. */
export async function listQueue(read: Reader, viewer: Viewer, now: Date) {
  const own = handlingNames(viewer).map((name) => name.pseudonymId);
  if (viewer.kind === "guest" || !own.length || silencedBy(viewer)) return [];
  const rows = await read
    .select({
      id: cases.id,
      subjectKind: cases.subjectKind,
      conduct: cases.conduct,
      severity: cases.severity,
      state: cases.state,
      bump: cases.bump,
      decideBy: cases.decideBy,
      holderPseudonymId: cases.holderPseudonymId,
      leaseUntil: cases.leaseUntil,
      holder: pseudonyms.name,
    })
    .from(cases)
    .innerJoin(caseDeals, eq(caseDeals.caseId, cases.id))
    .leftJoin(pseudonyms, eq(pseudonyms.id, cases.holderPseudonymId))
    .where(and(inArray(caseDeals.moderatorPseudonymId, own), inArray(cases.state, [...activeStates])));
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  const voices = await voicesOf(
    read,
    unique.map((row) => row.id),
  );
  return inOrder(
    unique.map(({ holderPseudonymId, leaseUntil, holder, ...row }) => {
      const leased = row.state === "claimed" && leaseHolds(leaseUntil, now);
      return {
        ...row,
        voices: voices.get(row.id) ?? 0,
        late: row.decideBy !== null && row.decideBy <= now,
        mine: leased && holderPseudonymId !== null && own.includes(holderPseudonymId),
        holder: leased ? holder : null,
      };
    }),
  );
}

/** How many independent voices stand behind each case. A reporter who left counts by the branch and week they left behind. */
export async function voicesOf(read: Reader, caseIds: number[]): Promise<Map<number, number>> {
  const rows = await read
    .selectDistinct({
      caseId: reports.caseId,
      accountId: accounts.id,
      branch: accounts.branch,
      joinedWeek: accounts.joinedWeek,
    })
    .from(reports)
    .innerJoin(accounts, eq(accounts.id, reports.reporterAccountId))
    .where(and(inArray(reports.caseId, caseIds), isNotNull(reports.reporterAccountId)));
  const byCase = new Map<number, Origin[]>(caseIds.map((id) => [id, []]));
  const left = await read
    .select({ caseId: leftBehind.caseId, branch: leftBehind.branch, joinedWeek: leftBehind.joinedWeek })
    .from(leftBehind)
    .where(and(inArray(leftBehind.caseId, caseIds), eq(leftBehind.side, "reporter")));
  for (const { caseId, branch, joinedWeek } of [...rows, ...left]) byCase.get(caseId)?.push({ branch, joinedWeek });
  return new Map([...byCase].map(([id, origins]) => [id, independentVoices(origins)]));
}
