import { z } from "zod";
import { REASONS_MOST } from "../forms";

const words = z.string().trim().max(REASONS_MOST);

export const hideForm = z.object({ intent: z.literal("hide") });
export const answerForm = z.object({
  intent: z.literal("answer"),
  words: words.min(1),
  show: z.boolean().default(false),
});
export const bringForm = z.object({ intent: z.literal("bring"), words: words.default("") });
