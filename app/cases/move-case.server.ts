import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema";
import type { Tx } from "#db/types";
import { plus } from "../platform/time";
import { type CaseState, canMove } from "./case-states";
import { LEASE } from "./deadlines";

type Changes = Partial<Omit<typeof cases.$inferInsert, "id" | "state">>;

/** What a case loses that nobody holds any more. */
export const unheld = { holderPseudonymId: null, leaseUntil: null } as const;

/** What a case has whose holder has just done something: 15 minutes from now. */
export const leaseFrom = (now: Date) => ({ leaseUntil: plus(now, LEASE) });

/**
 * Brings a case from the state it was read in to another, the one way in which any case changes its state. Throws where the
 * table of transitions has no such step, or where the case isn't in that state any more: both are bugs of the caller.
 */
export async function moveCase(
  tx: Tx,
  from: { id: number; state: CaseState },
  to: CaseState,
  changes: Changes = {},
): Promise<void> {
  if (!canMove(from.state, to)) throw new Error(`a case that is ${from.state} can't become ${to}`);
  const moved = await tx
    .update(cases)
    .set({ ...changes, state: to })
    .where(and(eq(cases.id, from.id), eq(cases.state, from.state)))
    .returning({ id: cases.id });
  if (!moved.length) throw new Error(`the case isn't ${from.state} any more`);
}
