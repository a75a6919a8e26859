import { useTranslation } from "react-i18next";
import type { SubjectKind } from "./item";

export type Subject = { kind: SubjectKind; author?: string | null | undefined; place?: string | null | undefined };

/** What a report is about, in the reader's words: "A post by Quiet Fern in “Housing”". */
export function useSubjectWords(): (subject: Subject) => string {
  const { t } = useTranslation("reports");
  return ({ kind, author, place }) => {
    const name = author || t("somebody");
    if (kind === "gathering-message") return t("aGatheringMessage");
    if (kind === "elsewhere") return author ? t("aThingElsewhereBy", { author }) : t("aThingElsewhere");
    if (kind === "pseudonym") return t("aPseudonym", { author: name });
    return place ? t("aPost", { author: name, place }) : t("aPostShort", { author: name });
  };
}
