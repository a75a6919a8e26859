/** The longest post, in UTF-16 units: some 3,500 words. */
export const LONGEST_TEXT = 20_000;

// Directions that override the page's, so that an address reads backwards; marks that nobody sees, which hide words
// from a search or tell two copies of a text apart. Joiners and variation selectors have uses: they come below.
const UNSEEN = /(?![\u200c\u200d]|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]/gu;
// Joiners shape letters in Persian, Hindi and the like, and hold emoji together; anywhere else they only hide.
const STRAY_JOINERS = /(?<!\p{L}|\p{M}|\p{Emoji})(?:\u200c|\u200d)+|(?:\u200c|\u200d)+(?!\p{L}|\p{M}|\p{Emoji})/gu;
// Line ends and tabs stay; halves of characters go.
const CONTROLS = /(?![\n\t])\p{Cc}|\p{Cs}/gu;
const VARIATION_PILES = /([\ufe00-\ufe0f])[\ufe00-\ufe0f]+/gu;
// Written languages pile up to four marks on a letter; more only climbs over the lines around it.
const MARK_PILES = /(\p{M}{4})\p{M}+/gu;

/**
 * What somebody wrote, without what only deceives the eye: direction overrides, unseen characters, piles of marks.
 * Line ends become `\n`, characters their composed form. Tidying twice changes nothing more.
 */
export function tidyText(written: string): string {
  let text = written;
  // Taking one thing away can bring two others together: until nothing changes, and a text only gets shorter.
  for (let i = 0; i < 8; i++) {
    const before = text;
    text = once(text);
    if (text === before) break;
  }
  return text;
}

const once = (text: string) =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(CONTROLS, "")
    .replace(UNSEEN, "")
    .replace(STRAY_JOINERS, "")
    .replace(VARIATION_PILES, "$1")
    .normalize("NFC")
    .replace(MARK_PILES, "$1")
    .replace(/[ \t]+$/gm, (space) => (space.startsWith("  ") ? "  " : ""))
    .replace(/\n{4,}/g, "\n\n\n")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "");

/** The same for one line: a title, a content note. */
export const tidyLine = (written: string): string => tidyText(written.replace(/\s+/g, " ")).trim();
