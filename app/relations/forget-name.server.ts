import { inArray } from "drizzle-orm";
import { blocks } from "#db/schema";
import type { Tx } from "#db/types";

/** Forgets that anybody blocked or muted these names: nothing of theirs is left to turn away from. */
export const forgetBlocksAgainst = (tx: Tx, pseudonymIds: number[]) =>
  tx.delete(blocks).where(inArray(blocks.pseudonymId, pseudonymIds));
