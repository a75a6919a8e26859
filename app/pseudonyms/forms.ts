import { z } from "zod";

const slot = z.coerce.number().int().min(1).max(5);

/** What can be done with one's own names. */
export const namesForm = z.discriminatedUnion("deed", [
  z.object({ deed: z.literal("add"), name: z.string().max(500).default("") }),
  z.object({ deed: z.literal("speak"), slot }),
  z.object({ deed: z.literal("retire"), slot, sure: z.literal("yes").optional() }),
]);

/** Burning one of one's own names, and taking that back. */
export const burnForm = z.object({ deed: z.enum(["burn", "undo"]), slot });
