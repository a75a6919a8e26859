import { z } from "zod";
import { conducts } from "../../agreements/conducts";
import { REASONS_MOST } from "../forms";
import { LONGEST_BREAK } from "./rules";

const slot = z.number().int().min(1).max(5);

/** Which conduct a name would rather not decide: every box that is ticked. */
export const conductsForm = z.object({
  intent: z.literal("conducts"),
  slot,
  conducts: z.array(z.enum(conducts)).max(conducts.length).default([]),
});
export const breakForm = z.object({
  intent: z.literal("break"),
  slot,
  days: z.number().int().min(1).max(LONGEST_BREAK),
  note: z.string().trim().max(REASONS_MOST).default(""),
});
export const backForm = z.object({ intent: z.literal("back"), slot });
export const plainForm = z.object({ intent: z.literal("plain"), slot, plain: z.boolean().default(false) });
export const weekForm = z.object({ intent: z.enum(["take", "give-back"]), slot, week: z.number().int().min(0) });

export const shiftForms = { conducts: conductsForm, break: breakForm, back: backForm, plain: plainForm } as const;
export type ShiftIntent = keyof typeof shiftForms;
export const isShiftIntent = (text: unknown): text is ShiftIntent =>
  typeof text === "string" && Object.hasOwn(shiftForms, text);
