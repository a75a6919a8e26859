import { useTranslation } from "react-i18next";
import { type Field, fieldWith } from "../ui/field";
import { WORDS_MOST } from "./forms";

/** Turns what a schema says of a field into a sentence beside it. */
export function useSaidOfReport() {
  const { t } = useTranslation("reports");
  return (field: Field): Field => {
    if (!field.errors?.length) return field;
    const long = String(field.initialValue ?? "").length > WORDS_MOST;
    return fieldWith(field, { errors: [long ? t("errors.long", { most: WORDS_MOST }) : t("errors.choose")] });
  };
}
