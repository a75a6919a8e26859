import { z } from "zod";

/** For how many hours moderators can begin it in one go. */
export const lengths = [6, 24, 72] as const;

/** The longest reason, in characters. */
export const REASON_MOST = 500;

export const shieldForm = z.object({
  step: z.enum(["1", "2", "3"]).transform((step) => Number(step) as 1 | 2 | 3),
  hours: z.enum(["6", "24", "72"]).transform(Number),
  reason: z.string().trim().min(1).max(REASON_MOST),
});
