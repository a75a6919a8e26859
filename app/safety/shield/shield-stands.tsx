import { useTranslation } from "react-i18next";
import type { Step } from "../../limits/shield/weigh";
import { Button } from "../../ui/button";
import { Deadline } from "../../ui/day";
import { Notice } from "../../ui/notice";

type Standing = {
  step: Step;
  auto: Step;
  held: Step;
  eases: Date;
  heldUntil: Date | null;
  until: Date;
  reason: string | null;
  agree: boolean;
};

/** What holds now, why, until when, and how it can be ended or held for longer. */
export function ShieldStands({ shield }: { shield: Standing | null }) {
  const { t } = useTranslation("shield");
  if (!shield) return <Notice>{t("steps.0")}</Notice>;
  const { step, auto, held, eases, heldUntil, until, reason, agree } = shield;
  return (
    <>
      <Notice tone="care" title={t(`steps.${step}`)}>
        {auto > 0 && (
          <p>
            {t("stands.software")} {t("stands.softwareEases")} <Deadline at={eases} />.
          </p>
        )}
        {held > 0 && heldUntil && (
          <p>
            {t("stands.held", { step: held })} <Deadline at={heldUntil} />.
          </p>
        )}
        {reason && (
          <p>
            {t("stands.reason")} {reason}
          </p>
        )}
        <p>
          {t("stands.until")} <Deadline at={until} />.
        </p>
      </Notice>
      <form method="post" className="stack">
        {agree ? (
          <Button name="intent" value="agree" look="quiet" consequence={t("agreeEffect")}>
            {t("agree")}
          </Button>
        ) : (
          <p className="small soft">{t("ownHold")}</p>
        )}
        <Button name="intent" value="end" look="quiet" consequence={t("endEffect")}>
          {t("end")}
        </Button>
      </form>
    </>
  );
}
