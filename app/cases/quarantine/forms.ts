import { z } from "zod";
import { type Conduct, conducts } from "../../agreements/conducts";

/** The longest that may be brought back opened, in characters: what fits into one form. */
const OPENED_MOST = 200_000;

const corrected = conducts.filter((one): one is Exclude<Conduct, "child-material"> => one !== "child-material");

/** What `npm run open-package` printed: the copies of a package, opened. Nothing where there were none to open. */
const openedCopies = z
  .string()
  .max(OPENED_MOST)
  .default("")
  .transform((text, wrong) => {
    if (!text.trim()) return [];
    const found = z.object({ copies: z.array(z.object({ opened: z.string() })).max(200) }).safeParse(readJson(text));
    if (found.success) return found.data.copies.map((copy) => copy.opened);
    wrong.addIssue({ code: "custom", message: "other" });
    return z.NEVER;
  });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const liftForm = z.object({ conduct: z.enum(corrected), opened: openedCopies });

export type LiftInput = z.infer<typeof liftForm>;

/** What a case may be corrected to. */
export const correctedConducts: readonly Conduct[] = corrected;
