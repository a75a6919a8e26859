import { and, eq, inArray } from "drizzle-orm";
import { caseDeals, cases, ties } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../accounts/viewer";
import type { Outcome } from "../platform/outcome";
import type { Site } from "../site/site";
import { activeStates } from "./case-states";
import { dealCase } from "./deal-case.server";
import { aboutWhom } from "./respondent.server";
import { onCase } from "./work-on-case.server";

/**
 * Declares, privately and for good, a tie to the pseudonym that a case is about, or to the case where it names nobody. The case and every other active one
 * about that name is dealt anew; to whoever declared it they no longer exist. Nothing is written into the case.
 */
export const declareTie = (site: Site, viewer: Member, caseId: number, now: Date): Promise<Outcome> =>
  onCase(site, viewer, caseId, now, async (tx, { found, pseudonymId }) => {
    const tie = { moderatorPseudonymId: pseudonymId, pseudonymId: aboutWhom(found), declared: now };
    await tx.insert(ties).values(tie).onConflictDoNothing();
    await dealMineAnew(tx, pseudonymId, now);
    return { ok: true };
  });

/** Deals every active case of somebody in office anew, now that they have a tie more. */
export async function dealMineAnew(tx: Tx, pseudonymId: number, now: Date): Promise<void> {
  const mine = await tx
    .select({ caseId: caseDeals.caseId })
    .from(caseDeals)
    .innerJoin(cases, eq(cases.id, caseDeals.caseId))
    .where(and(eq(caseDeals.moderatorPseudonymId, pseudonymId), inArray(cases.state, [...activeStates])));
  for (const one of mine) await dealCase(tx, one.caseId, now);
}
