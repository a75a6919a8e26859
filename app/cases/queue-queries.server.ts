import { and, eq, gt, inArray, isNotNull, ne, or } from "drizzle-orm";
import { caseDeals, caseMessages, cases, pseudonyms, reports } from "#db/schema";
import type { Reader } from "#db/types";
import { silencedBy, type Viewer } from "../accounts/viewer";
import { independentVoices, type Origin } from "../reports/independence";
import { originsLeftBehind, originsOf } from "../reports/origin-queries.server";
import { activeStates } from "./case-states";
import { leaseHolds } from "./deadlines";
import { handlingNames } from "./find-handler.server";
import { inOrder } from "./queue-order";

/** The active cases that were dealt to the viewer, the worst and oldest first. Empty for everybody who handles none. */
export async function listQueue(read: Reader, viewer: Viewer, now: Date) {
  const names = handlingNames(viewer);
  const own = names.map((name) => name.pseudonymId);
  const asSteward = names.filter((name) => name.office === "steward").map((name) => name.pseudonymId);
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
    .where(
      and(
        inArray(caseDeals.moderatorPseudonymId, own),
        inArray(cases.state, [...activeStates]),
        or(ne(cases.quarantine, "standing"), inArray(caseDeals.moderatorPseudonymId, asSteward)),
      ),
    );
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  const ids = unique.map((row) => row.id);
  const voices = await voicesOf(read, ids);
  const asked = await askedIn(read, ids, now);
  return inOrder(
    unique.map(({ holderPseudonymId, leaseUntil, holder, ...row }) => {
      const leased = row.state === "claimed" && leaseHolds(leaseUntil, now);
      return {
        ...row,
        voices: voices.get(row.id) ?? 0,
        late: row.decideBy !== null && row.decideBy <= now,
        mine: leased && holderPseudonymId !== null && own.includes(holderPseudonymId),
        holder: leased ? holder : null,
        asked: asked.get(row.id) ?? [],
      };
    }),
  );
}

/** Which sides of these cases were asked something and haven't answered yet. */
async function askedIn(read: Reader, caseIds: number[], now: Date) {
  const rows = await read
    .selectDistinct({ caseId: caseMessages.caseId, side: caseMessages.side })
    .from(caseMessages)
    .where(and(inArray(caseMessages.caseId, caseIds), gt(caseMessages.answerBy, now)))
    .orderBy(caseMessages.side);
  const sides = new Map<number, (typeof rows)[number]["side"][]>();
  for (const { caseId, side } of rows) sides.set(caseId, [...(sides.get(caseId) ?? []), side]);
  return sides;
}

/** How many independent voices stand behind each case. A reporter who left counts by what they left behind. */
export async function voicesOf(read: Reader, caseIds: number[]): Promise<Map<number, number>> {
  const rows = await read
    .selectDistinct({ caseId: reports.caseId, accountId: reports.reporterAccountId })
    .from(reports)
    .where(and(inArray(reports.caseId, caseIds), isNotNull(reports.reporterAccountId)));
  const origins = await originsOf(
    read,
    rows.map((row) => row.accountId!),
  );
  const left = await originsLeftBehind(read, caseIds);
  const byCase = new Map<number, Origin[]>(caseIds.map((id) => [id, [...(left.get(id) ?? [])]]));
  for (const { caseId, accountId } of rows) {
    const origin = origins.get(accountId!);
    if (origin) byCase.get(caseId)?.push(origin);
  }
  return new Map([...byCase].map(([id, all]) => [id, independentVoices(all)]));
}
