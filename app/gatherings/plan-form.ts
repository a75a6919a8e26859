import { z } from "zod";
import { MINUTE } from "../platform/time";
import { linked } from "./forms";

const needed = "required";
const text = (most: number) => z.string({ error: needed }).trim().min(1, needed).max(most, "tooLong");
const whole = (least: number, most: number) =>
  z.coerce.number({ error: "wrongNumber" }).int("wrongNumber").min(least, "wrongNumber").max(most, "wrongNumber");

/** Offsets from UTC in hours that a time may be given in. */
export const ZONES = Array.from({ length: 27 }, (_, i) => i - 12);

/** Minutes that a turn on the floor may last. */
export const TURNS = [1, 2, 3, 5, 10];

/** The form that plans a gathering. Errors are keys of the words in `form`. */
export const planForm = z.object({
  space: linked,
  as: whole(1, 5),
  sureSlot: whole(1, 5).optional(),
  title: text(120),
  purpose: text(1000),
  groundRules: text(3000),
  day: z.string({ error: needed }).regex(/^\d{4}-\d{2}-\d{2}$/, needed),
  time: z.string({ error: needed }).regex(/^\d{2}:\d{2}$/, needed),
  zone: whole(-12, 14).default(0),
  length: whole(10, 480),
  turn: whole(1, 30),
  sideChannel: z.literal("on").optional(),
  keep: z.literal("on").optional(),
  coHosts: z.string().trim().max(400, "tooLong").optional(),
});

/** Its fields as a browser sends them. */
export type PlanFields = Record<keyof z.input<typeof planForm>, string>;

/** When a plan begins: its day and time, read in its zone. Null when there's no such time. */
export function startOf({ day, time, zone }: { day: string; time: string; zone: number }): Date | null {
  const at = new Date(`${day}T${time}:00Z`).getTime();
  return Number.isNaN(at) ? null : new Date(at - zone * 60 * MINUTE);
}
