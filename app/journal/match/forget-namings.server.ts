import { inArray } from "drizzle-orm";
import { matchVoices, namings } from "#db/schema";
import type { Tx } from "#db/types";
import { placesOf } from "./naming.server";

/** Forgets all that an account named, and what it wrote to others who did. */
export async function forgetNamings(tx: Tx, accountId: number): Promise<void> {
  const places = placesOf(accountId);
  await tx.delete(namings).where(inArray(namings.owner, places));
  await tx.delete(matchVoices).where(inArray(matchVoices.owner, places));
}
