import { and, eq, inArray, isNull, lte, ne } from "drizzle-orm";
import { cases, emergencies, sanctions } from "#db/schema";
import type { Tx } from "#db/types";
import type { Conduct } from "../../agreements/conducts";
import { showPost } from "../../discussion/posts/post-states.server";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { emergenciesOf } from "./emergency-queries.server";
import { isUndecided, staysHidden } from "./rules";

/** Reverses what was done at once and nobody agreed to in time. What is harmful to show stays hidden until it is decided. Answers with how many. */
export async function endEmergencies(site: Site, now: Date): Promise<number> {
  const due = await site.database.read
    .select({ id: emergencies.id })
    .from(emergencies)
    .where(and(inArray(emergencies.state, ["standing", "confirmed"]), lte(emergencies.until, now)));
  for (const { id } of due) await site.database.transaction((tx) => endOne(site, tx, id, now));
  return due.length;
}

async function endOne(site: Site, tx: Tx, id: number, now: Date): Promise<void> {
  const [row] = await tx
    .select({ emergency: emergencies, found: cases })
    .from(emergencies)
    .innerJoin(cases, eq(cases.id, emergencies.caseId))
    .where(and(eq(emergencies.id, id), ne(emergencies.state, "over"), lte(emergencies.until, now)));
  if (!row) return;
  const { emergency, found } = row;
  // A hide that two agreed to holds until the decision, and so does one that harms by being seen.
  const holds = emergency.state === "confirmed" || staysHidden(emergency.kind, found.conduct as Conduct);
  if (emergency.kind === "hide" && isUndecided(found.state) && holds) return;
  await tx.update(emergencies).set({ state: "over" }).where(eq(emergencies.id, id));
  if (emergency.kind === "hide") await showPost(tx, site, found.subjectId);
  await appendCaseEntry(tx, found.id, { kind: "emergency-over" }, now);
  const details = { kind: emergency.kind };
  await appendToLog(tx, { act: "emergency-over", office: "software", details }, now);
}

/** A decision takes the place of whatever was done at once before it. */
export async function settleEmergencies(tx: Tx, caseId: number, now: Date): Promise<void> {
  const earlier = await emergenciesOf(tx, caseId);
  if (!earlier.length) return;
  await tx.update(emergencies).set({ state: "over" }).where(eq(emergencies.caseId, caseId));
  const sanctionIds = earlier.flatMap(({ sanctionId }) => (sanctionId === null ? [] : [sanctionId]));
  await tx
    .update(sanctions)
    .set({ lifted: now })
    .where(and(inArray(sanctions.id, sanctionIds), isNull(sanctions.lifted)));
}
