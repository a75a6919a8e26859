import { eq } from "drizzle-orm";
import { shelters, ties } from "#db/schema";
import type { Tx } from "#db/types";
import type { Member } from "../../accounts/viewer";
import { type Outcome, refused } from "../../platform/outcome";
import { mayRead } from "./permissions";
import { findShelter } from "./shelter-queries.server";

/**
 * Says yes or no to reading for somebody, or (`decline` later on) stops. Whoever says yes is tied to that name from then
 * on: they never decide a case of theirs. Answers with the name they read under.
 */
export async function answerAsReader(
  tx: Tx,
  viewer: Member,
  { pseudonymId, accept }: { pseudonymId: number; accept: boolean },
  now: Date,
): Promise<Outcome<{ as: number }>> {
  const shelter = await findShelter(tx, pseudonymId, now);
  const asked = mayRead(viewer, shelter, "asked", now);
  const allowed = asked.ok || accept ? asked : mayRead(viewer, shelter, "reading", now);
  if (!allowed.ok) return refused("not-found");
  const as = shelter!.readerPseudonymId!;
  await tx
    .update(shelters)
    .set({ reader: accept ? "reading" : "declined" })
    .where(eq(shelters.pseudonymId, pseudonymId));
  if (accept)
    await tx.insert(ties).values({ moderatorPseudonymId: as, pseudonymId, declared: now }).onConflictDoNothing();
  return { ok: true, as };
}
