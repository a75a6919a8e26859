import { and, eq, gt, inArray } from "drizzle-orm";
import { caseDeals, cases, conductOptOuts, handlerWishes } from "#db/schema";
import type { Reader } from "#db/types";
import { activeStates } from "../case-states";
import type { Candidate } from "../recusal";
import type { Readiness } from "./readiness";

/** How each of these stands towards a case of one conduct now. */
export async function readinessOf(
  read: Reader,
  candidates: Pick<Candidate, "pseudonymId">[],
  conduct: string,
  now: Date,
): Promise<Readiness[]> {
  const ids = candidates.map((one) => one.pseudonymId);
  if (!ids.length) return [];
  // One after the other: inside a transaction there is one connection, which answers one question at a time.
  const resting = await read
    .select({ id: handlerWishes.pseudonymId })
    .from(handlerWishes)
    .where(and(inArray(handlerWishes.pseudonymId, ids), gt(handlerWishes.backOn, now)));
  const optedOut = await read
    .select({ id: conductOptOuts.pseudonymId })
    .from(conductOptOuts)
    .where(and(inArray(conductOptOuts.pseudonymId, ids), eq(conductOptOuts.conduct, conduct)));
  const dealt = await read
    .select({ id: caseDeals.moderatorPseudonymId })
    .from(caseDeals)
    .innerJoin(cases, eq(cases.id, caseDeals.caseId))
    .where(and(inArray(caseDeals.moderatorPseudonymId, ids), inArray(cases.state, [...activeStates])));
  const load = new Map<number, number>();
  for (const { id } of dealt) load.set(id, (load.get(id) ?? 0) + 1);
  const away = new Set(resting.map((one) => one.id));
  const not = new Set(optedOut.map((one) => one.id));
  return ids.map((id) => ({ id, away: away.has(id), takes: !not.has(id), load: load.get(id) ?? 0 }));
}
