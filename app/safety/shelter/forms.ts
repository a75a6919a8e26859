import { z } from "zod";

/** For how many hours shelter is begun, or extended from now. */
export const lengths = ["24", "72", "168"] as const;
export type Length = (typeof lengths)[number];

const slot = z.coerce.number().int().min(1).max(5);

/** What stands on the page of one's own shelters. */
export const shelterForm = z.discriminatedUnion("deed", [
  z.object({ deed: z.literal("begin"), slot, hours: z.enum(lengths) }),
  z.object({ deed: z.literal("end"), slot }),
  z.object({ deed: z.literal("ask"), slot, reader: z.string().trim().min(1).max(80) }),
  z.object({ deed: z.literal("dismiss"), slot }),
]);

/** What to do with everything that was held: show it as if it came now, or hide it for good. */
export const heldForm = z.object({ deed: z.enum(["open", "bin"]), slot });

/** A reader's answer, or what they do with one thing that was held. */
export const readerForm = z.discriminatedUnion("deed", [
  z.object({ deed: z.enum(["accept", "decline"]) }),
  z.object({ deed: z.enum(["pass", "aside", "to-report"]), held: z.string().max(20) }),
]);
