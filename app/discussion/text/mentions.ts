/** The most names that one text calls: more is shouting. */
export const MOST_MENTIONS = 10;

const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’_-]{0,39}";

/** `@` and up to four words, since a name may have spaces in it. Sticky: set `lastIndex` first. */
export const mentionAt = () => new RegExp(`@(${WORD}(?: ${WORD}){0,3})`, "uy");

/** Whether an `@` behind this character begins a name; behind a letter it belongs to an address. */
export const mayPrecedeName = (before: string | undefined) => !before || !/[\p{L}\p{N}\p{M}_.+/@-]/u.test(before);

/** What may be meant, longest first: `Quiet Fern said so` may mean `Quiet Fern said so`, `Quiet Fern said`, `Quiet Fern` or `Quiet`. */
export function readings(words: string): string[] {
  const parts = words.split(" ");
  return parts.map((_, i) =>
    parts
      .slice(0, parts.length - i)
      .join(" ")
      .replace(/['’_-]+$/u, ""),
  );
}

/** Every name that a text may call, so that one question finds those that exist. At most `MOST_MENTIONS` places are looked at. */
export function namesPerhapsCalled(text: string): string[] {
  const found = new Set<string>();
  const pattern = mentionAt();
  let places = 0;
  for (let at = text.indexOf("@"); at >= 0 && places < MOST_MENTIONS; at = text.indexOf("@", at + 1)) {
    pattern.lastIndex = at;
    const words = mayPrecedeName(text[at - 1]) ? pattern.exec(text)?.[1] : undefined;
    if (!words) continue;
    places++;
    for (const reading of readings(words)) found.add(reading);
  }
  return [...found];
}
