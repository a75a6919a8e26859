import { and, desc, eq, isNotNull, notInArray } from "drizzle-orm";
import { cases, decisions, emergencies, lifts, sanctions } from "#db/schema";
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
  const [[sanction], agreements, [lift]] = await Promise.all([
    read
      .select({ until: sanctions.until, lifted: sanctions.lifted })
      .from(sanctions)
      .where(and(eq(sanctions.caseId, caseId), notInArray(sanctions.id, muteAtOnce(read, caseId))))
      .orderBy(desc(sanctions.started))
      .limit(1),
    agreementsInForce(read, found.conductHour),
    read
      .select({ words: lifts.words })
      .from(lifts)
      .where(and(eq(lifts.caseId, caseId), eq(lifts.state, "done"))),
  ]);
  const binds = sanction !== undefined && sanction.lifted === null && (sanction.until === null || sanction.until > now);
  return {
    ...decision,
    name: viewer.pseudonyms.find((own) => own.id === found.respondentPseudonymId)?.name ?? "",
    clause: clauseNamed(agreements, decision.agreement) ?? null,
    binds,
    until: binds ? sanction.until : null,
    endedEarly: lift?.words ?? null,
  };
}

/** The mute that a case imposed before it was decided: it isn't what the decision imposes. */
const muteAtOnce = (read: Reader, caseId: number) =>
  read
    .select({ id: emergencies.sanctionId })
    .from(emergencies)
    .where(and(eq(emergencies.caseId, caseId), isNotNull(emergencies.sanctionId)));

/** What was done at once about one of the viewer's own pseudonyms, while nothing is decided; null for anybody else. */
export async function findMuteAboutMe(read: Reader, viewer: Member, caseId: number, now: Date) {
  const [found] = await read.select().from(cases).where(eq(cases.id, caseId));
  if (!found || !owns(viewer, found.respondentPseudonymId)) return null;
  const [row] = await read
    .select({
      agreement: sanctions.agreement,
      reasons: sanctions.reasons,
      until: sanctions.until,
      lifted: sanctions.lifted,
      state: emergencies.state,
      began: emergencies.began,
    })
    .from(emergencies)
    .innerJoin(sanctions, eq(sanctions.id, emergencies.sanctionId))
    .where(eq(emergencies.caseId, caseId));
  if (!row) return null;
  const agreements = await agreementsInForce(read, found.conductHour);
  const { lifted, ...mute } = row;
  return {
    ...mute,
    name: viewer.pseudonyms.find((own) => own.id === found.respondentPseudonymId)?.name ?? "",
    clause: clauseNamed(agreements, row.agreement) ?? null,
    binds: lifted === null && row.until !== null && row.until > now,
  };
}
