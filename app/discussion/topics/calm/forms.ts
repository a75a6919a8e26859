import { z } from "zod";
import { circlesOfWriters, lengths, paces } from "./rules";

/** The longest reason, in characters: three lines above a topic. */
export const REASON_MOST = 300;

const oneOf = <T extends readonly number[]>(numbers: T) =>
  z.coerce.number().refine((n): n is T[number] => (numbers as readonly number[]).includes(n));

export const calmForm = z
  .object({
    minutes: oneOf(paces),
    writers: z.enum(circlesOfWriters),
    hours: oneOf(lengths),
    why: z.string().trim().min(1).max(REASON_MOST),
  })
  .refine(({ minutes, writers }) => minutes > 0 || writers !== "everybody", { path: ["minutes"], error: "nothing" });

export type CalmInput = z.output<typeof calmForm>;
