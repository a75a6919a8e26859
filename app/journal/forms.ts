import { z } from "zod";
import { isDay } from "../platform/time";

/** The longest text of one entry, in characters: ten pages. */
export const WORDS_MOST = 20_000;
/** A place, or a name with what belongs to it. */
export const LINE_MOST = 300;

/** How many entries one account may hold: opening the list opens all of them. */
export const MOST_ENTRIES = 500;
/** How many images one account may hold, of 2 MB each. */
export const MOST_IMAGES = 20;

const linesOf = (text: string) => text.replace(/\r\n?/g, "\n");
const line = z.string().trim().max(LINE_MOST, "too-long").default("");

/** One entry as it's typed. Nothing but some words is needed; who has forgotten the day leaves it out. */
export const entryForm = z.object({
  day: z
    .string()
    .trim()
    .refine((text) => text === "" || isDay(text), "no-day")
    .default(""),
  place: line,
  who: line,
  words: z
    .string({ error: "missing" })
    .transform(linesOf)
    .pipe(z.string().trim().min(1, "missing").max(WORDS_MOST, "too-long")),
  /** On a page that changes an entry: its image goes. */
  dropImage: z.stringbool().default(false),
});

export type EntryInput = z.output<typeof entryForm>;

/** Taking an entry out, putting it back, or erasing one that's out. */
export const removalForm = z.object({
  entry: z.string().max(20),
  deed: z.enum(["remove", "take-back", "erase"]),
});

/** Opening a journal with what opened it before, or erasing it. */
export const reopenForm = z.object({
  deed: z.enum(["reopen", "anew"]),
  before: z.string().max(500).default(""),
  secret: z.string().max(500).default(""),
  sure: z.string().max(10).optional(),
});
