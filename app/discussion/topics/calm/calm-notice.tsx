import { useTranslation } from "react-i18next";
import { lengthInWords } from "../../../limits/limit-notice";
import { Deadline } from "../../../ui/day";
import { Notice } from "../../../ui/notice";
import type { ShownCalm } from "./calm-queries.server";

/** How a topic is calmed, who set it, why, and until when. */
export function CalmNotice({ calm }: { calm: ShownCalm }) {
  const { t, i18n } = useTranslation("calm");
  return (
    <Notice title={t(calm.writers === "everybody" ? "slow" : "listening")}>
      <p>
        {calm.minutes > 0 && t("oneEach", { pause: lengthInWords(i18n.language, calm.minutes * 60) })}{" "}
        {calm.writers !== "everybody" && t(`who.${calm.writers}`)} {t("until")} <Deadline at={calm.until} />
      </p>
      <p className="said" dir="auto">
        {calm.by ? t("by", { name: calm.by }) : t("bySomebody")} {calm.why}
      </p>
    </Notice>
  );
}
