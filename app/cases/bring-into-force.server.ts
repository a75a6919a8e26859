import { and, eq } from "drizzle-orm";
import { type decisions, reports, sanctions } from "#db/schema";
import type { Tx } from "#db/types";
import { removePostByDecision, showPost } from "../discussion/posts/post-states.server";
import { notify } from "../notifications/notify.server";
import { DAY, plus } from "../platform/time";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { candidatesFor, withoutConflict } from "./conflict-queries.server";
import { settleEmergencies } from "./emergency/end-emergencies.server";
import type { Case } from "./find-handler.server";
import { moveCase, unheld } from "./move-case.server";
import { sanctionOf } from "./outcomes";
import { endPileOn } from "./pile-ons/end-pile-on.server";
import { respondentAccount } from "./respondent.server";
import { tellReporters, tellRespondent } from "./tell.server";

type Decision = typeof decisions.$inferSelect;
type Act = { found: Case; decision: Decision; office: "moderator" | "steward"; hideMisused: boolean };

/** Everything that a decision does once nobody has to agree any more. */
export async function bringIntoForce(site: Site, tx: Tx, act: Act, now: Date): Promise<void> {
  const { found, decision, office } = act;
  await settleEmergencies(tx, found.id, now);
  await imposeSanction(site, tx, act, now);
  const wasHidden = await settlePost(site, tx, act, now);
  await settleHides(tx, act);
  await moveCase(tx, found, "decided", { ...unheld, acknowledgeBy: null, decideBy: null, remindedOf: null });
  const { recused } = await withoutConflict(tx, found, await candidatesFor(tx, "moderator", now));
  await appendToLog(
    tx,
    {
      act: "case-decided",
      office,
      agreement: decision.agreement,
      agreementVersion: decision.agreementVersion,
      details: { outcome: decision.outcome, recused, ...(decision.days ? { days: decision.days } : {}) },
    },
    now,
  );
  await tellReporters(tx, found.id, "report-decided", now);
  // Whoever was reported without any breach, and noticed nothing, is better off not knowing.
  if (found.subjectKind === "pile-on") {
    await endPileOn(tx, found.id, now);
    await notify(tx, [{ kind: "pile-on", pseudonymId: found.subjectId, caseId: found.id }], now);
  } else if (decision.outcome !== "no-breach" || wasHidden) await tellRespondent(tx, found, now);
}

/** On the pseudonym that was named; the account is bound, because all of its names are asked when it acts. */
async function imposeSanction(site: Site, tx: Tx, { found, decision }: Act, now: Date): Promise<void> {
  const kind = sanctionOf(decision.outcome);
  const { respondentPseudonymId: pseudonymId } = found;
  if (!kind || pseudonymId === null) return;
  await tx.insert(sanctions).values({
    pseudonymId,
    caseId: found.id,
    kind,
    agreement: decision.agreement,
    agreementVersion: decision.agreementVersion,
    reasons: decision.toRespondent,
    started: now,
    until: decision.days === null ? null : plus(now, decision.days * DAY),
    // A warning is on record and binds nothing.
    lifted: kind === "warning" ? now : null,
  });
  const accountId = await respondentAccount(tx, found);
  if (accountId !== null) tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
}

/** Removes the post, or shows it again if it was hidden meanwhile. Whether it had been hidden. */
async function settlePost(site: Site, tx: Tx, { found, decision }: Act, now: Date): Promise<boolean> {
  if (found.subjectKind !== "post") return false;
  if (decision.removesPost) {
    await removePostByDecision(tx, site, found.subjectId);
    return false;
  }
  if (!(await showPost(tx, site, found.subjectId))) return false;
  await appendCaseEntry(tx, found.id, { kind: "shown" }, now);
  await appendToLog(tx, { act: "post-shown", office: "software" }, now);
  return true;
}

/** The hides that reports of this case began are over, or were misuse. */
async function settleHides(tx: Tx, { found, decision, hideMisused }: Act): Promise<void> {
  const misused = hideMisused && decision.outcome === "no-breach";
  await tx
    .update(reports)
    .set({ hide: misused ? "misused" : "over" })
    .where(and(eq(reports.caseId, found.id), eq(reports.hide, "pending")));
}
