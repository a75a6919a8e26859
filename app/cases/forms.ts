import { z } from "zod";
import { hasDays, MOST_DAYS, outcomes } from "./outcomes";
import { takeOutForm } from "./pile-ons/forms";
import { askForm, spareForm, statementForm } from "./talk/forms";

/** The longest reasons or note, in characters. */
export const REASONS_MOST = 6_000;

const note = z.string().trim().max(REASONS_MOST);
const leaseNumber = z.number().int().min(0);

export const claimForm = z.object({ intent: z.literal("claim") });
export const noteForm = z.object({ intent: z.literal("note"), leaseNumber, note: note.min(1) });
export const releaseForm = z.object({ intent: z.literal("release"), leaseNumber, note: note.default("") });
export const handOverForm = z.object({
  intent: z.literal("hand-over"),
  leaseNumber,
  to: z.string().max(20),
  note: note.min(1),
});
export const tieForm = z.object({ intent: z.literal("tie") });

/** The first step of deciding: what, under which agreement, for how long, and in which language the reasons are. */
export const ladderForm = z
  .object({
    outcome: z.enum(outcomes),
    agreement: z.string().max(60),
    days: z.number().int().min(1).max(MOST_DAYS).optional(),
    language: z.enum(["en", "es"]).optional(),
  })
  .refine(({ outcome, days }) => !hasDays(outcome) || days !== undefined, { path: ["days"] });

export const decideForm = z
  .object({
    intent: z.literal("decide"),
    leaseNumber,
    outcome: z.enum(outcomes),
    agreement: z.string().min(1).max(60),
    days: z.number().int().min(1).max(MOST_DAYS).optional(),
    removesPost: z.boolean().default(false),
    hideMisused: z.boolean().default(false),
    toReporter: note.min(1),
    toRespondent: note.default(""),
    /** There is nobody but those who reported to whom anything could be said. */
    tellsNobody: z.boolean().default(false),
  })
  .refine(({ outcome, days }) => !hasDays(outcome) || days !== undefined, { path: ["days"] })
  .refine(({ outcome, toRespondent, tellsNobody }) => outcome === "no-breach" || tellsNobody || toRespondent !== "", {
    path: ["toRespondent"],
  });

export type DecideInput = z.infer<typeof decideForm>;

export const secondForm = z.object({
  intent: z.enum(["confirm", "withdraw"]),
  decisionId: z.string().max(20),
  note: note.default(""),
});

export const atOnceForm = z.object({ intent: z.enum(["mute-now", "hide-now"]), leaseNumber, note: note.min(1) });
export const agreeForm = z.object({ intent: z.literal("agree"), emergencyId: z.string().max(20) });
export const liftForm = z.object({ intent: z.literal("lift"), note: note.min(1) });
export const secondLiftForm = z.object({ intent: z.enum(["agree-lift", "refuse-lift"]), liftId: z.string().max(20) });

export const caseForms = {
  claim: claimForm,
  note: noteForm,
  release: releaseForm,
  "hand-over": handOverForm,
  tie: tieForm,
  decide: decideForm,
  "take-out": takeOutForm,
  confirm: secondForm,
  withdraw: secondForm,
  ask: askForm,
  "ask-respondent": statementForm,
  spare: spareForm,
  "mute-now": atOnceForm,
  "hide-now": atOnceForm,
  agree: agreeForm,
  lift: liftForm,
  "agree-lift": secondLiftForm,
  "refuse-lift": secondLiftForm,
} as const;

export type CaseIntent = keyof typeof caseForms;

export const isCaseIntent = (text: unknown): text is CaseIntent =>
  typeof text === "string" && Object.hasOwn(caseForms, text);
