import { eq } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "#db/schema";
import type { Reader } from "#db/types";
import { seal, unseal } from "../platform/keys.server";
import { HOUR, plus } from "../platform/time";
import { drawCodename, NAME_WORDS, readWords, signInKey, WORDS } from "./codename.server";
import { drawRecoveryCode } from "./recovery-code.server";

/** How long the page that shows new words stays good: time to find a pen, not a day. */
const GOOD_FOR = HOUR;

/** Which of the words the page asks back, to see that they were saved: the third. */
export const ASKED = 3;

const shape = z.object({
  words: z.array(z.string()).length(WORDS),
  recovery: z.string(),
  expires: z.number(),
  more: z.record(z.string(), z.string()),
});

/** New words that were shown and aren't anybody's yet. `more`: what else the next step must not be told anew. */
export type Offer = z.infer<typeof shape>;

/** Draws new words whose sign-in name is free. */
export async function drawOffer(read: Reader, more: Record<string, string>, now: Date): Promise<Offer> {
  for (;;) {
    const words = drawCodename();
    const key = signInKey(words.slice(0, NAME_WORDS).join(" "));
    const [same] = await read.select({ id: accounts.id }).from(accounts).where(eq(accounts.signInKey, key));
    if (!same) return { words, recovery: drawRecoveryCode(), expires: plus(now, GOOD_FOR).getTime(), more };
  }
}

/**
 * The offer encrypted for the page to carry, so that the server keeps nothing of it and the page can't choose its own
 * words. `bound`: what it belongs to (an invitation, a recovery code); it opens with nothing else.
 */
export const sealOffer = (offer: Offer, bound: string) =>
  seal("save-page", JSON.stringify(offer), bound).toString("base64url");

/** The offer that came back, or null: altered, of another page, or too old. */
export function openOffer(sealed: string, bound: string, now: Date): Offer | null {
  try {
    const offer = shape.parse(JSON.parse(unseal("save-page", Buffer.from(sealed, "base64url"), bound)));
    return offer.expires > now.getTime() ? offer : null;
  } catch {
    return null;
  }
}

/** Whether the word that was asked back is right, whatever its capitals and spacing. */
export const isAskedWord = (offer: Offer, typed: string) => readWords(typed)?.join(" ") === offer.words[ASKED - 1];
