import { and, eq, gt, inArray, lte, or } from "drizzle-orm";
import { cases, decisions } from "#db/schema";
import type { Tx } from "#db/types";
import { HOUR, plus } from "../platform/time";
import type { Site } from "../site/site";
import { activeStates } from "./case-states";
import { deadlineToRemindOf, leaseHolds } from "./deadlines";
import { timesPassedOn } from "./escalate-overdue.server";
import type { Case } from "./find-handler.server";
import { tellHandlersNow } from "./handlers-now.server";

/** The longest before a deadline that anybody is reminded. */
const LOOK_AHEAD = 18 * HOUR;

/**
 * Reminds whoever holds a case of a deadline that is near, or everybody it was dealt to when nobody does: once for each
 * deadline, and only those who could open the case at this moment. Answers with how many cases there were.
 */
export async function remindHandlers(site: Site, now: Date): Promise<number> {
  const near = await site.database.read
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        inArray(cases.state, [...activeStates]),
        gt(cases.decideBy, now),
        or(lte(cases.decideBy, plus(now, LOOK_AHEAD)), lte(cases.acknowledgeBy, plus(now, LOOK_AHEAD))),
      ),
    );
  let reminded = 0;
  for (const { id } of near) if (await site.database.transaction((tx) => remind(tx, id, now))) reminded++;
  return reminded;
}

async function remind(tx: Tx, caseId: number, now: Date): Promise<boolean> {
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  const due = found && deadlineToRemindOf(found, (await timesPassedOn(tx, caseId)) > 0, now);
  if (!found || !due) return false;
  await tx.update(cases).set({ remindedOf: due }).where(eq(cases.id, caseId));
  const isDue = await whoIsDue(tx, found, now);
  await tellHandlersNow(tx, found, "case-due", now, ({ pseudonymId }) => isDue(pseudonymId));
  return true;
}

/** On whom a case waits: on its holder, or for a second person on all but whoever decided it. */
async function whoIsDue(tx: Tx, found: Case, now: Date): Promise<(pseudonymId: number) => boolean> {
  if (found.state === "claimed" && leaseHolds(found.leaseUntil, now)) return (id) => id === found.holderPseudonymId;
  if (found.state !== "waiting-for-second") return () => true;
  const [waiting] = await tx
    .select({ by: decisions.moderatorPseudonymId })
    .from(decisions)
    .where(and(eq(decisions.caseId, found.id), eq(decisions.state, "waiting-for-second")));
  return (id) => id !== waiting?.by;
}
