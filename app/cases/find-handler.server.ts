import { and, eq, inArray } from "drizzle-orm";
import { caseDeals, cases } from "#db/schema";
import type { Reader } from "#db/types";
import { type Member, silencedBy, type Viewer } from "../accounts/viewer";
import { conflictFacts, officesFor } from "./conflict-queries.server";
import { leaseHolds } from "./deadlines";
import { canHandle, type Standing } from "./permissions";
import { conflictOf } from "./recusal";

export type Case = typeof cases.$inferSelect;

/** Somebody who may handle a case, by the office it was dealt to. */
export type Acting = { found: Case; pseudonymId: number; office: "moderator" | "steward" };

/** The viewer's own names that hold an office to which cases can be dealt. */
export const handlingNames = (viewer: Viewer) =>
  viewer.kind === "member"
    ? viewer.offices.flatMap(({ office, pseudonymId }) => (office === "organizer" ? [] : [{ office, pseudonymId }]))
    : [];

/**
 * The case as one of its handlers meets it; null for everybody else, whether it isn't there, wasn't dealt to them, or a
 * conflict keeps them from it. Conflicts are looked up anew each time.
 */
export async function findHandler(read: Reader, viewer: Viewer, caseId: number): Promise<Acting | null> {
  const names = handlingNames(viewer);
  if (viewer.kind === "guest" || !names.length) return null;
  const [found] = await read.select().from(cases).where(eq(cases.id, caseId));
  if (!found) return null;
  const offices = officesFor(found);
  const fitting = names.filter((name) => offices.includes(name.office));
  const ids = fitting.map((name) => name.pseudonymId);
  const dealt = await read
    .select({ pseudonymId: caseDeals.moderatorPseudonymId })
    .from(caseDeals)
    .where(and(eq(caseDeals.caseId, caseId), inArray(caseDeals.moderatorPseudonymId, ids)));
  const acting = fitting.find((name) => dealt.some((one) => one.pseudonymId === name.pseudonymId));
  if (!acting) return null;
  const candidate = { pseudonymId: acting.pseudonymId, accountId: viewer.accountId };
  const conflict = conflictOf(candidate, await conflictFacts(read, found, [candidate]));
  const handler = { office: true, silenced: silencedBy(viewer as Member) !== undefined, dealt: true, conflict };
  return canHandle(handler) ? { found, ...acting } : null;
}

/** Where a case stands for one of its handlers. `decidedBy`: whose decision waits for a second person. */
export const standingOf = ({ found, pseudonymId }: Acting, now: Date, decidedIt = false): Standing => ({
  state: found.state,
  mine: found.holderPseudonymId === pseudonymId,
  leased: leaseHolds(found.leaseUntil, now),
  decidedIt,
});
