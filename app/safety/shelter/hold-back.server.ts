import { and, gt, inArray } from "drizzle-orm";
import { heldBack, shelters } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { knows } from "./known.server";

type Held = Pick<typeof heldBack.$inferInsert, "pseudonymId" | "kind" | "postId" | "spaceId">;

/** Of the names that somebody addresses those that are in shelter from them. */
export async function shelteredFrom(read: Reader, speaker: number, names: number[], now: Date): Promise<Set<number>> {
  if (!names.length) return new Set();
  const live = await read
    .select()
    .from(shelters)
    .where(and(inArray(shelters.pseudonymId, names), gt(shelters.until, now)));
  const from = new Set<number>();
  for (const shelter of live) if (!(await knows(read, shelter, speaker))) from.add(shelter.pseudonymId);
  return from;
}

/** Keeps from sheltered names what would otherwise be announced to them. Whoever sent it is told what they'd always be told. */
export async function holdBack(tx: Tx, held: Held[], now: Date): Promise<void> {
  if (held.length)
    await tx
      .insert(heldBack)
      .values(held.map((one) => ({ ...one, held: now })))
      .onConflictDoNothing();
}
