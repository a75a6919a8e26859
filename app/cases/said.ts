import { useTranslation } from "react-i18next";
import { type Field, fieldWith } from "../ui/field";
import { REASONS_MOST } from "./forms";

/** Turns what a schema says of a field into a sentence beside it. */
export function useSaidOfCase() {
  const { t } = useTranslation("cases");
  return (field: Field, kind: "days" | "text" = "text"): Field => {
    if (!field.errors?.length) return field;
    const long = String(field.initialValue ?? "").length > REASONS_MOST;
    const words =
      kind === "days" ? t("errors.days") : long ? t("errors.long", { most: REASONS_MOST }) : t("errors.missing");
    return fieldWith(field, { errors: [words] });
  };
}
