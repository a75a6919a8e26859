import { eq } from "drizzle-orm";
import { emergencies, sanctions } from "#db/schema";
import type { Member } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { floorToHour, plus } from "../../platform/time";
import { accountBehind } from "../../pseudonyms/sealed-link.server";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { respondentAccount } from "../respondent.server";
import { onCase } from "../work-on-case.server";
import { emergenciesOf } from "./emergency-queries.server";
import { canAgree, isUndecided, TOGETHER } from "./rules";

/**
 * As a second, unconflicted person: lets what was done at once hold until the case is decided, a mute 7 days at most.
 * Refuses "changed-meanwhile" when it's over, and "not-allowed" to whoever did it, under whatever name.
 */
export const agreeToEmergency = (
  site: Site,
  viewer: Member,
  input: { caseId: number; emergencyId: number },
  now: Date,
): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, { found, pseudonymId, office }) => {
    const emergency = (await emergenciesOf(tx, found.id)).find(({ id }) => id === input.emergencyId);
    if (!emergency || emergency.until <= now) return refused("changed-meanwhile");
    const didIt = (await accountBehind(tx, emergency.moderatorPseudonymId)) === viewer.accountId;
    if (!canAgree(emergency, { undecided: isUndecided(found.state), didIt }))
      return refused(didIt ? "not-allowed" : "changed-meanwhile");

    const until = floorToHour(plus(now, TOGETHER));
    await tx
      .update(emergencies)
      .set({ state: "confirmed", secondPseudonymId: pseudonymId, until })
      .where(eq(emergencies.id, emergency.id));
    if (emergency.sanctionId !== null)
      await tx.update(sanctions).set({ until }).where(eq(sanctions.id, emergency.sanctionId));
    await appendCaseEntry(tx, found.id, { kind: "emergency-confirmed", actorPseudonymId: pseudonymId }, now);
    await appendToLog(tx, { act: "emergency-confirmed", office, details: { kind: emergency.kind } }, now);
    const accountId = await respondentAccount(tx, found);
    if (accountId !== null) tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
    return { ok: true };
  });
