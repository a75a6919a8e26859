import { z } from "zod";

/** The longest message to the others of a match, in characters. */
export const MESSAGE_MOST = 2_000;

const link = z.string().max(20);
const name = z.string().max(10_000);

/** Seeing a name in the form in which it's compared, naming it, or taking one back. */
export const namingForm = z.discriminatedUnion("deed", [
  z.object({ deed: z.literal("look"), name }),
  z.object({ deed: z.literal("name"), name }),
  z.object({ deed: z.literal("back"), naming: link }),
]);

/** What one of five can do in their match. */
export const matchForm = z.discriminatedUnion("deed", [
  z.object({
    deed: z.literal("write"),
    words: z
      .string()
      .transform((text) => text.replace(/\r\n?/g, "\n").trim())
      .pipe(z.string().min(1, "missing").max(MESSAGE_MOST, "too-long")),
  }),
  z.object({
    deed: z.literal("yes"),
    slot: z.coerce.number({ error: "slot" }).int("slot").min(1, "slot").max(5, "slot"),
  }),
  z.object({ deed: z.literal("no") }),
  z.object({ deed: z.literal("leave") }),
]);

const said = ["named", "back", "left", "written", "yes", "no"] as const;

/** What these pages can say that was just done. */
export const saidOf = (url: string) => {
  const word = new URL(url).searchParams.get("said");
  return said.find((one) => one === word) ?? null;
};
