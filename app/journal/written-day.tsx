import { useTranslation } from "react-i18next";
import { Day } from "../ui/day";

/** The day that somebody wrote (`2026-05-04`), in words; what stands there without one. */
export function WrittenDay({ day }: { day: string }) {
  const { t } = useTranslation("journal");
  return day ? <Day date={new Date(`${day}T00:00:00Z`)} /> : t("noDay");
}
