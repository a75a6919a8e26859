import { type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { isLanguage } from "../i18n/i18n";
import { Actions, Button, LinkButton } from "../ui/button";
import { Checkbox, RadioGroup, Select } from "../ui/choice-fields";
import { fieldWith } from "../ui/field";
import { FormErrors } from "../ui/form-errors";
import { Section } from "../ui/page-header";
import { TextArea, TextField } from "../ui/text-field";
import type { CasePage } from "./case-queries.server";
import type { Draft } from "./draft-decision.server";
import type { decideForm, ladderForm } from "./forms";
import { outcomesFor } from "./outcomes";
import { useSaidOfCase } from "./said";

type Last = SubmissionResult<string[]> | null | undefined;

/** The first step: what should happen, under which agreement, for how long. It only changes the address. */
export function ChooseOutcome({ found, lastResult }: { found: CasePage; lastResult: Last }) {
  const { t, i18n } = useTranslation("cases");
  const said = useSaidOfCase();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const { clauses } = found.agreements;
  const likely = clauses.find((clause) => clause.conducts.includes(found.conduct)) ?? clauses[0];
  const [form, fields] = useForm<z.input<typeof ladderForm>>({
    lastResult,
    defaultValue: { agreement: likely?.key, language },
  });
  return (
    <Section title={t("decide")} id="decide">
      <p>{t("stepOne")}</p>
      <FormErrors fields={[{ field: said(fields.days, "days"), label: t("days") }]} />
      <form method="get" action="#decide" id={form.id} className="stack">
        <RadioGroup
          field={fieldWith(fields.outcome, { required: true })}
          label={t("outcome")}
          options={outcomesFor(found).map((outcome) => ({
            value: outcome,
            label: t(`outcomes.${outcome}`),
            hint: t(`outcomeHints.${outcome}`),
          }))}
        />
        {!found.namesNobody && (
          <TextField
            field={said(fields.days, "days")}
            label={t("days")}
            hint={t("daysHint")}
            inputMode="numeric"
            short
          />
        )}
        <Select
          field={fields.agreement}
          label={t("clause")}
          options={clauses.map((clause) => ({ value: clause.key, label: clause[language].title }))}
        />
        <RadioGroup
          field={fields.language}
          label={t("language")}
          options={(["en", "es"] as const).map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        />
        <Actions>
          <Button consequence={t("nextEffect")}>{t("next")}</Button>
        </Actions>
      </form>
    </Section>
  );
}

/** The second step: the reasons, begun from a template, and the press that decides. */
export function WriteReasons({ found, draft, lastResult }: { found: CasePage; draft: Draft; lastResult: Last }) {
  const { t } = useTranslation("cases");
  const said = useSaidOfCase();
  const [form, fields] = useForm<z.input<typeof decideForm>>({
    lastResult,
    defaultValue: { toReporter: draft.toReporter, toRespondent: draft.toRespondent },
  });
  const clean = draft.outcome === "no-breach";
  const effect = draft.second ? "decideEffectSecond" : found.tellsNobody ? "decideEffectNobody" : "decideEffect";
  return (
    <Section title={t("decide")} id="decide">
      <p>
        <strong>{t(`outcomes.${draft.outcome}`)}</strong>
        {draft.days !== null && <> {t("forDays", { count: draft.days })}</>} · {draft.clauseTitle} ·{" "}
        <a href="?#decide">{t("change")}</a>
      </p>
      <FormErrors
        fields={[
          { field: said(fields.toReporter), label: t("toReporter") },
          { field: said(fields.toRespondent), label: t("toRespondent") },
        ]}
      />
      <form method="post" id={form.id} className="stack">
        <input type="hidden" name="leaseNumber" value={found.leaseNumber} />
        <input type="hidden" name="outcome" value={draft.outcome} />
        <input type="hidden" name="agreement" value={draft.agreement} />
        {draft.days !== null && <input type="hidden" name="days" value={draft.days} />}
        <TextArea field={said(fields.toReporter)} label={t("toReporter")} />
        {found.tellsNobody ? (
          <input type="hidden" name="tellsNobody" value="on" />
        ) : (
          <TextArea
            field={said(fields.toRespondent)}
            label={t("toRespondent")}
            hint={t("toRespondentHint")}
            optional={clean}
          />
        )}
        {found.subjectKind === "post" && !clean && (
          <Checkbox field={fields.removesPost} label={t("removesPost")} hint={t("removesPostHint")} />
        )}
        {clean && found.hid && (
          <Checkbox field={fields.hideMisused} label={t("hideMisused")} hint={t("hideMisusedHint")} />
        )}
        <Actions>
          <Button name="intent" value="decide" consequence={t(effect)}>
            {t("decideDo")}
          </Button>
          <LinkButton look="quiet" href="?#decide">
            {t("change")}
          </LinkButton>
        </Actions>
      </form>
    </Section>
  );
}
