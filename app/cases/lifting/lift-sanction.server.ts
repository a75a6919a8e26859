import { eq } from "drizzle-orm";
import { lifts, sanctions } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import type { Acting } from "../find-handler.server";
import { askSomebodyElse } from "../second-person.server";
import { tellOfLifting } from "../tell.server";
import { onCase } from "../work-on-case.server";
import { findLiftable } from "./lift-queries.server";
import { canLift, canSecondLift } from "./rules";

export type Lifted = { state: "done" | "waiting-for-second" };

/**
 * Ends what a decision imposed before its time, with words to both sides. What needed a second person needs one here, too.
 * Refuses "already-done" when nothing binds, "changed-meanwhile" when somebody wished it already, and "no-second".
 */
export const liftSanction = (
  site: Site,
  viewer: Member,
  input: { caseId: number; words: string },
  now: Date,
): Promise<Outcome<Lifted>> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const { found, pseudonymId } = acting;
    const liftable = await findLiftable(tx, found.id, now);
    if (!liftable?.sanction) return refused("already-done");
    const allowed = canLift(liftable.facts);
    if (!allowed.ok) return refused(allowed.reason);
    const state = allowed.alone ? ("done" as const) : ("waiting-for-second" as const);
    if (!allowed.alone && !(await askSomebodyElse(tx, acting, viewer.accountId, now))) return refused("no-second");
    await tx.insert(lifts).values({
      id: newId(),
      caseId: found.id,
      sanctionId: liftable.sanction.id,
      state,
      moderatorPseudonymId: pseudonymId,
      words: input.words,
      asked: now,
    });
    if (allowed.alone) {
      await endSanction(site, tx, acting, liftable.sanction, now);
      return { ok: true, state };
    }
    await appendCaseEntry(tx, found.id, { kind: "lift-asked", actorPseudonymId: pseudonymId, words: input.words }, now);
    return { ok: true, state };
  });

/** Answers a wish to end a sanction, as the second person. `agree: false` leaves everything as it is. */
export const secondLift = (
  site: Site,
  viewer: Member,
  input: { caseId: number; liftId: number; agree: boolean },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const liftable = await findLiftable(tx, input.caseId, now);
    const wish = liftable?.wish;
    if (!liftable?.sanction || wish?.id !== input.liftId) return refused("changed-meanwhile");
    const askedIt = (await accountBehind(tx, wish.moderatorPseudonymId)) === viewer.accountId;
    const allowed = canSecondLift({ ...liftable.facts, askedIt });
    if (!allowed.ok) return refused(allowed.reason);
    const { pseudonymId } = acting;
    const state = input.agree ? ("done" as const) : ("withdrawn" as const);
    await tx.update(lifts).set({ state, secondPseudonymId: pseudonymId }).where(eq(lifts.id, wish.id));
    if (input.agree) await endSanction(site, tx, acting, liftable.sanction, now);
    else await appendCaseEntry(tx, input.caseId, { kind: "lift-withdrawn", actorPseudonymId: pseudonymId }, now);
    return { ok: true };
  });

async function endSanction(
  site: Site,
  tx: Tx,
  { found, pseudonymId, office }: Acting,
  sanction: { id: number; pseudonymId: number },
  now: Date,
): Promise<void> {
  const [ended] = await tx.update(sanctions).set({ lifted: now }).where(eq(sanctions.id, sanction.id)).returning();
  await appendCaseEntry(tx, found.id, { kind: "lifted", actorPseudonymId: pseudonymId }, now);
  const { agreement, agreementVersion, kind } = ended!;
  await appendToLog(tx, { act: "sanction-ended", office, agreement, agreementVersion, details: { kind } }, now);
  await tellOfLifting(tx, found.id, sanction.pseudonymId, now);
  const accountId = await accountBehind(tx, sanction.pseudonymId);
  if (accountId !== null) tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
}
