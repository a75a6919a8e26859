import { eq } from "drizzle-orm";
import { caseDeals } from "#db/schema";
import type { Tx } from "#db/types";
import { notify } from "../notifications/notify.server";
import { candidatesFor, type Disputed, officesFor, withoutConflict } from "./conflict-queries.server";
import type { Candidate } from "./recusal";

/** Those to whom a case was dealt, as far as they hold their office and have no conflict at this moment. */
export async function handlersNow(tx: Tx, disputed: Disputed, now: Date): Promise<Candidate[]> {
  const rows = await tx
    .select({ id: caseDeals.moderatorPseudonymId })
    .from(caseDeals)
    .where(eq(caseDeals.caseId, disputed.id));
  const dealt = new Set(rows.map((row) => row.id));
  const inOffice: Candidate[] = [];
  for (const office of officesFor(disputed))
    for (const candidate of await candidatesFor(tx, office, now))
      if (dealt.delete(candidate.pseudonymId)) inOffice.push(candidate);
  return (await withoutConflict(tx, disputed, inOffice)).free;
}

/** Tells those who can handle a case now: nobody hears of one that they couldn't open. */
export async function tellHandlersNow(
  tx: Tx,
  disputed: Disputed,
  kind: "case-dealt" | "case-answered" | "case-due",
  now: Date,
  only: (candidate: Candidate) => boolean = () => true,
): Promise<void> {
  const handlers = (await handlersNow(tx, disputed, now)).filter(only);
  const news = handlers.map(({ pseudonymId }) => ({ kind, pseudonymId, caseId: disputed.id }));
  await notify(tx, news, now);
}
