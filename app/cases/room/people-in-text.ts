import { LONGEST_NAME } from "../../pseudonyms/name-rules";

/** A place of this community that leads to somebody: a name, a post, a report, a case. */
const LEADS_TO_SOMEBODY = /\S*\/(?:p|t|c|reports?|decisions|statements|moderation\/(?:cases|outside))[/?]\S+/iu;

/** The first address in a text that leads to somebody, or undefined. */
export const addressIn = (text: string): string | undefined => LEADS_TO_SOMEBODY.exec(text)?.[0];

/** Words that nobody can write without, in both languages: a name that is one of them is found by its @ alone. */
const EVERYDAY = new Set(
  (
    "the and for you not are was with this that have has who what when where all any can will but from they them our your she her his him " +
    "its one two yes now how why case cases las los una uno unos unas que por para con del como más pero sus hay sin este esta eso quien " +
    "quién qué nos les muy caso casos hoy"
  ).split(" "),
);

/** As much of a text as could be a name; `said` as it was written. */
export type Run = { said: string; folded: string };

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** What can stand between two words of one name. */
const BETWEEN = /^[\s'’\-.]{1,3}$/u;

/** Every run of words in a text that is short enough to be a name, each once. */
export function runsIn(text: string): Run[] {
  const plain = text.normalize("NFC");
  const words = [...plain.matchAll(/@?[\p{L}\p{M}\p{N}]+/gu)].map((one) => ({
    from: one.index,
    to: one.index + one[0].length,
  }));
  const runs = new Map<string, Run>();
  for (const [i, { from }] of words.entries()) {
    for (let j = i; j < words.length && words[j]!.to - from <= LONGEST_NAME + 1; j++) {
      if (j > i && !BETWEEN.test(plain.slice(words[j - 1]!.to, words[j]!.from))) break;
      const said = plain.slice(from, words[j]!.to);
      runs.set(said, { said, folded: fold(said) });
    }
  }
  return [...runs.values()];
}

/**
 * Whether a run is this name. With an @ it always is; else it has to be written as names are, or whoever is called Hope
 * would keep everybody from hoping: with a capital or a digit, unless the name has none either.
 */
export function isName({ said, folded }: Run, name: string): boolean {
  if (folded !== fold(name)) return false;
  if (said.startsWith("@")) return true;
  if (EVERYDAY.has(folded)) return false;
  return /\s/u.test(said) || /[\p{Lu}\p{N}]/u.test(said) || !/\p{Lu}/u.test(name);
}
