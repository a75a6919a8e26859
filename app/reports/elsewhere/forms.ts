import { z } from "zod";
import { conducts } from "../../agreements/conducts";
import { isDay } from "../../platform/time";
import { WORDS_MOST, wishes } from "../forms";
import { PLACE_MOST } from "../outside/forms";

/** The longest name or address of a name, in characters. */
export const WHO_MOST = 300;

/** What can be wished for of what happened elsewhere: nothing can be taken away there. */
export const wishesElsewhere = wishes.filter((wish) => wish !== "remove");

/** A report of something that happened off this site. `once`: a random text from the page, so that pressing twice files once. */
export const elsewhereForm = z.object({
  once: z.string().regex(/^[\w-]{22}$/),
  conduct: z.enum(conducts, "choose"),
  words: z.string({ error: "missing" }).trim().min(1, "missing").max(WORDS_MOST, "long"),
  place: z.string().trim().max(PLACE_MOST, "long").default(""),
  day: z
    .string()
    .trim()
    .refine((text) => text === "" || isDay(text), "no-day")
    .default(""),
  who: z.string().trim().max(WHO_MOST, "long").default(""),
  aboutMe: z.boolean().default(false),
  wish: z.enum(wishesElsewhere).default("unsure"),
});

export type ElsewhereInput = z.output<typeof elsewhereForm>;
