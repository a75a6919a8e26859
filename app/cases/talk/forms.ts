import { z } from "zod";
import { TALK_MOST } from "./rules";

const words = z.string().trim().max(TALK_MOST);
const leaseNumber = z.number().int().min(0);

export const askForm = z.object({
  intent: z.literal("ask"),
  leaseNumber,
  alias: z.number().int().min(1),
  note: words.min(1),
});
export const statementForm = z.object({
  intent: z.literal("ask-respondent"),
  leaseNumber,
  risk: z.enum(["no", "could"]),
  why: words.default(""),
  note: words.min(1),
});
export const spareForm = z.object({ intent: z.literal("spare"), leaseNumber, note: words.min(1) });

/** What a side of a case writes to those who decide. */
export const answerForm = z.object({ intent: z.literal("answer"), words: words.min(1) });
