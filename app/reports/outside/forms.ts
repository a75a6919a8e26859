import { z } from "zod";
import { WORDS_MOST } from "../forms";
import { outsideConducts, takedowns } from "./rules";

/** The longest "where", in characters: a few addresses, or a paragraph. */
export const PLACE_MOST = 1_000;

const told = {
  place: z.string().trim().min(1).max(PLACE_MOST),
  words: z.string().trim().max(WORDS_MOST).default(""),
};

/** The form of somebody who isn't a member. The way in, for which they worked or waited, is in its address. */
export const outsideForm = z.object({
  conduct: z.enum(outsideConducts as [(typeof outsideConducts)[number]]),
  ...told,
});

/** The form for taking something down. `once`: a random text from the page, so that pressing twice files once. */
export const takedownForm = z.object({
  conduct: z.enum(takedowns),
  once: z.string().regex(/^[\w-]{22}$/),
  ...told,
});

/** Longer than any code, as it may be typed with spaces and dashes. */
export const receiptForm = z.object({ code: z.string().max(200) });
