import { inArray, lte } from "drizzle-orm";
import { heldBack, shelters } from "#db/schema";
import type { Tx } from "#db/types";
import { notify } from "../../notifications/notify.server";

/** Ends what is over, and tells whom something was held from. Answers how many there were. */
export async function endShelters(tx: Tx, now: Date, most: number): Promise<number> {
  const over = await tx
    .select({ pseudonymId: shelters.pseudonymId })
    .from(shelters)
    .where(lte(shelters.until, now))
    .limit(most);
  const names = over.map((one) => one.pseudonymId);
  if (!names.length) return 0;
  const left = await tx
    .selectDistinct({ pseudonymId: heldBack.pseudonymId })
    .from(heldBack)
    .where(inArray(heldBack.pseudonymId, names));
  await tx.delete(shelters).where(inArray(shelters.pseudonymId, names));
  await notify(
    tx,
    left.map(({ pseudonymId }) => ({ kind: "shelter-over", pseudonymId })),
    now,
  );
  return names.length;
}

/** Forgets the shelter of names that leave, what was held from them, and that they read for anybody. */
export async function forgetShelterOf(tx: Tx, pseudonymIds: number[]): Promise<void> {
  await tx.delete(shelters).where(inArray(shelters.pseudonymId, pseudonymIds));
  await tx.delete(heldBack).where(inArray(heldBack.pseudonymId, pseudonymIds));
  await tx
    .update(shelters)
    .set({ readerPseudonymId: null, reader: null })
    .where(inArray(shelters.readerPseudonymId, pseudonymIds));
}
