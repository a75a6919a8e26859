import { and, eq, gt, isNull, or } from "drizzle-orm";
import { offices } from "#db/schema";
import type { Tx } from "#db/types";
import { nextChange, type Standing, stepOf } from "../../limits/shield/steps";
import type { Step } from "../../limits/shield/weigh";
import { notify } from "../../notifications/notify.server";
import { appendToLog } from "../../public-log/append-entry.server";
import type { Site } from "../../site/site";

type Change = { from: Step; to: Standing; by: "software" | "moderator"; except?: number };

/** What every change of the step does: the public log says so, moderators are told, and this process goes by it once it is committed. */
export async function stepChanged(site: Site, tx: Tx, { from, to, by, except }: Change, now: Date): Promise<void> {
  const step = stepOf(to);
  tx.afterCommit(() => site.shield.set(step ? { step, until: nextChange(to) } : { step, until: null }));
  if (from === step) return;
  const act = from === 0 ? "shield-begun" : step === 0 ? "shield-over" : "shield-changed";
  await appendToLog(tx, { act, office: by, details: step ? { step } : {} }, now);
  const moderators = await tx
    .selectDistinct({ pseudonymId: offices.pseudonymId })
    .from(offices)
    .where(and(eq(offices.office, "moderator"), or(isNull(offices.until), gt(offices.until, now))));
  const told = moderators.filter(({ pseudonymId }) => pseudonymId !== except);
  await notify(
    tx,
    told.map(({ pseudonymId }) => ({ kind: "shield-changed", pseudonymId })),
    now,
  );
}
