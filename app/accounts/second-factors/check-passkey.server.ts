import { and, eq } from "drizzle-orm";
import { passkeys } from "#db/schema";
import type { Reader } from "#db/types";
import { type Outcome, refused } from "../../platform/outcome";
import type { Shown } from "./check-code.server";
import { readSignature } from "./forms";
import { type Place, verifySignature } from "./webauthn.server";

/** A number that falls back, or stays where it counts at all, tells that the key exists twice. */
const tellsOfACopy = (before: number, after: number) => (before > 0 || after > 0) && after <= before;

/**
 * Whether one of the account's own passkeys signed the challenge. Refusals, from `use` too: `passkey-refused` (unknown,
 * somebody else's, removed meanwhile, or signed wrongly), `passkey-copied`.
 */
export async function checkPasskey(
  read: Reader,
  accountId: number,
  { signature, challenge, place }: { signature: string; challenge: string; place: Place },
): Promise<Outcome<Shown>> {
  const sent = readSignature(signature);
  if (!sent) return refused("passkey-refused");
  const own = and(eq(passkeys.credential, sent.id), eq(passkeys.accountId, accountId));
  const [key] = await read.select().from(passkeys).where(own);
  const signed = key && (await verifySignature(key, sent, challenge, place));
  if (!signed) return refused("passkey-refused");
  const { counter } = signed;
  if (tellsOfACopy(key.counter, counter)) return refused("passkey-copied");
  return {
    ok: true,
    async use(tx) {
      const counted = await tx
        .update(passkeys)
        .set({ counter })
        .where(and(eq(passkeys.id, key.id), eq(passkeys.counter, key.counter)))
        .returning({ id: passkeys.id });
      return counted.length ? null : refused("passkey-refused");
    },
  };
}
