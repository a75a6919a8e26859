import { eq } from "drizzle-orm";
import { cases } from "#db/schema";
import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import { plus } from "../platform/time";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { LEASE } from "./deadlines";
import { standingOf } from "./find-handler.server";
import { canClaim } from "./permissions";
import { tellReporters } from "./tell.server";
import { onCase } from "./work-on-case.server";

/**
 * Takes a case for 15 minutes. Of several at once exactly one gets it; the others are refused "claimed-by-other".
 * The first claim is the acknowledgement that the reporters were promised. Claiming one's own claim extends it.
 */
export const claimCase = (
  site: Site,
  viewer: Member,
  caseId: number,
  now: Date,
): Promise<Outcome<{ leaseNumber: number }>> =>
  onCase(site, viewer, caseId, now, async (tx, acting) => {
    const { found, pseudonymId } = acting;
    const standing = standingOf(acting, now);
    const leaseUntil = plus(now, LEASE);
    if (standing.mine && found.state === "claimed") {
      await tx.update(cases).set({ leaseUntil }).where(eq(cases.id, caseId));
      return { ok: true, leaseNumber: found.leaseNumber };
    }
    const allowed = canClaim(standing);
    if (!allowed.ok) return refused(allowed.reason);
    const leaseNumber = found.leaseNumber + 1;
    await tx
      .update(cases)
      .set({ state: "claimed", holderPseudonymId: pseudonymId, leaseUntil, leaseNumber, acknowledgeBy: null })
      .where(eq(cases.id, caseId));
    await appendCaseEntry(tx, caseId, { kind: "claimed", actorPseudonymId: pseudonymId }, now);
    if (found.acknowledgeBy !== null) await tellReporters(tx, caseId, "report-answered", now);
    return { ok: true, leaseNumber };
  });
