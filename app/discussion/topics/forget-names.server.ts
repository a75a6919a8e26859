import { inArray } from "drizzle-orm";
import { follows, topics } from "#db/schema";
import type { Tx } from "#db/types";
import { asBefore } from "./calm/rules";

/** Forgets everything that these names follow, and ends what they calmed: nobody is there to answer for it. */
export async function forgetInTopics(tx: Tx, pseudonymIds: number[]): Promise<void> {
  await tx.delete(follows).where(inArray(follows.pseudonymId, pseudonymIds));
  await tx.update(topics).set(asBefore).where(inArray(topics.calmByPseudonymId, pseudonymIds));
}
