import { z } from "zod";
import { languages } from "../../i18n/i18n";

/** Who asks for what is stored here. */
export const requestKinds = ["court", "police", "takedown", "hosting", "other"] as const;
export const answers = ["nothing-handed-over", "fought", "pending", "partly", "handed-over"] as const;
export const tellings = ["told", "not-yet", "forbidden", "nobody-to-tell"] as const;

/** As long as a text of an entry may be. */
export const MOST_WORDS = 2000;

/** What people wrote, without a browser's line ends, control characters or ragged edges. */
const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const words = z.string({ error: "missing" }).transform(tidy).pipe(z.string().max(MOST_WORDS, "too-long"));
const someWords = words.pipe(z.string().min(1, "missing"));

const day = z
  .string({ error: "missing" })
  .pipe(z.iso.date({ error: "day" }))
  .refine((text) => text >= "2000-01-01", "day")
  .transform((text) => new Date(`${text}T00:00:00Z`));

const country = z
  .string()
  .max(20, "country")
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{2}$/, "country"))
  .optional();

const language = z.enum(languages, { error: "missing" });

/** Somebody asked for something. What was handed over can't stay unsaid. */
const request = z
  .object({
    what: z.literal("request"),
    kind: z.enum(requestKinds, { error: "missing" }),
    country,
    day,
    words: someWords,
    answer: z.enum(answers, { error: "missing" }),
    handed: words.default(""),
    told: z.enum(tellings, { error: "missing" }),
    language,
  })
  .refine(({ answer, handed }) => handed !== "" || (answer !== "partly" && answer !== "handed-over"), {
    path: ["handed"],
    message: "missing",
  });

/** Up to this day nobody asked for anything that isn't listed. */
const nothing = z.object({ what: z.literal("nothing"), day, words: words.default(""), language });

/** Something is added to an entry, named by its number. */
const correction = z.object({
  what: z.literal("correction"),
  entry: z
    .string({ error: "missing" })
    .regex(/^[1-9]\d{0,5}$/, "missing")
    .transform(Number),
  answer: z.enum(answers).optional(),
  words: someWords,
  language,
});

/** Everything that a steward can write on the transparency page. */
export const entryForm = z.discriminatedUnion("what", [request, nothing, correction]);

export type EntryInput = z.output<typeof request> | z.output<typeof nothing>;
export type CorrectionInput = z.output<typeof correction>;
