import { randomInt } from "node:crypto";
import { pseudonyms } from "#db/schema";
import type { Tx } from "#db/types";
import { newId } from "../platform/ids";
import { sealLink } from "./sealed-link.server";

/**
 * Writes a new pseudonym and seals it to its account; the name has been checked. Null when somebody took the name (or one
 * that looks like it) meanwhile. The leaf comes from a seed of its own, so that two leaves of one account share nothing.
 */
export async function createPseudonym(
  tx: Tx,
  owner: { accountId: number; slot: number },
  { name, nameKey }: { name: string; nameKey: string },
): Promise<number | null> {
  const [made] = await tx
    .insert(pseudonyms)
    .values({ id: newId(), name, nameKey, leaf: randomInt(2 ** 31) })
    .onConflictDoNothing({ target: pseudonyms.nameKey })
    .returning({ id: pseudonyms.id });
  if (!made) return null;
  await sealLink(tx, { ...owner, pseudonymId: made.id });
  return made.id;
}
