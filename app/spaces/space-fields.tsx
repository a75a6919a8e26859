import { useTranslation } from "react-i18next";
import { RadioGroup } from "../ui/choice-fields";
import { type Field, fieldWith } from "../ui/field";
import { TextArea, TextField } from "../ui/text-field";

/** Turns a schema's `missing` and `too-long` into sentences. */
export function useSaidOfSpaces() {
  const { t } = useTranslation("spaces");
  return (field: Field): Field =>
    fieldWith(field, {
      errors: field.errors?.map((error) =>
        error === "missing" || error === "too-long" ? t(`errors.${error}`) : t("errors.other"),
      ),
    });
}

/** What every space has: a name, a purpose, a language. */
export function SpaceFields({ fields }: { fields: { name: Field; purpose: Field; language: Field } }) {
  const { t } = useTranslation("spaces");
  const said = useSaidOfSpaces();
  return (
    <>
      <TextField field={said(fields.name)} label={t("fields.name")} hint={t("fields.nameHint")} />
      <TextArea field={said(fields.purpose)} label={t("fields.purpose")} rows={3} />
      <RadioGroup
        field={said(fields.language)}
        label={t("fields.language")}
        options={(["both", "en", "es"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
    </>
  );
}
