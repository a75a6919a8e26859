import { z } from "zod";

/** What the member can ask for while it lasts; `kind` ends it. */
export const wishes = ["slow", "gather", "kind"] as const;
export type PileOnWish = (typeof wishes)[number];
export const choices = [...wishes, "mute-all"] as const;
export type PileOnChoice = (typeof choices)[number];

export const chooseForm = z.object({ choice: z.enum(choices) });
export const callForm = z.object({ slot: z.coerce.number().int().min(1).max(5) });
export const takeOutForm = z.object({
  intent: z.literal("take-out"),
  leaseNumber: z.number().int().min(0),
  part: z.string().max(20),
});
