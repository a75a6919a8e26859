/** Numbers in [0, 1) that are the same in every run with the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = "ma re to ni sa lu ke po vi da es cor tra mun bel fin gra sol pen dor lin ver tam ra qui ña té".split(
  " ",
);

/** As many different words as a forum's members use: few of them often, most rarely. */
export const words: readonly string[] = (() => {
  const next = numbersFrom(7);
  const made = new Set<string>();
  while (made.size < 6_000) {
    const length = 1 + Math.floor(next() * 4);
    made.add(Array.from({ length }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join(""));
  }
  return [...made];
})();

/** A word, drawn so that the n-th is about n times as rare as the first (Zipf's law). */
const aWord = (next: () => number) => words[Math.floor(words.length ** next()) - 1]!;

const sentence = (next: () => number) => {
  const said = Array.from({ length: 5 + Math.floor(next() * 14) }, () => aWord(next)).join(" ");
  return `${said[0]!.toUpperCase()}${said.slice(1)}.`;
};

/** A post as people write them: mostly one to four paragraphs, some with a quote, a list or emphasis. */
export function aText(next: () => number): string {
  const paragraphs = Array.from({ length: 1 + Math.floor(next() ** 2 * 6) }, () => {
    const said = Array.from({ length: 1 + Math.floor(next() * 4) }, () => sentence(next)).join(" ");
    const kind = next();
    if (kind < 0.08) return `> ${said}`;
    if (kind < 0.12) return [sentence(next), sentence(next)].map((item) => `- ${item}`).join("\n");
    if (kind < 0.2) return said.replace(/ (\S+) /, " *$1* ");
    return said;
  });
  return paragraphs.join("\n\n");
}

export const aTitle = (next: () => number) => sentence(next).slice(0, 90).trim();
