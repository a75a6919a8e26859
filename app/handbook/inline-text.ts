/** A piece of a handbook text: plain words, words that stand on a button, or a link within the site. */
export type Piece = { kind: "words" | "strong"; text: string } | { kind: "link"; text: string; href: string };

const MARKED = /\*\*(?<strong>[^*]+)\*\*|\[(?<text>[^\]]+)\]\((?<href>\/[^)\s]*)\)/g;

/** Takes a handbook text apart, nothing of it lost; see `HandbookPage` for the two marks it knows. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKED)) {
    const { strong, text: label, href } = found.groups!;
    if (found.index > at) pieces.push({ kind: "words", text: text.slice(at, found.index) });
    pieces.push(strong ? { kind: "strong", text: strong } : { kind: "link", text: label!, href: href! });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ kind: "words", text: text.slice(at) });
  return pieces;
}
