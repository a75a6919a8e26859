import { z } from "zod";
import { imageTypes } from "../safety/images/image-kinds";

const kinds = Object.keys(imageTypes) as [keyof typeof imageTypes];

/** What an entry says. `day`: `2026-05-04`, or empty. */
export const entryShape = z.object({
  day: z.string(),
  place: z.string(),
  who: z.string(),
  words: z.string(),
  image: z.object({ kind: z.enum(kinds), width: z.number(), height: z.number() }).nullable(),
});
export type Entry = z.infer<typeof entryShape>;

/** An entry as its owner's pages show it. */
export type ShownEntry = Entry & { link: string; kept: Date; removed: Date | null };

/** The latest day first; those without one after them, the last kept first. */
export const byDay = (a: Pick<ShownEntry, "day" | "kept" | "link">, b: Pick<ShownEntry, "day" | "kept" | "link">) =>
  b.day.localeCompare(a.day) || b.kept.getTime() - a.kept.getTime() || a.link.localeCompare(b.link);
