import { useTranslation } from "react-i18next";
import { Actions, Button } from "../ui/button";
import { Section } from "../ui/page-header";
import type { LeadsTo } from "./leads-to";

/** What the open door asks of a device: the work as JSON, and how many tries it can take at most. */
export type Work = { challenge: string; most: number };

/**
 * The two ways through the open door. The first stays hidden until the script `open-door` finds that it can do the
 * work; the second is always there.
 */
export function OpenDoor({ work, to = "join" }: { work: Work; to?: LeadsTo }) {
  const { t } = useTranslation("joining");
  return (
    <>
      <div hidden data-open-door>
        <Section title={t(`openTo.${to}.work`)}>
          <p>{t(`openTo.${to}.workMore`)}</p>
          <form
            method="post"
            className="stack"
            data-most={work.most}
            data-working={t("open.working", { percent: "{n}" })}
            data-done={t(`openTo.${to}.done`)}
            data-failed={t("open.failed")}
          >
            <input type="hidden" name="challenge" value={work.challenge} />
            <input type="hidden" name="counter" />
            <input type="hidden" name="key" />
            <input type="hidden" name="deed" value="work" />
            <Actions>
              <Button consequence={t(`openTo.${to}.goConsequence`)}>{t("open.go")}</Button>
            </Actions>
            <div hidden className="work">
              <progress max={work.most} value={0} aria-label={t("open.progress")} />
            </div>
            <p role="status" />
          </form>
        </Section>
      </div>
      <Section title={t("open.wait")}>
        <p>{t("open.waitMore")}</p>
        <form method="post">
          <Button look="quiet" name="deed" value="wait" consequence={t("open.waitConsequence")}>
            {t("open.waitGo")}
          </Button>
        </form>
      </Section>
    </>
  );
}
