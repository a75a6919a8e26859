import { z } from "zod";
import { firstHelplines } from "./first-helplines";
import { firstNotes } from "./first-notes";
import { helpline, MOST_HELPLINES } from "./helplines";

/** Everything a community can choose, with what holds until it does. */
export const settingShapes = {
  /** Shown as the site's name and in titles: says nothing of what the place is about. */
  name: z.string().trim().min(1).max(40).default("Understory"),
  joining: z.enum(["open", "invite", "closed"]).default("invite"),
  /** Where "Leave now" lands. */
  neutralSite: z.url({ protocol: /^https$/ }).default("https://www.wikipedia.org/"),
  minimumAge: z.number().int().min(13).max(25).default(16),
  contentNotes: z
    .array(z.string().trim().min(1).max(60))
    .max(40)
    .default([...firstNotes]),
  /** Whom to turn to outside this place; edited by stewards. */
  helplines: z.array(helpline).max(MOST_HELPLINES).default(firstHelplines),
  /** Whether this is a demo, and whether making it was finished. */
  demo: z.enum(["no", "begun", "done"]).default("no"),
  founded: z.boolean().default(false),
} as const;

export type SettingKey = keyof typeof settingShapes;
export type Settings = { [K in SettingKey]: z.infer<(typeof settingShapes)[K]> };
