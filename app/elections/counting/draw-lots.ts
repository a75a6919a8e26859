/**
 * Every candidate (1 to `candidates`) in an order that anybody can draw again: by the digest of their number. `digest` is a
 * hash, in hex, keyed by something that nobody could choose.
 */
export function drawLots(candidates: number, digest: (text: string) => string): number[] {
  const drawn = Array.from({ length: candidates }, (_, i) => ({ one: i + 1, lot: digest(String(i + 1)) }));
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ one }) => one);
}
