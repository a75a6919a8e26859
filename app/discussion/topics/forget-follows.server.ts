import { inArray } from "drizzle-orm";
import { follows } from "#db/schema";
import type { Tx } from "#db/types";

/** Forgets everything that these names follow. */
export const forgetFollows = (tx: Tx, pseudonymIds: number[]) =>
  tx.delete(follows).where(inArray(follows.pseudonymId, pseudonymIds));
