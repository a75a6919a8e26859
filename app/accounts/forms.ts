import { z } from "zod";

/** Far longer than any codename or passphrase: what's beyond is refused before it's looked at. */
const LONGEST_TYPED = 500;
const typed = () => z.string().max(LONGEST_TYPED);

export const signInForm = z.object({
  name: typed().default(""),
  secret: typed().default(""),
  device: z.enum(["shared", "own"]).default("shared"),
  label: z.string().trim().max(40).optional(),
  back: z.string().max(2000).optional(),
});

export const recoverForm = z.object({ code: typed().default("") });

/** The page that shows new words once, coming back. */
export const savedForm = z.object({
  sealed: z.string().min(1).max(4000),
  word: z.string().max(200).default(""),
  device: z.enum(["shared", "own"]).default("shared"),
});

export const newPassphraseForm = z.object({ passphrase: typed().default(""), passphraseAgain: typed().default("") });

/** The page that shows a new recovery code once, coming back. */
export const savedCodeForm = z.object({
  sealed: z.string().max(2000).default(""),
  digits: z.string().max(200).default(""),
});

export const endSessionsForm = z.object({
  which: z.enum(["others", "all"]).or(z.string().regex(/^[0-9a-f]{64}$/)),
});

export const confirmForm = z.object({ secret: typed().default(""), back: z.string().max(2000).optional() });

export const labelSessionForm = z.object({
  which: z.string().regex(/^[0-9a-f]{64}$/),
  label: z.string().trim().max(40).default(""),
});

/** A path on this site to go to after a form, whatever was sent. */
export const ownPath = (back: string | null | undefined, otherwise = "/"): string =>
  back && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(back) ? back : otherwise;

/** A name that is typed by whoever knows it, and what it is to do. */
export const officeForm = z.object({
  name: z.string().max(LONGEST_TYPED).default(""),
  office: z.enum(["moderator", "organizer", "steward"]),
});

export const settingsForm = z.object({
  name: z.string().max(LONGEST_TYPED).default(""),
  tabTitle: z.string().max(LONGEST_TYPED).default(""),
  icon: z.string().max(LONGEST_TYPED).default(""),
  neutralSite: z.string().max(2000).default(""),
  joining: z.enum(["open", "invite", "closed"]),
});
