import { useTranslation } from "react-i18next";
import { languages } from "../../i18n/i18n";
import { RadioGroup, Select } from "../../ui/choice-fields";
import { type Field, fieldWith } from "../../ui/field";
import { TextArea, TextField } from "../../ui/text-field";
import { answers, requestKinds, tellings } from "./forms";

export type EntryFieldName = "kind" | "country" | "day" | "words" | "answer" | "handed" | "told" | "language";

type Fields = Record<EntryFieldName, Field>;

const ERRORS = ["missing", "too-long", "day", "ahead", "country"] as const;

/** Fields with their errors in words. */
export function useSaid() {
  const { t } = useTranslation("transparency");
  return (field: Field): Field =>
    fieldWith(field, {
      errors: field.errors?.map((error) => t(`errors.${ERRORS.find((one) => one === error) ?? "other"}`)),
    });
}

/** What a steward says of a request. */
export function RequestFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation("transparency");
  const said = useSaid();
  return (
    <>
      <RadioGroup
        field={said(fields.kind)}
        label={t("fields.kind")}
        options={requestKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField
        field={said(fields.country)}
        label={t("fields.country")}
        hint={t("fields.countryHint")}
        short
        optional
        autoCapitalize="characters"
      />
      <TextField field={said(fields.day)} label={t("fields.day")} hint={t("fields.dayHint")} type="date" short />
      <TextArea field={said(fields.words)} label={t("fields.words")} hint={t("fields.never")} />
      <RadioGroup
        field={said(fields.answer)}
        label={t("fields.answer")}
        options={answers.map((value) => ({ value, label: t(`answers.${value}`) }))}
      />
      <TextArea
        field={said(fields.handed)}
        label={t("fields.handed")}
        hint={t("fields.handedHint")}
        rows={3}
        optional
      />
      <RadioGroup
        field={said(fields.told)}
        label={t("fields.told")}
        options={tellings.map((value) => ({ value, label: t(`tellings.${value}`) }))}
      />
      <LanguageField field={fields.language} />
    </>
  );
}

/** A line that says that nothing was asked. */
export function NothingFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation("transparency");
  const said = useSaid();
  return (
    <>
      <TextField field={said(fields.day)} label={t("fields.upTo")} hint={t("fields.upToHint")} type="date" short />
      <TextArea field={said(fields.words)} label={t("fields.more")} hint={t("fields.never")} rows={3} optional />
      <LanguageField field={fields.language} />
    </>
  );
}

/** What is added to an entry. `answerable`: it was a request, whose answer may have changed. */
export function CorrectionFields({ fields, answerable }: { fields: Fields; answerable: boolean }) {
  const { t } = useTranslation("transparency");
  const said = useSaid();
  return (
    <>
      <TextArea field={said(fields.words)} label={t("fields.correction")} hint={t("fields.never")} />
      {answerable && (
        <Select
          field={said(fields.answer)}
          label={t("fields.answerNow")}
          placeholder={t("fields.same")}
          options={answers.map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
      )}
      <LanguageField field={fields.language} />
    </>
  );
}

function LanguageField({ field }: { field: Field }) {
  const { t } = useTranslation("transparency");
  const said = useSaid();
  return (
    <RadioGroup
      field={said(field)}
      label={t("fields.language")}
      options={languages.map((value) => ({ value, label: <span lang={value}>{t(`languages.${value}`)}</span> }))}
    />
  );
}
