import type { Offer } from "./offered-words.server";
import { inGroups } from "./recovery-code.server";
import type { ShownWords } from "./save-words";

/** An offer as its page shows it. */
export const shownWords = (offer: Offer, sealed: string, wrong = false): ShownWords => ({
  words: offer.words,
  recovery: inGroups(offer.recovery),
  sealed,
  name: offer.more.name,
  shut: offer.more.shut !== undefined,
  wrong,
});
