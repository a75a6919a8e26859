import { z } from "zod";

/** What somebody has written that could stay when they leave. */
export const leftKinds = ["answers", "topics", "gatherings"] as const;
export type LeftKind = (typeof leftKinds)[number];

const fate = z.enum(["erase", "keep"]).default("erase");

/** What is to become of each kind. Whatever isn't said is erased. `sure`: "I know that nobody can bring it back". */
export const leaveForm = z.object({
  answers: fate,
  topics: fate,
  gatherings: fate,
  sure: z.literal("on", { error: "missing" }),
});

export type LeaveChoices = Pick<z.output<typeof leaveForm>, LeftKind>;
