import { and, desc, eq } from "drizzle-orm";
import { cases, decisions, sanctions } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns } from "../accounts/viewer";
import { agreementsInForce, clauseNamed } from "../agreements/agreements-queries.server";

/**
 * What was decided about one of the viewer's own pseudonyms, and why; null for anybody else, and as long as nothing is in
 * force. Says nothing of who reported, nor of who decided.
 */
export async function findDecisionAboutMe(read: Reader, viewer: Member, caseId: number, now: Date) {
  const [found] = await read.select().from(cases).where(eq(cases.id, caseId));
  if (!found || !owns(viewer, found.respondentPseudonymId)) return null;
  const [decision] = await read
    .select({
      outcome: decisions.outcome,
      days: decisions.days,
      agreement: decisions.agreement,
      agreementVersion: decisions.agreementVersion,
      removesPost: decisions.removesPost,
      reasons: decisions.toRespondent,
      decided: decisions.decided,
    })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.state, "in-force")))
    .orderBy(desc(decisions.decided))
    .limit(1);
  if (!decision) return null;
  const [[sanction], agreements] = await Promise.all([
    read
      .select({ until: sanctions.until, lifted: sanctions.lifted })
      .from(sanctions)
      .where(eq(sanctions.caseId, caseId))
      .orderBy(desc(sanctions.started))
      .limit(1),
    agreementsInForce(read, found.conductHour),
  ]);
  const binds = sanction !== undefined && sanction.lifted === null && (sanction.until === null || sanction.until > now);
  return {
    ...decision,
    name: viewer.pseudonyms.find((own) => own.id === found.respondentPseudonymId)?.name ?? "",
    clause: clauseNamed(agreements, decision.agreement) ?? null,
    binds,
    until: binds ? sanction.until : null,
  };
}
