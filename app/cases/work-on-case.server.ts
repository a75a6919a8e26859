import { eq } from "drizzle-orm";
import { cases } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../accounts/viewer";
import type { Deed } from "../limits/table";
import { type Outcome, type Refused, refused } from "../platform/outcome";
import type { Site } from "../site/site";
import { type Acting, findHandler, standingOf } from "./find-handler.server";
import { leaseFrom } from "./move-case.server";
import { canWork } from "./permissions";

/**
 * What every deed on a case does around its own work: counts it as `deed`, finds the case as its handler meets it ("not-found" for
 * anybody else), and tells live pages after the commit.
 */
export async function onCase<T>(
  site: Site,
  viewer: Member,
  caseId: number,
  now: Date,
  work: (tx: Tx, acting: Acting) => Promise<Outcome<T>>,
  deed: Deed = "work-on-case",
): Promise<Outcome<T>> {
  if (!(await findHandler(site.database.read, viewer, caseId))) return refused("not-found");
  const pace = await site.limits.take(deed, { account: viewer.accountId, standing: viewer.standing }, now);
  if (!pace.ok) return pace;
  return site.database.transaction(async (tx) => {
    const acting = await findHandler(tx, viewer, caseId);
    if (!acting) return refused("not-found");
    const done = await work(tx, acting);
    if (done.ok) tx.afterCommit(() => site.events.publish({ kind: "case-changed", caseId }));
    return done;
  });
}

/** Whether the claim with this number still holds the case; whoever holds an older number has lost it. */
export function holding(acting: Acting, leaseNumber: number, now: Date): { ok: true } | Refused {
  const allowed = canWork(standingOf(acting, now));
  if (!allowed.ok) return refused(allowed.reason);
  return acting.found.leaseNumber === leaseNumber ? { ok: true } : refused("claim-first");
}

/** Activity makes the claim last 15 minutes from now. */
export const extendLease = (tx: Tx, caseId: number, now: Date) =>
  tx.update(cases).set(leaseFrom(now)).where(eq(cases.id, caseId));
