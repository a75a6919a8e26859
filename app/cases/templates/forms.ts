import { z } from "zod";
import { languages } from "../../i18n/i18n";
import { REASONS_MOST } from "../forms";
import { outcomes } from "../outcomes";
import { unknownMarks } from "./template-words";

export const sides = ["reporter", "respondent"] as const;

/** Which template: for what, to whom, in which language. */
export const templateKey = z.object({
  outcome: z.enum(outcomes),
  side: z.enum(sides),
  language: z.enum(languages),
});

export type TemplateKey = z.infer<typeof templateKey>;

export const templateForm = templateKey.extend({
  /** The version that the writer read; 0 for the words that came with the product. */
  version: z.number().int().min(0),
  words: z
    .string()
    .trim()
    .min(1)
    .max(REASONS_MOST)
    .refine((words) => unknownMarks(words).length === 0, { error: "marks" }),
});
