import { spentOnce } from "#db/schema";
import type { Tx } from "#db/types";
import { fingerprint } from "../platform/keys.server";
import { HOUR, plus } from "../platform/time";

/** What may be used once: an authenticator's code, a passkey's challenge, a proof of work, a place in the waiting page's line. */
export type Once = "code" | "challenge" | "work" | "ticket";

/**
 * Uses up `value`; false when it was used before, by whichever process. `goodFor`: how many ms it could be used again if
 * nobody remembered; it is remembered for that long and up to an hour more, so that the row tells no minute.
 */
export async function spendOnce(tx: Tx, once: Once, value: string, goodFor: number, now: Date): Promise<boolean> {
  const spent = await tx
    .insert(spentOnce)
    .values({ mark: fingerprint("spent-once", `${once}:${value}`), until: plus(now, goodFor + HOUR) })
    .onConflictDoNothing()
    .returning({ mark: spentOnce.mark });
  return spent.length > 0;
}
