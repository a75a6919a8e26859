import { z } from "zod";
import { firstHelplines } from "./first-helplines";
import { firstNotes } from "./first-notes";
import { helpline, MOST_HELPLINES } from "./helplines";

/** The icons to choose from, each a file in `public/icons/`: things of every day that say nothing of the place. */
export const icons = ["page", "leaf", "book", "cloud", "cup", "mountain"] as const;

/** A public key of age: X25519, in Bech32. Whether it is one at all is asked of age itself. */
export const AGE_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

/** Everything a community can choose, with what holds until it does. */
export const settingShapes = {
  /** Shown as the site's name: says nothing of what the place is about. */
  name: z.string().trim().min(1).max(40).default("Understory"),
  /** What tabs, the browser's history and bookmarks show for every page; empty for the site's name. */
  tabTitle: z.string().trim().max(40).default(""),
  /** Shown beside that title. */
  icon: z.enum(icons).default("page"),
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
  /** The public half of the stewards' age key, whose other half never comes here; empty until they made one. */
  offlineKey: z.union([z.literal(""), z.string().regex(AGE_RECIPIENT)]).default(""),
  /** Whether this is a demo, and whether making it was finished. */
  demo: z.enum(["no", "begun", "done"]).default("no"),
  founded: z.boolean().default(false),
} as const;

export type SettingKey = keyof typeof settingShapes;
export type Settings = { [K in SettingKey]: z.infer<(typeof settingShapes)[K]> };

/** What a page shows of itself outside its window: the same for every page, whoever reads it and whatever went wrong. */
export type Outside = { title: string; icon: string };

/** What the settings say of that. Nothing is known of them before the database answered for the first time. */
export function outsideOf(settings: Pick<Settings, "name" | "tabTitle" | "icon"> | undefined): Outside {
  const { name, tabTitle, icon } = settings ?? outsideUntilKnown;
  return { title: tabTitle || name, icon: `/icons/${icon}.svg` };
}

const outsideUntilKnown = {
  name: settingShapes.name.parse(undefined),
  tabTitle: settingShapes.tabTitle.parse(undefined),
  icon: settingShapes.icon.parse(undefined),
};
