import { eq } from "drizzle-orm";
import { spentOnce } from "#db/schema";
import type { Reader, Tx } from "#db/types";
import { fingerprint } from "../platform/keys.server";
import { HOUR, plus } from "../platform/time";

/**
 * What may be used once: an authenticator's code, a passkey's challenge, a proof of work, a place in the waiting page's
 * line; a name's voice, which is used up when it's retired; one of the organisations that an account may name in a month,
 * or one that led it to others.
 */
export type Once = "code" | "challenge" | "work" | "ticket" | "voice" | "naming";

const markOf = (once: Once, value: string) => fingerprint("spent-once", `${once}:${value}`);

/**
 * Uses up `value`; false when it was used before, by whichever process. `goodFor`: how many ms it could be used again if
 * nobody remembered; it is remembered for that long and up to an hour more, so that the row tells no minute.
 */
export async function spendOnce(tx: Tx, once: Once, value: string, goodFor: number, now: Date): Promise<boolean> {
  const spent = await tx
    .insert(spentOnce)
    .values({ mark: markOf(once, value), until: plus(now, goodFor + HOUR) })
    .onConflictDoNothing()
    .returning({ mark: spentOnce.mark });
  return spent.length > 0;
}

/** Whether `value` was used up before, for telling somebody early; only `spendOnce` decides. */
export async function wasSpent(read: Reader, once: Once, value: string): Promise<boolean> {
  const [spent] = await read
    .select({ mark: spentOnce.mark })
    .from(spentOnce)
    .where(eq(spentOnce.mark, markOf(once, value)));
  return spent !== undefined;
}
