import { randomBytes } from "node:crypto";
import { keyedDigest, sealUnder, unsealUnder } from "../../platform/keys.server";
import { deriveKey } from "../hashing.server";

/** What is kept of an account's own key: closed under its secret, and under its recovery code where that was at hand. */
export type Wraps = { bySecret: Buffer; byCode: Buffer | null };

const SALT = 16;

/** A new key for an account: 32 random bytes. */
export const drawOwnKey = (): Buffer => randomBytes(32);

/**
 * Closes a key under a secret (the five words, or a passphrase) as `readSecret` gives it. The server's own key is mixed in,
 * so that the database alone can't be used to test guesses. Null when the server is overloaded. Never inside a transaction.
 */
export async function wrapBySecret(key: Buffer, secret: string): Promise<Buffer | null> {
  const salt = randomBytes(SALT);
  const under = await deriveKey(secret, salt);
  return under && Buffer.concat([salt, sealUnder(under, key, "by secret")]);
}

/** The key that `wrapBySecret` closed; `"shut"` where the secret isn't the one it was closed under. Null when overloaded. */
export async function unwrapBySecret(wrap: Buffer, secret: string): Promise<Buffer | "shut" | null> {
  const under = await deriveKey(secret, wrap.subarray(0, SALT));
  return under && opened(under, wrap.subarray(SALT), "by secret");
}

/** A recovery code is 120 random bits: no slow hash is needed. */
const underCode = (code: string) => keyedDigest("own-key", `code:${code}`);

/** Closes a key under a recovery code as `readRecoveryCode` gives it. */
export const wrapByCode = (key: Buffer, code: string): Buffer => sealUnder(underCode(code), key, "by code");

/** The key that `wrapByCode` closed; `"shut"` where it was closed under another code. */
export const unwrapByCode = (wrap: Buffer, code: string): Buffer | "shut" => opened(underCode(code), wrap, "by code");

function opened(under: Buffer, wrap: Buffer, bound: string): Buffer | "shut" {
  try {
    return unsealUnder(under, wrap, bound);
  } catch {
    return "shut";
  }
}
