import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { decisions, lifts, sanctions } from "#db/schema";
import type { Reader } from "#db/types";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import { canLift, canSecondLift } from "./rules";

/** The sanction that a case's decision imposed, as far as it binds now, and whoever wishes to end it early; null without a decision. */
export async function findLiftable(read: Reader, caseId: number, now: Date) {
  const [decision] = await read
    .select({ outcome: decisions.outcome, days: decisions.days })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.state, "in-force")))
    .orderBy(desc(decisions.decided))
    .limit(1);
  if (!decision) return null;
  const [sanction] = await read
    .select({ id: sanctions.id, pseudonymId: sanctions.pseudonymId })
    .from(sanctions)
    .where(
      and(
        eq(sanctions.caseId, caseId),
        isNull(sanctions.lifted),
        or(isNull(sanctions.until), gt(sanctions.until, now)),
      ),
    );
  const [wish] = await read
    .select()
    .from(lifts)
    .where(and(eq(lifts.caseId, caseId), eq(lifts.state, "waiting-for-second")));
  const facts = { ...decision, binds: sanction !== undefined, asked: wish !== undefined };
  return { sanction: sanction ?? null, wish: wish ?? null, facts };
}

/** What a handler is shown of it: whether they can end the sanction, or have a wish to answer. */
export async function readLifting(read: Reader, caseId: number, accountId: number, now: Date) {
  const found = await findLiftable(read, caseId, now);
  if (!found) return null;
  const { wish, facts } = found;
  const may = canLift(facts);
  const askedIt = wish !== null && (await accountBehind(read, wish.moderatorPseudonymId)) === accountId;
  const shownWish = wish && {
    id: wish.id,
    words: wish.words,
    mine: askedIt,
    second: canSecondLift({ ...facts, askedIt }).ok,
  };
  return { can: may.ok, alone: may.ok && may.alone, wish: facts.binds ? shownWish : null };
}
