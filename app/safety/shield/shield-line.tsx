import { useTranslation } from "react-i18next";
import type { ShieldNow } from "../../limits/shield/shield";
import { Deadline } from "../../ui/day";

/** What is different for everybody while the shield stands, and until when: a quiet line on every page. */
export function ShieldLine({ shield, moderates }: { shield: ShieldNow; moderates: boolean }) {
  const { t } = useTranslation("shield");
  if (shield.step === 0 || shield.until === null) return null;
  return (
    <p className="small soft">
      {t(`line.step${shield.step}`)} {t("line.until")} <Deadline at={shield.until} />.{" "}
      {moderates ? <a href="/moderation/shield">{t("line.moderate")}</a> : <a href="/log">{t("line.log")}</a>}
    </p>
  );
}
