import { useTranslation } from "react-i18next";
import { Checkbox, RadioGroup } from "../../ui/choice-fields";
import { type Field, fieldWith } from "../../ui/field";
import { TextArea, TextField } from "../../ui/text-field";

type Name = "country" | "name" | "reach" | "en" | "es" | "police" | "young" | "checked";
const ERRORS = ["missing", "too-long", "country"] as const;
export const policeAnswers = ["unknown", "no", "danger", "may", "runs"] as const;

/** Turns a schema's errors into sentences. */
export function useSaidOfHelplines() {
  const { t } = useTranslation("safety");
  return (field: Field): Field =>
    fieldWith(field, {
      errors: field.errors?.map((error) => {
        const known = ERRORS.find((one) => one === error);
        return t(`helplines.errors.${known ?? "other"}`);
      }),
    });
}

/** One line of the list, to be filled in by a steward. */
export function HelplineFields({ fields }: { fields: Record<Name, Field> }) {
  const { t } = useTranslation("safety");
  const said = useSaidOfHelplines();
  return (
    <>
      <TextField field={said(fields.name)} label={t("helplines.fields.name")} />
      <TextField
        field={said(fields.reach)}
        label={t("helplines.fields.reach")}
        hint={t("helplines.fields.reachHint")}
      />
      <TextField
        field={said(fields.country)}
        label={t("helplines.fields.country")}
        hint={t("helplines.fields.countryHint")}
        short
        autoCapitalize="characters"
      />
      <TextArea field={said(fields.en)} label={t("helplines.fields.en")} optional rows={2} />
      <TextArea field={said(fields.es)} label={t("helplines.fields.es")} optional rows={2} />
      <RadioGroup
        field={said(fields.police)}
        label={t("helplines.fields.police")}
        hint={t("helplines.fields.policeHint")}
        options={policeAnswers.map((value) => ({ value, label: t(`helplines.police.${value}`) }))}
      />
      <Checkbox field={fields.young} label={t("helplines.fields.young")} />
      <Checkbox field={fields.checked} label={t("helplines.fields.checked")} hint={t("helplines.fields.checkedHint")} />
    </>
  );
}
