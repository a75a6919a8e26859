import { z } from "zod";

const line = (longest: number) => z.string().trim().min(1).max(longest);

/**
 * Somebody to turn to, outside this place. `country`: two letters, or "all". `police`: whether what is said there may
 * reach the police. `checked`: the month in which a steward last made sure that it is right, as `2026-11`; null while
 * nobody has.
 */
export const helpline = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  country: z.string().regex(/^(?:[A-Z]{2}|all)$/),
  name: line(80),
  reach: line(160),
  en: z.string().trim().max(300),
  es: z.string().trim().max(300),
  police: z.enum(["no", "danger", "may", "runs", "unknown"]),
  young: z.boolean(),
  checked: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .nullable(),
});

export type Helpline = z.infer<typeof helpline>;

/** The most lines a list holds: whoever looks for help in a hurry reads no more. */
export const MOST_HELPLINES = 40;
