import { decisions } from "#db/schema";
import type { Member } from "../accounts/viewer";
import { agreementsInForce, clauseNamed } from "../agreements/agreements-queries.server";
import { newId } from "../platform/ids";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { bringIntoForce } from "./bring-into-force.server";
import { dealToOneMore, heldBy } from "./deal-case.server";
import type { DecideInput } from "./forms";
import { moveCase, unheld } from "./move-case.server";
import { hasDays, needsSecond, outcomesFor, tellsNobody } from "./outcomes";
import { isSomebodyElse } from "./second-person.server";
import { respondentHeard } from "./talk/respondent-heard.server";
import { extendLease, holding, onCase } from "./work-on-case.server";

export type Decided = { decisionId: number; state: "in-force" | "waiting-for-second" };

/**
 * Decides a claimed case. In one transaction: decision, sanction, post, case, its entry, the public log, and word to both
 * sides. What needs a second person waits for them instead, with nothing of it in force. Refuses "claim-first" (the claim
 * is lost), "already-decided", "invalid" (no such clause in the agreements of the time, or an outcome that needs somebody to be named), "statement-first",
 * "no-second" and "set-aside" (child material that would stay or come back).
 */
export const decideCase = (
  site: Site,
  viewer: Member,
  input: Omit<DecideInput, "intent" | "tellsNobody"> & { caseId: number },
  now: Date,
): Promise<Outcome<Decided>> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const { found, pseudonymId } = acting;
    const held = holding(acting, input.leaseNumber, now);
    if (!held.ok) return held;
    const agreements = await agreementsInForce(tx, found.conductHour);
    if (!clauseNamed(agreements, input.agreement)) return refused("invalid");

    const { outcome } = input;
    const quiet = tellsNobody(found);
    if (!outcomesFor({ namesNobody: found.respondentPseudonymId === null }).includes(outcome))
      return refused("invalid");
    if (!quiet && outcome !== "no-breach" && !input.toRespondent) return refused("invalid");
    // Its words are with stewards alone: there is nothing that could be shown again before they give them back.
    const staysAside = found.quarantine === "standing" && found.subjectKind === "post";
    if (staysAside && (outcome === "no-breach" || !input.removesPost)) return refused("set-aside");
    const days = hasDays(outcome) ? (input.days ?? null) : null;
    const waits = needsSecond(outcome, days);
    const heard = await respondentHeard(tx, found, waits);
    if (!heard.ok) {
      await extendLease(tx, found.id, now);
      return refused(heard.reason);
    }
    const decision = {
      id: newId(),
      caseId: found.id,
      moderatorPseudonymId: pseudonymId,
      secondPseudonymId: null,
      state: waits ? ("waiting-for-second" as const) : ("in-force" as const),
      outcome,
      days,
      agreement: input.agreement,
      agreementVersion: agreements.version,
      removesPost: found.subjectKind === "post" && outcome !== "no-breach" && input.removesPost ? 1 : 0,
      toReporter: input.toReporter,
      toRespondent: quiet ? "" : input.toRespondent,
      decided: now,
    };
    if (waits) {
      const others = await heldBy(tx, found.id);
      const second = others.length && (await isSomebodyElse(tx, others, viewer.accountId));
      if (!second && (await dealToOneMore(tx, found, now, { notAccount: viewer.accountId })) === undefined) {
        await extendLease(tx, found.id, now);
        return refused("no-second");
      }
    }
    await tx.insert(decisions).values(decision);
    await appendCaseEntry(tx, found.id, { kind: "decided", actorPseudonymId: pseudonymId }, now);
    if (waits) {
      await moveCase(tx, found, "waiting-for-second", unheld);
      return { ok: true, decisionId: decision.id, state: "waiting-for-second" };
    }
    await bringIntoForce(site, tx, { found, decision, office: acting.office, hideMisused: input.hideMisused }, now);
    return { ok: true, decisionId: decision.id, state: "in-force" };
  });
