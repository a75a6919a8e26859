import { useTranslation } from "react-i18next";
import { Folded } from "../../ui/folded";
import { Notice } from "../../ui/notice";

const steps = ["name", "rest", "five", "talk", "circle", "back"] as const;

/** What naming an organisation does, step by step, and what it can't protect from. `open`: unfolded at first. */
export function HowItGoes({ open }: { open: boolean }) {
  const { t } = useTranslation("match");
  return (
    <>
      <Folded summary={t("how")} open={open}>
        <ol className="stack">
          {steps.map((step) => (
            <li key={step}>{t(`steps.${step}`)}</li>
          ))}
        </ol>
      </Folded>
      <Notice tone="care" title={t("warnTitle")}>
        <div className="stack">
          <p>{t("warnAmong")}</p>
          <p>{t("warnDisk")}</p>
          <p>{t("warnOnce")}</p>
        </div>
      </Notice>
    </>
  );
}
