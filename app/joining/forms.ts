import { z } from "zod";

/** Longer than any name that can be used: what is too long is told so beside its field. */
const LONGEST_TYPED = 500;

/** Choosing a name: one of those proposed, or own words. */
export const chooseForm = z.object({
  step: z.enum(["another", "choose"]),
  proposed: z.string().max(LONGEST_TYPED).default(""),
  own: z.string().max(LONGEST_TYPED).default(""),
  communityName: z.string().max(LONGEST_TYPED).optional(),
  sealed: z.string().max(4000).optional(),
});

/** What somebody chose: own words go before a proposal that was left marked. */
export const chosenName = ({ own, proposed }: { own: string; proposed: string }) => own.trim() || proposed.trim();

export const invitationForm = z.object({ label: z.string().trim().max(60).optional() });
