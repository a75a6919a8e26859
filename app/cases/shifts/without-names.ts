/** Signs that mean something in a pattern. */
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * A text with these names taken out, however they are capitalised and whatever spaces are between their words, each replaced
 * by `anon`. Only whole words are: "Ash" isn't taken out of "ashamed".
 */
export function withoutNames(text: string, names: string[], anon: string): string {
  const patterns = names
    .map((name) => name.normalize("NFC").trim())
    .filter((name) => name.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/\s+/u)
        .map((word) => word.replace(SPECIAL, "\\$&"))
        .join("\\s+"),
    );
  if (!patterns.length) return text;
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])@?(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return text.normalize("NFC").replace(whole, () => anon);
}
