import { z } from "zod";

/** Of which names: `all`, or a slot. */
export const takeAlongForm = z.object({
  of: z.union([
    z.literal("all").transform(() => null),
    z
      .string()
      .regex(/^[1-5]$/)
      .transform(Number),
  ]),
});
