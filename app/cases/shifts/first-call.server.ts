import { and, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { caseDeals, cases, notifications } from "#db/schema";
import type { Tx } from "#db/types";
import { HOUR, plus } from "../../platform/time";
import type { Site } from "../../site/site";
import { tellHandlersNow } from "../handlers-now.server";
import { tellHandlers } from "../tell.server";
import { onFirstCall } from "./rota.server";

/** How long an urgent case is left to those on first call; hours are kept whole, so that it's one hour at least and two at most. */
const HEAD_START = 2 * HOUR;

type Found = { id: number; severity: "urgent" | "ordinary" };

/**
 * Tells those to whom a case was just dealt. Of an urgent one those on first call hear first, where it was dealt to any of
 * them; the others have it in their queue all the same, and hear of it if nobody has taken it an hour or two later.
 */
export async function tellFirst(tx: Tx, { id, severity }: Found, dealtTo: number[], now: Date): Promise<void> {
  const onCall = severity === "urgent" ? await onFirstCall(tx, now) : [];
  const first = dealtTo.filter((one) => onCall.includes(one));
  await tellHandlers(tx, id, first.length ? first : dealtTo, now);
}

/** Tells all others of urgent cases that nobody has taken meanwhile; of those nobody was ever told, nobody is. Safe to run twice. */
export async function tellTheOthers(site: Site, now: Date): Promise<void> {
  const waiting = await site.database.read
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.severity, "urgent"),
        inArray(cases.state, ["open", "escalated"]),
        isNotNull(cases.acknowledgeBy),
        lte(cases.opened, plus(now, -HEAD_START)),
      ),
    );
  for (const { id } of waiting) await site.database.transaction((tx) => tellOthersOf(tx, id, now));
}

async function tellOthersOf(tx: Tx, caseId: number, now: Date): Promise<void> {
  const [found] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!found || found.acknowledgeBy === null) return;
  const dealt = await tx
    .select({ id: caseDeals.moderatorPseudonymId })
    .from(caseDeals)
    .where(eq(caseDeals.caseId, caseId));
  const news = await tx
    .select({ id: notifications.pseudonymId })
    .from(notifications)
    .where(and(eq(notifications.kind, "case-dealt"), eq(notifications.caseId, caseId)));
  const told = new Set(news.map((one) => one.id));
  const untold = new Set(dealt.filter((one) => !told.has(one.id)).map((one) => one.id));
  if (!told.size || !untold.size) return;
  await tellHandlersNow(tx, found, "case-dealt", now, ({ pseudonymId }) => untold.has(pseudonymId));
}
