import type { Reader } from "#db/types";
import { accountsBehind } from "../pseudonyms/sealed-link.server";

/** Whether one of these pseudonyms belongs to another account than this one: two names of one person are one person. */
export async function isSomebodyElse(read: Reader, pseudonymIds: number[], accountId: number): Promise<boolean> {
  const behind = await accountsBehind(read, pseudonymIds);
  return [...behind.values()].some((other) => other !== accountId);
}
