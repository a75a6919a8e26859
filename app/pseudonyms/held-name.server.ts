import { eq } from "drizzle-orm";
import { pseudonyms } from "#db/schema";
import type { Tx } from "#db/types";
import { fingerprint } from "../platform/keys.server";

/** What holds a name whose owner is gone: without the server's key nobody can test which name it was. */
export const heldKey = (nameKey: string) => `held ${fingerprint("held-name", nameKey)}`;

/** The keys under which a name may be taken: by somebody who is here, or by somebody who has left. */
export const keysOfName = (nameKey: string) => [nameKey, heldKey(nameKey)];

/**
 * Forgets what a name said and how its leaf looked. It stays taken for ever, and its number stays: on posts that were
 * removed, and in cases.
 */
export async function forgetName(tx: Tx, pseudonymId: number): Promise<void> {
  const [row] = await tx
    .select({ name: pseudonyms.name, nameKey: pseudonyms.nameKey })
    .from(pseudonyms)
    .where(eq(pseudonyms.id, pseudonymId));
  if (!row?.name) return;
  await tx
    .update(pseudonyms)
    .set({ name: "", nameKey: heldKey(row.nameKey), leaf: 0, state: "burned", undoUntil: null })
    .where(eq(pseudonyms.id, pseudonymId));
}
