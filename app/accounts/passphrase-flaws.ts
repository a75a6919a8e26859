/** What may be wrong with a passphrase; its words are in i18n `accounts:passphrase.flaws`. */
export type Flaw =
  | "short"
  | "long"
  | "different"
  | "breached"
  | "own"
  | "repeats"
  | "keyboard"
  | "sequence"
  | "dates"
  | "guessable";

/** Letters, as people count them. */
export const SHORTEST = 15;
export const LONGEST = 128;

/**
 * The one form in which a passphrase is hashed: NFKC, so that two keyboards that write one letter differently agree, and
 * without spaces at the ends, which keyboards add by themselves. Inside it each space and capital counts.
 */
export const passphraseOf = (typed: string): string => typed.normalize("NFKC").trim();

/** What can be told without any list: its length, and whether it was typed the same twice. Nothing else is asked of it. */
export function flawOnSight(passphrase: string, again: string): Flaw | null {
  const { length } = [...passphrase];
  if (length < SHORTEST) return "short";
  if (length > LONGEST) return "long";
  return passphraseOf(again) === passphrase ? null : "different";
}
