import { z } from "zod";

/** Room for a name on a phone's line, and for a purpose of two sentences. */
export const LONGEST_NAME = 60;
export const LONGEST_PURPOSE = 300;

const line = (longest: number) =>
  z
    .string({ error: "missing" })
    .max(longest * 4, "too-long")
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, "missing").max(longest, "too-long"));

const checkbox = z.stringbool().default(false);
const about = {
  name: line(LONGEST_NAME),
  purpose: line(LONGEST_PURPOSE),
  language: z.enum(["en", "es", "both"]).default("both"),
};

export const openSpaceForm = z.object({ ...about, kind: z.enum(["open", "members", "circle"]) });
/** A space keeps its kind: who spoke in a circle did not speak to everybody. */
export const changeSpaceForm = z.object({
  ...about,
  position: z.coerce.number().int().min(0).max(999).default(0),
  indexable: checkbox,
});
export const inviteForm = z.object({ name: line(LONGEST_NAME) });

export type OpenSpaceInput = z.input<typeof openSpaceForm>;
export type ChangeSpaceInput = z.input<typeof changeSpaceForm>;

/** The name as it stands in an address: plain letters and digits, at most 40, never empty. */
export const slugOf = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "") || "space";
