import { randomInt } from "node:crypto";
import { sha256 } from "../platform/keys.server";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 24;

/** A recovery code: 24 Crockford base32 digits, 120 bits, so that a plain SHA-256 of it can't be guessed back. */
export const drawRecoveryCode = () => Array.from({ length: LENGTH }, () => DIGITS[randomInt(DIGITS.length)]!).join("");

/** Bytes, a multiple of five, as Crockford base32 digits. */
export function crockford(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replace(/.{5}/g, (five) => DIGITS[Number.parseInt(five, 2)]!);
}

/** The code as people write it: six groups of four. */
export const inGroups = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");

/** The code that was typed, whatever its capitals, spacing and Crockford's look-alikes (O for 0; I and L for 1); null when it can't be one. */
export function readRecoveryCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const code = digitsOf(typed);
  return code.length === LENGTH && [...code].every((digit) => DIGITS.includes(digit)) ? code : null;
}

/** Typed digits in the one form in which they're compared. */
export const digitsOf = (typed: string) =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

/** What is stored of a recovery code. */
export const recoveryHash = (code: string) => sha256(`recovery:${code}`);
