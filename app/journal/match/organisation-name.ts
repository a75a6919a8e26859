/** The longest name of an organisation, in characters. */
export const LONGEST_NAME = 120;

/** What an organisation is by law says nothing of which one it is. Compared after everything else is tidied. */
const LEGAL = new Set(
  "and inc incorporated ltd limited llc llp plc co corp corporation company gmbh ggmbh ev ag nv bv sa sas sarl srl sl slu ab asbl aisbl ngo ong ac aps oy".split(
    " ",
  ),
);
const ARTICLES = new Set(["the", "el", "la", "los", "las"]);

/**
 * The one form in which names of organisations are compared, and which is shown before anything is sent: small letters
 * without accents, signs as spaces, no article before it and no legal form behind it. Null where nothing is left to tell
 * one organisation from another: fewer than three letters or digits.
 */
export function organisationName(typed: string): string | null {
  if (typed.length > LONGEST_NAME * 2) return null;
  const words = typed
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    // Letters with dots between them are one word: "e. V.", "S.L."
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.\s?(?=\p{L}\.)/gu, "$1")
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  while (words.length > 1 && LEGAL.has(words.at(-1)!)) words.pop();
  while (words.length > 1 && ARTICLES.has(words[0]!)) words.shift();
  const name = words.join(" ");
  return name.length <= LONGEST_NAME && (name.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 3 ? name : null;
}
