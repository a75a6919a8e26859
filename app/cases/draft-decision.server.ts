import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { Reader } from "#db/types";
import { type Agreements, clauseNamed } from "../agreements/agreements-queries.server";
import { isLanguage } from "../i18n/i18n";
import { ladderForm } from "./forms";
import { hasDays, needsSecond } from "./outcomes";
import { templateNow } from "./templates/template-queries.server";
import { fill } from "./templates/template-words";

/** A decision half made: what was chosen in the address, with the words to begin from. Nothing of it is stored. */
export async function draftDecision(read: Reader, asked: URLSearchParams, agreements: Agreements, language: string) {
  if (!asked.has("outcome")) return { draft: null, lastResult: null };
  const submission = parseWithZod(asked, { schema: ladderForm });
  const lastResult: SubmissionResult<string[]> = submission.reply();
  if (submission.status !== "success") return { draft: null, lastResult };
  const { outcome, agreement } = submission.value;
  const clause = clauseNamed(agreements, agreement);
  if (!clause) return { draft: null, lastResult };
  const days = hasDays(outcome) ? (submission.value.days ?? null) : null;
  const written = submission.value.language ?? (isLanguage(language) ? language : "en");
  const named = { clause: clause[written].title, days: days ?? 0 };
  const words = async (side: "reporter" | "respondent") =>
    fill((await templateNow(read, { outcome, side, language: written })).words, named);
  return {
    draft: {
      outcome,
      agreement,
      days,
      clauseTitle: clause[isLanguage(language) ? language : "en"].title,
      second: needsSecond(outcome, days),
      toReporter: await words("reporter"),
      toRespondent: await words("respondent"),
    },
    lastResult,
  };
}

export type Draft = NonNullable<Awaited<ReturnType<typeof draftDecision>>["draft"]>;
