/**
 * Letters that are easily taken for Latin ones, by the Latin letters they look like. Written against Unicode's list of
 * confusables for the scripts a name may use; Latin letters outside a–z that survive decomposition stand here as well.
 */
const TABLE: Record<string, string> = {
  // Cyrillic
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  з: "3",
  и: "u",
  й: "u",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  ь: "b",
  ѕ: "s",
  і: "i",
  ї: "i",
  ј: "j",
  һ: "h",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  ґ: "r",
  г: "r",
  п: "n",
  б: "6",
  ү: "y",
  ө: "o",
  // Greek
  α: "a",
  β: "b",
  ε: "e",
  ζ: "z",
  η: "n",
  ι: "i",
  κ: "k",
  μ: "u",
  ν: "v",
  ο: "o",
  ρ: "p",
  ς: "c",
  σ: "o",
  τ: "t",
  υ: "u",
  χ: "x",
  ω: "w",
  γ: "y",
  ϲ: "c",
  ϳ: "j",
  // Latin
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "p",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
  ı: "i",
  ɑ: "a",
  ɡ: "g",
  // Digits
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "b",
  "7": "t",
  "8": "b",
  "9": "g",
};

/** Groups of letters that run together at a glance, and what they look like then. */
const GROUPS: [string, string][] = [
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
];

/**
 * A name folded for comparison: two names with one key can be taken for each other, so only one may exist. Accents,
 * capitals, spaces, signs and look-alike letters are folded. Not for showing.
 */
export function nameKeyOf(name: string): string {
  const plain = [
    ...name
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]/gu, ""),
  ]
    .map((sign) => TABLE[TABLE[sign] ?? sign] ?? TABLE[sign] ?? sign)
    .join("")
    .replace(/[i|j]/g, "l");
  // Taken apart first, so that "vw", "wv" and "vvv" come together the same way.
  return GROUPS.reduce((text, [group, like]) => text.replaceAll(like, group).replaceAll(group, like), plain);
}
