import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type Agreements, clauseNamed } from "../agreements/agreements-queries.server";
import { isLanguage } from "../i18n/i18n";
import { fixedWords } from "../i18n/words.server";
import { ladderForm } from "./forms";
import { hasDays, needsSecond } from "./outcomes";

/** A decision half made: what was chosen in the address, with the words to begin from. Nothing of it is stored. */
export function draftDecision(asked: URLSearchParams, agreements: Agreements, language: string) {
  if (!asked.has("outcome")) return { draft: null, lastResult: null };
  const submission = parseWithZod(asked, { schema: ladderForm });
  const lastResult: SubmissionResult<string[]> = submission.reply();
  if (submission.status !== "success") return { draft: null, lastResult };
  const { outcome, agreement } = submission.value;
  const clause = clauseNamed(agreements, agreement);
  if (!clause) return { draft: null, lastResult };
  const days = hasDays(outcome) ? (submission.value.days ?? null) : null;
  const written = submission.value.language ?? (isLanguage(language) ? language : "en");
  const t = fixedWords(written, "cases");
  const words = { clause: clause[written].title, days: days ?? 0 };
  return {
    draft: {
      outcome,
      agreement,
      days,
      clauseTitle: clause[isLanguage(language) ? language : "en"].title,
      second: needsSecond(outcome, days),
      toReporter: t(`templates.toReporter.${outcome}`, words),
      toRespondent: t(`templates.toRespondent.${outcome}`, words),
    },
    lastResult,
  };
}

export type Draft = NonNullable<ReturnType<typeof draftDecision>["draft"]>;
