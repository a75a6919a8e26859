const BEGINNINGS = ["Ba", "De", "Fa", "Ge", "Ha", "Ke", "Ma", "Ne", "Pa", "Re"];
const ENDINGS = ["bak", "des", "far", "gem", "han", "kep", "mat", "ner", "pad", "rek"];

/** The nth of a thousand names, none of which looks like another: for tests that need a crowd. */
export const nameNo = (n: number) =>
  `${BEGINNINGS[n % 10]}${ENDINGS[Math.floor(n / 10) % 10]}${ENDINGS[Math.floor(n / 100) % 10]}`;
