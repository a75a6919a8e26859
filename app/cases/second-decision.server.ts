import { and, eq } from "drizzle-orm";
import { decisions } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { accountBehind } from "../pseudonyms/sealed-link.server";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { bringIntoForce } from "./bring-into-force.server";
import { type Acting, standingOf } from "./find-handler.server";
import { moveCase } from "./move-case.server";
import { canSecond } from "./permissions";
import { onCase } from "./work-on-case.server";

type Input = { caseId: number; decisionId: number; note: string };

/** As the second, unconflicted person: brings a decision into force. Refuses "not-allowed" to whoever made it, under whatever name. */
export const confirmDecision = (site: Site, viewer: Member, input: Input, now: Date): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const waiting = await findWaiting(tx, viewer, acting, input.decisionId, now);
    if (!waiting.ok) return waiting;
    const decision = { ...waiting.decision, state: "in-force" as const, secondPseudonymId: acting.pseudonymId };
    await tx
      .update(decisions)
      .set({ state: decision.state, secondPseudonymId: decision.secondPseudonymId })
      .where(eq(decisions.id, decision.id));
    const entry = { kind: "confirmed", actorPseudonymId: acting.pseudonymId, words: input.note } as const;
    await appendCaseEntry(tx, input.caseId, entry, now);
    await logSecond(tx, "decision-confirmed", acting, decision, now);
    await bringIntoForce(site, tx, { found: acting.found, decision, office: acting.office, hideMisused: false }, now);
    return { ok: true };
  });

/** As the second person: takes a decision back before it is in force. The case is open again, to be decided anew. */
export const withdrawDecision = (site: Site, viewer: Member, input: Input, now: Date): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const waiting = await findWaiting(tx, viewer, acting, input.decisionId, now);
    if (!waiting.ok) return waiting;
    await tx
      .update(decisions)
      .set({ state: "withdrawn", secondPseudonymId: acting.pseudonymId })
      .where(eq(decisions.id, input.decisionId));
    await moveCase(tx, acting.found, "open");
    const entry = { kind: "withdrawn", actorPseudonymId: acting.pseudonymId, words: input.note } as const;
    await appendCaseEntry(tx, input.caseId, entry, now);
    await logSecond(tx, "decision-withdrawn", acting, waiting.decision, now);
    return { ok: true };
  });

async function findWaiting(tx: Tx, viewer: Member, acting: Acting, decisionId: number, now: Date) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, acting.found.id), eq(decisions.state, "waiting-for-second")));
  const firstAccountId = decision ? await accountBehind(tx, decision.moderatorPseudonymId) : null;
  const decidedIt = decision !== undefined && firstAccountId === viewer.accountId;
  const allowed = canSecond(standingOf(acting, now, decidedIt));
  if (!allowed.ok) return refused(allowed.reason);
  return decision?.id === decisionId ? { ok: true as const, decision } : refused("changed-meanwhile");
}

const logSecond = (
  tx: Tx,
  act: "decision-confirmed" | "decision-withdrawn",
  { office }: Acting,
  { agreement, agreementVersion, outcome }: typeof decisions.$inferSelect,
  now: Date,
) => appendToLog(tx, { act, office, agreement, agreementVersion, details: { outcome } }, now);
