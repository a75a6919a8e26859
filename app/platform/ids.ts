const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 11;

/** A random whole number below 2^53: fits both engines' integers and JavaScript's, and tells nothing about order. */
export function newId(): number {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high! & 0x1fffff) * 0x1_0000_0000 + low!;
}

/** An id as it stands in links: 11 lower-case Crockford base32 digits. */
export function toLink(id: number): string {
  let rest = id;
  let text = "";
  for (let i = 0; i < LENGTH; i++) {
    text = DIGITS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** The id that `toLink` wrote, or null for anything else (so that each thing has one address). */
export function fromLink(text: string | undefined | null): number | null {
  if (!text || text.length !== LENGTH) return null;
  let id = 0;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) return null;
    id = id * 32 + value;
  }
  return Number.isSafeInteger(id) ? id : null;
}
