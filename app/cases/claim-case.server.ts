import type { Member } from "../accounts/viewer";
import { type Outcome, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { appendCaseEntry } from "./append-case-entry.server";
import { standingOf } from "./find-handler.server";
import { leaseFrom, moveCase } from "./move-case.server";
import { canClaim } from "./permissions";
import { tellReporters } from "./tell.server";
import { extendLease, onCase } from "./work-on-case.server";

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
    if (standing.mine && found.state === "claimed") {
      await extendLease(tx, caseId, now);
      return { ok: true, leaseNumber: found.leaseNumber };
    }
    const allowed = canClaim(standing);
    if (!allowed.ok) return refused(allowed.reason);
    const leaseNumber = found.leaseNumber + 1;
    const claim = { holderPseudonymId: pseudonymId, ...leaseFrom(now), leaseNumber };
    await moveCase(tx, found, "claimed", { ...claim, acknowledgeBy: null });
    await appendCaseEntry(tx, caseId, { kind: "claimed", actorPseudonymId: pseudonymId }, now);
    if (found.acknowledgeBy !== null) await tellReporters(tx, caseId, "report-answered", now);
    return { ok: true, leaseNumber };
  });
