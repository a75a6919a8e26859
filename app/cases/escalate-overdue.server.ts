import { and, eq, inArray, lte, or } from "drizzle-orm";
import { caseEntries, cases } from "#db/schema";
import type { Tx } from "#db/types";
import { plus } from "../platform/time";
import { appendToLog } from "../public-log/append-entry.server";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { activeStates } from "./case-states";
import { leaseHolds, SECOND_CHANCE } from "./deadlines";
import { dealCase, dealToOneMore } from "./deal-case.server";
import type { Case } from "./find-handler.server";

/**
 * Gives every case whose deadline has passed to a fresh pair of eyes, with 24 hours: an unconflicted moderator who didn't
 * have it, then a steward. The case and the public log say so; nothing is ever dropped. Answers with how many there were.
 */
export async function escalateOverdue(site: Site, now: Date): Promise<number> {
  const overdue = await site.database.read
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.state, [...activeStates]), or(lte(cases.decideBy, now), lte(cases.acknowledgeBy, now))));
  for (const { id } of overdue) await site.database.transaction((tx) => passOn(site, tx, id, now));
  return overdue.length;
}

async function passOn(site: Site, tx: Tx, caseId: number, now: Date): Promise<void> {
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  const missed = found && missedBy(found, now);
  if (!found || !missed) return;
  const times = await tx.$count(caseEntries, and(eq(caseEntries.caseId, caseId), eq(caseEntries.kind, "escalated")));
  // Offices may have changed since the case was dealt.
  const dealt = await dealCase(tx, caseId, now);
  const fresh = await dealToOneMore(tx, found, now);
  const again = times > 0 && found.state === "open";
  await tx
    .update(cases)
    .set({
      acknowledgeBy: found.acknowledgeBy && plus(now, SECOND_CHANCE),
      decideBy: missed === "decision" ? plus(now, SECOND_CHANCE) : found.decideBy,
      ...(again && !dealt.escalated ? { state: "escalated" as const } : {}),
      ...(found.state === "claimed" && !leaseHolds(found.leaseUntil, now)
        ? { state: "open" as const, holderPseudonymId: null, leaseUntil: null }
        : {}),
    })
    .where(eq(cases.id, caseId));
  tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
  if (dealt.escalated) return;
  await appendCaseEntry(tx, caseId, { kind: "escalated" }, now);
  const details = { missed, to: fresh === undefined ? "nobody new" : "somebody new" };
  await appendToLog(tx, { act: "case-escalated", office: "software", details }, now);
}

/** Which promise was missed, the graver first. */
function missedBy(found: Case, now: Date): "decision" | "acknowledgement" | null {
  if (found.decideBy !== null && found.decideBy <= now) return "decision";
  if (found.acknowledgeBy !== null && found.acknowledgeBy <= now) return "acknowledgement";
  return null;
}
