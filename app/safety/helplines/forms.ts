import { z } from "zod";
import { helpline } from "../../agreements/helplines";

const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();

const line = (longest: number) =>
  z
    .string({ error: "missing" })
    .max(5000, "too-long")
    .transform(tidy)
    .pipe(z.string().min(1, "missing").max(longest, "too-long"));

const about = (longest: number) =>
  z
    .string()
    .transform(tidy)
    .refine((text) => text.length <= longest, "too-long")
    .default("");

const id = helpline.shape.id;

/** One line of the list: with an `id` it's changed, without it's added. `checked`: its steward has just made sure of it. */
export const helplineForm = z.object({
  deed: z.literal("save"),
  id: id.optional(),
  country: z
    .string({ error: "missing" })
    .max(20, "country")
    .transform((text) => text.trim())
    .transform((text) => (text.toLowerCase() === "all" ? "all" : text.toUpperCase()))
    .pipe(z.string().regex(/^(?:[A-Z]{2}|all)$/, "country")),
  name: line(80),
  reach: line(160),
  en: about(300),
  es: about(300),
  police: helpline.shape.police.default("unknown"),
  young: z.stringbool().default(false),
  checked: z.stringbool().default(false),
});

export const removeHelplineForm = z.object({ deed: z.literal("remove"), id });

export type HelplineInput = z.output<typeof helplineForm>;
