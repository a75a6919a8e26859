import { max } from "drizzle-orm";
import { cases, pileOns } from "#db/schema";
import type { Tx } from "#db/types";
import { notify } from "../../notifications/notify.server";
import { newId } from "../../platform/ids";
import type { Site } from "../../site/site";
import { appendCaseEntry } from "../append-case-entry.server";
import { deadlinesFrom } from "../deadlines";
import { dealCase } from "../deal-case.server";
import type { PostAt } from "./approaches.server";
import { changeWish } from "./change-wish.server";
import { gather } from "./gather.server";

type Found = typeof pileOns.$inferSelect.foundBy;

/**
 * Opens the one case about a pile-on: gathers what came, deals it, and asks the member what they want. Strangers are slowed at
 * that name from now on if the member called it one or it is plain, until they say otherwise or it is over. The caller has made sure that none is under way.
 */
export async function openPileOn(
  site: Site,
  tx: Tx,
  { nameId, foundBy, came }: { nameId: number; foundBy: Found; came: PostAt[] },
  now: Date,
): Promise<number> {
  const caseId = newId();
  const [last] = await tx.select({ bump: max(cases.bump) }).from(cases);
  // The hour before which blocks count for recusal: that of the first thing that came.
  const conductHour = came.reduce((first, one) => (one.written < first ? one.written : first), now);
  await tx.insert(cases).values({
    id: caseId,
    respondentPseudonymId: null,
    subjectKind: "pile-on",
    subjectId: nameId,
    conduct: "pile-on",
    severity: "ordinary",
    state: "open",
    bump: (last?.bump ?? 0) + 1,
    conductHour,
    opened: now,
    ...deadlinesFrom("ordinary", now),
  });
  await tx.insert(pileOns).values({ caseId, targetPseudonymId: nameId, foundBy, began: conductHour, latest: now });
  await gather(tx, caseId, came);
  await appendCaseEntry(tx, caseId, { kind: foundBy === "member" ? "pile-on-called" : "pile-on-found" }, now);
  await dealCase(tx, caseId, now);
  if (foundBy === "software") await notify(tx, [{ kind: "pile-on", pseudonymId: nameId, caseId }], now);
  if (foundBy === "member") await changeWish(tx, caseId, "slow", now);
  tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
  return caseId;
}
