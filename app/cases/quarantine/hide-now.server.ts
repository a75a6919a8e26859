import type { Member } from "../../accounts/viewer";
import { agreementsInForce, clauseOf } from "../../agreements/agreements-queries.server";
import { type Outcome, refused } from "../../platform/outcome";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { isActive } from "../case-states";
import { onCase } from "../work-on-case.server";
import { hideInCase } from "./hide-aside.server";

/**
 * Hides a post for all that was reported as child material and takes its words out of it, until it is decided. Refuses
 * "not-found" (also for a case that isn't set aside), "already-decided" and "already-done".
 */
export const hideNow = (site: Site, viewer: Member, caseId: number, now: Date): Promise<Outcome> =>
  onCase(site, viewer, caseId, now, async (tx, { found, pseudonymId, office }) => {
    if (found.quarantine !== "standing" || found.subjectKind !== "post") return refused("not-found");
    if (!isActive(found.state)) return refused("already-decided");
    if ((await hideInCase(tx, site, found, now)) === null) return refused("already-done");
    await appendCaseEntry(tx, caseId, { kind: "hidden", actorPseudonymId: pseudonymId }, now);
    const agreements = await agreementsInForce(tx, found.conductHour);
    const { key: agreement } = clauseOf(agreements, "child-material");
    await appendToLog(tx, { act: "post-hidden", office, agreement, agreementVersion: agreements.version }, now);
    return { ok: true };
  });
