import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { caseEntries, cases, decisions, pileOnParts, pileOns } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, owns } from "../../accounts/viewer";
import { toLink } from "../../platform/ids";
import { unseal } from "../../platform/keys.server";
import type { SealedCopy } from "../../reports/item";
import { slows } from "../../safety/pile-on/slow-strangers.server";

/** The pile-on at one of the viewer's own names; null for everybody else. Says nothing of who handles it. */
export async function findMyPileOn(read: Reader, viewer: Member, caseId: number) {
  const [found] = await read
    .select({ pileOn: pileOns, state: cases.state, decideBy: cases.decideBy })
    .from(pileOns)
    .innerJoin(cases, eq(cases.id, pileOns.caseId))
    .where(eq(pileOns.caseId, caseId));
  if (!found || !owns(viewer, found.pileOn.targetPseudonymId)) return null;
  const gathered = await read.$count(pileOnParts, eq(pileOnParts.caseId, caseId));
  const claimed = await read.$count(caseEntries, and(eq(caseEntries.caseId, caseId), eq(caseEntries.kind, "claimed")));
  const [decision] = await read
    .select({ outcome: decisions.outcome, toReporter: decisions.toReporter, toRespondent: decisions.toRespondent })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.state, "in-force")))
    .orderBy(desc(decisions.decided))
    .limit(1);
  const { wish, foundBy, ended, targetPseudonymId } = found.pileOn;
  return {
    name: viewer.pseudonyms.find((own) => own.id === targetPseudonymId)?.name ?? "",
    wish,
    foundBy,
    over: ended !== null,
    slowed: ended === null && slows(wish),
    gathered,
    lookedAt: claimed > 0,
    decideBy: found.decideBy,
    reasons: decision ? decision.toRespondent || decision.toReporter : null,
  };
}

/** Everything gathered, in order, opened for one of the case's handlers; empty for any other case. The caller has made sure of that. */
export async function readTimeline(read: Reader, caseId: number) {
  const rows = await read
    .select()
    .from(pileOnParts)
    .where(eq(pileOnParts.caseId, caseId))
    .orderBy(asc(pileOnParts.written), asc(pileOnParts.id));
  return rows.map(({ id, sealed, route, written, takenOutTo }) => {
    const copy = JSON.parse(unseal("evidence", sealed, String(id))) as SealedCopy;
    return { link: toLink(id), route, written, takenOut: takenOutTo !== null, ...copy };
  });
}

/** Whether members who read a topic should hear how they can help: something of a pile-on under way was written there. */
export async function pileOnInTopic(read: Reader, topicId: number): Promise<boolean> {
  const [one] = await read
    .select({ caseId: pileOns.caseId })
    .from(pileOns)
    .innerJoin(pileOnParts, eq(pileOnParts.caseId, pileOns.caseId))
    .where(and(isNull(pileOns.ended), ne(pileOns.wish, "kind"), eq(pileOnParts.topicId, topicId)))
    .limit(1);
  return one !== undefined;
}
