import { z } from "zod";

/** The longest message among those on duty, in characters. */
export const ROOM_MOST = 1_000;

export const sayForm = z.object({
  intent: z.literal("say"),
  slot: z.number().int().min(1).max(5),
  words: z.string().trim().min(1).max(ROOM_MOST),
});
export const takeBackForm = z.object({ intent: z.literal("take-back"), message: z.string().min(1).max(40) });
