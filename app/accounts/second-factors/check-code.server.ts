import { and, eq } from "drizzle-orm";
import { codeApps } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { type Outcome, type Refused, refused } from "../../platform/outcome";
import { spendOnce } from "../spend-once.server";
import { CODE_GOOD_FOR, codeNumber, unsealShared } from "./code-app.server";
import { readCode } from "./forms";

/** A factor that was shown and is right. `use` uses it up inside the transaction that signs in, or says why it can't. */
export type Shown = { use(tx: Tx): Promise<Refused | null> };

/** Uses up a code by its number; false when it was used before. */
export const spendCode = (tx: Tx, accountId: number, number: number, now: Date) =>
  spendOnce(tx, "code", `${accountId}:${number}`, CODE_GOOD_FOR, now);

/** Whether the code is one that the account's app shows now. Refusals: `wrong-code`, and from `use` also `code-used`. */
export async function checkCode(read: Reader, accountId: number, typed: string, now: Date): Promise<Outcome<Shown>> {
  const inForce = and(eq(codeApps.accountId, accountId), eq(codeApps.confirmed, true));
  const [app] = await read.select().from(codeApps).where(inForce);
  const code = readCode(typed);
  const number = app && code && codeNumber(unsealShared(app.sealed, accountId), code, now);
  if (!number) return refused("wrong-code");
  return {
    ok: true,
    async use(tx) {
      const [still] = await tx.select({ sealed: codeApps.sealed }).from(codeApps).where(inForce);
      // Removed, or another one set up, while the code was being checked.
      if (!still?.sealed.equals(app.sealed)) return refused("wrong-code");
      return (await spendCode(tx, accountId, number, now)) ? null : refused("code-used");
    },
  };
}
