import { crockford, readRecoveryCode } from "../../accounts/recovery-code.server";
import { fingerprint, sha256 } from "../../platform/keys.server";

/** Bytes that make 24 digits. */
const BYTES = 15;

/**
 * The code with which somebody who isn't a member follows what they filed: 24 Crockford digits, made with the server's key
 * from the way in they used and all they wrote. The same form sent twice has the same code, and no other form has.
 */
export const receiptCodeOf = (way: string, told: object): string =>
  crockford(Buffer.from(fingerprint("outside-receipt", JSON.stringify([way, told])), "base64url").subarray(0, BYTES));

/** What is stored of a receipt code. */
export const receiptHash = (code: string) => sha256(`receipt:${code}`);

/** What is stored of a code that was typed; null when it can't be one. */
export function hashOfTyped(typed: string): string | null {
  const code = readRecoveryCode(typed);
  return code && receiptHash(code);
}
