import { z } from "zod";

/** Longer than any name that can be used: what is too long is told so beside its field. */
const LONGEST_TYPED = 500;

/** How somebody stands to the age in the agreements. Nothing finer is ever asked. */
const ages = ["older", "younger"] as const;
export type Age = (typeof ages)[number];
export const isAge = (text: unknown): text is Age => ages.includes(text as Age);

/** Choosing a name: one of those proposed, or own words. What is no age is none. */
export const chooseForm = z.object({
  step: z.enum(["another", "choose"]),
  proposed: z.string().max(LONGEST_TYPED).default(""),
  own: z.string().max(LONGEST_TYPED).default(""),
  age: z.enum(ages).optional().catch(undefined),
  communityName: z.string().max(LONGEST_TYPED).optional(),
  sealed: z.string().max(4000).optional(),
});

/** What somebody chose: own words go before a proposal that was left marked. */
export const chosenName = ({ own, proposed }: { own: string; proposed: string }) => own.trim() || proposed.trim();

export const invitationForm = z.object({ label: z.string().trim().max(60).optional() });
