const LENGTH = 220;
const BEFORE = 60;

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A stretch of a post around the first word that was looked for, without Markdown's marks. */
export function excerptOf(body: string, words: string[]): string {
  const plain = body
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^[ \t]*(?:>+|#+|[*+-]|\d+[.)])[ \t]+/gm, "")
    .replace(/[*_`~|[\]]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  // Folding may change the length by a few characters: near enough for a beginning.
  const whole = folded(plain);
  const at = Math.min(...words.map((word) => whole.indexOf(folded(word))).map((i) => (i < 0 ? plain.length : i)));
  const start = at >= plain.length || at < BEFORE ? 0 : plain.indexOf(" ", at - BEFORE) + 1;
  const cut = plain.slice(start, start + LENGTH).replace(/\p{Cs}/gu, "");
  return `${start > 0 ? "… " : ""}${cut}${start + LENGTH < plain.length ? " …" : ""}`;
}
