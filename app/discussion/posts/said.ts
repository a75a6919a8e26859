import { useTranslation } from "react-i18next";
import { type Field, fieldWith } from "../../ui/field";

/** Turns the words that a schema answers with (`missing`, `too-long`) into sentences beside the field. */
export function useSaid() {
  const { t } = useTranslation("discussion");
  return (field: Field): Field =>
    fieldWith(field, {
      errors: field.errors?.map((error) =>
        error === "missing" || error === "too-long" ? t(`errors.${error}`) : t("errors.other"),
      ),
    });
}
