import type { Reader, Tx } from "#db/types";
import { accountsBehind } from "../pseudonyms/sealed-link.server";
import { dealToOneMore, heldBy } from "./deal-case.server";
import type { Acting } from "./find-handler.server";
import { tellHandlers } from "./tell.server";

/** Whether one of these pseudonyms belongs to another account than this one: two names of one person are one person. */
export async function isSomebodyElse(read: Reader, pseudonymIds: number[], accountId: number): Promise<boolean> {
  const behind = await accountsBehind(read, pseudonymIds);
  return [...behind.values()].some((other) => other !== accountId);
}

/**
 * Tells the others who handle a case that somebody's agreement is wished for, or deals it to one more person where there's
 * nobody else yet. False when nobody is free of ties.
 */
export async function askSomebodyElse(tx: Tx, { found, pseudonymId }: Acting, accountId: number, now: Date) {
  const others = (await heldBy(tx, found.id)).filter((one) => one !== pseudonymId);
  if (others.length === 0 || !(await isSomebodyElse(tx, others, accountId)))
    return (await dealToOneMore(tx, found, now, { notAccount: accountId })) !== undefined;
  await tellHandlers(tx, found.id, others, now);
  return true;
}
