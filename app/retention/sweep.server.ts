import { and, eq, inArray, isNotNull, isNull, lt, lte } from "drizzle-orm";
import {
  cases,
  drafts,
  evidence,
  invitationEdges,
  invitations,
  notifications,
  sanctions,
  sessions,
  spentOnce,
} from "#db/schema";
import type { Tx } from "#db/types";
import { DRAFTS_KEPT } from "../discussion/drafts/draft-place";
import { plus } from "../platform/time";
import type { Site } from "../site/site";
import { EDGES_KEPT, EVIDENCE_KEPT, NOTIFICATIONS_KEPT } from "./periods";

/** One kind of row whose time is over. Each is a transaction of its own, so that a failing one holds up no other. */
const sweeps: Record<string, (tx: Tx, now: Date) => Promise<unknown>> = {
  sessions: (tx, now) => tx.delete(sessions).where(lte(sessions.expires, now)),
  spentOnce: (tx, now) => tx.delete(spentOnce).where(lt(spentOnce.until, now)),
  invitations: (tx, now) => tx.delete(invitations).where(lte(invitations.expires, now)),
  invitationEdges: (tx, now) => tx.delete(invitationEdges).where(lt(invitationEdges.since, plus(now, -EDGES_KEPT))),
  notifications: (tx, now) => tx.delete(notifications).where(lt(notifications.created, plus(now, -NOTIFICATIONS_KEPT))),
  drafts: (tx, now) => tx.delete(drafts).where(lt(drafts.kept, plus(now, -DRAFTS_KEPT))),
  evidence: (tx, now) =>
    tx.delete(evidence).where(
      inArray(
        evidence.caseId,
        tx
          .select({ id: cases.id })
          .from(cases)
          .where(lt(cases.closed, plus(now, -EVIDENCE_KEPT))),
      ),
    ),
  /** Deadlines are kept to the minute only while they lie ahead. */
  deadlinesOfClosedCases: (tx) =>
    tx
      .update(cases)
      .set({ acknowledgeBy: null, decideBy: null, leaseUntil: null, holderPseudonymId: null })
      .where(and(isNotNull(cases.closed), isNotNull(cases.decideBy))),
  endedSanctions: async (tx, now) => {
    const ended = await tx
      .select({ id: sanctions.id, until: sanctions.until })
      .from(sanctions)
      .where(and(isNull(sanctions.lifted), lte(sanctions.until, now)));
    for (const { id, until } of ended)
      await tx.update(sanctions).set({ lifted: until, until: null }).where(eq(sanctions.id, id));
  },
};

/**
 * Erases everything whose time is over, then makes it unreadable in the files. Safe to run twice, in several processes,
 * and after having been off for a month. Answers with what failed, by name.
 */
export async function sweep(site: Site, now: Date): Promise<{ failed: string[] }> {
  const failed: string[] = [];
  for (const [name, erase] of Object.entries(sweeps)) {
    try {
      await site.database.transaction((tx) => erase(tx, now));
    } catch {
      failed.push(name);
    }
  }
  await site.database.scrub();
  return { failed };
}
