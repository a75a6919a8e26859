import { useTranslation } from "react-i18next";
import { CheckboxGroup } from "../ui/choice-fields";
import type { Field } from "../ui/field";
import type { Relief } from "./forms";

/** Help that acts as soon as the form is sent, each with what it will do. */
export function ReliefField({ field, offered, author }: { field: Field; offered: readonly Relief[]; author: string }) {
  const { t } = useTranslation("reports");
  if (!offered.length) return null;
  return (
    <CheckboxGroup
      field={field}
      label={t("relief")}
      hint={t("reliefHint")}
      optional
      options={offered.map((one) => ({
        value: one,
        label: t(`reliefs.${one}`, { author }),
        hint: t(`reliefs.${one}Effect`),
      }))}
    />
  );
}
