import { z } from "zod";
import { DAY } from "../../platform/time";

/** How long a hold that waits for a second steward keeps things from being erased. */
export const WAITS = 7 * DAY;

/** The longest reason and reference, in characters. */
export const REASON_MOST = 2_000;
export const REFERENCE_MOST = 200;

export const placeForm = z.object({
  /** A case's address, or its number, which is the address's end. */
  case: z.string().trim().min(1).max(300),
  reason: z.string().trim().min(1).max(REASON_MOST),
  reference: z.string().trim().max(REFERENCE_MOST).default(""),
});

export const holdForm = z.object({ hold: z.string().min(1).max(40), deed: z.enum(["confirm", "lift"]) });

/** The number in a case's address, as a link writes it. */
export const caseNumberIn = (typed: string) => typed.split(/[?#]/)[0]!.split("/").filter(Boolean).at(-1) ?? "";
