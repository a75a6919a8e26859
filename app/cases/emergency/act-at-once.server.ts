import { emergencies, sanctions } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { agreementsInForce, clauseOf } from "../../agreements/agreements-queries.server";
import type { Conduct } from "../../agreements/conducts";
import { newId } from "../../platform/ids";
import { type Outcome, refused } from "../../platform/outcome";
import { floorToHour, plus } from "../../platform/time";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import type { Case } from "../find-handler.server";
import { hideInCase } from "../quarantine/hide-aside.server";
import { respondentAccount } from "../respondent.server";
import { askSomebodyElse } from "../second-person.server";
import { tellRespondent } from "../tell.server";
import { extendLease, holding, onCase } from "../work-on-case.server";
import { emergenciesOf, offeredIn } from "./emergency-queries.server";
import { ALONE, type EmergencyKind } from "./rules";

type Input = { caseId: number; leaseNumber: number; kind: EmergencyKind; why: string };

/**
 * Mutes whoever a case is about, or hides the post, before anything is decided: for 24 hours, and each once in a case.
 * Those who can agree are told; whoever is muted is told `why`. Refuses "claim-first", "already-decided" and "already-done".
 */
export const actAtOnce = (site: Site, viewer: Member, input: Input, now: Date): Promise<Outcome> =>
  onCase(site, viewer, input.caseId, now, async (tx, acting) => {
    const { found, pseudonymId, office } = acting;
    const held = holding(acting, input.leaseNumber, now);
    if (!held.ok) return held;
    const offered = await offeredIn(tx, found, await emergenciesOf(tx, found.id));
    if (!offered.includes(input.kind)) return refused("already-done");

    const agreements = await agreementsInForce(tx, found.conductHour);
    const { key: agreement } = clauseOf(agreements, found.conduct as Conduct);
    const cited = { agreement, agreementVersion: agreements.version };
    const sanctionId = input.kind === "mute" ? await mute(site, tx, { found, why: input.why, ...cited }, now) : null;
    if (input.kind === "hide") await hideInCase(tx, site, found, now);
    await tx.insert(emergencies).values({
      id: newId(),
      caseId: found.id,
      kind: input.kind,
      state: "standing",
      moderatorPseudonymId: pseudonymId,
      sanctionId,
      began: now,
      until: endOf(now),
    });
    const entry = { kind: `emergency-${input.kind}`, actorPseudonymId: pseudonymId, words: input.why } as const;
    await appendCaseEntry(tx, found.id, entry, now);
    await appendToLog(tx, { act: "emergency-begun", office, ...cited, details: { kind: input.kind } }, now);
    await extendLease(tx, found.id, now);
    if (sanctionId !== null) await tellRespondent(tx, found, now);
    // With nobody free it ends after a day.
    await askSomebodyElse(tx, acting, viewer.accountId, now);
    return { ok: true };
  });

/** A full hour, a little less than a day away: an end to the minute would tell the minute in which it was done. */
const endOf = (now: Date) => floorToHour(plus(now, ALONE));

/** On the pseudonym that was named; the account is bound, because all of its names are asked when it acts. */
async function mute(
  site: Site,
  tx: Tx,
  about: { found: Case; why: string; agreement: string; agreementVersion: number },
  now: Date,
): Promise<number | null> {
  const { found, why, ...cited } = about;
  const { respondentPseudonymId: pseudonymId } = found;
  if (pseudonymId === null) return null;
  const id = newId();
  const accountId = await respondentAccount(tx, found);
  await tx.insert(sanctions).values({
    id,
    pseudonymId,
    caseId: found.id,
    kind: "mute",
    ...cited,
    reasons: why,
    started: now,
    until: endOf(now),
  });
  if (accountId !== null) tx.afterCommit(() => site.events.publish({ kind: "account-changed", accountId }));
  return id;
}
