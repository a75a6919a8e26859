import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Day } from "../../ui/day";
import { Folded } from "../../ui/folded";
import { Section } from "../../ui/page-header";
import type { CasePage } from "../case-queries.server";

/** Everything that was gathered of a pile-on, in order, each folded; whoever holds the case can make a case of a part. */
export function Timeline({ found }: { found: CasePage }) {
  const { t } = useTranslation("pileOns");
  if (found.subjectKind !== "pile-on") return null;
  return (
    <Section title={t("timeline")}>
      <p className="small soft">
        {t("timelineCount", { count: found.timeline.length })}. {t("timelineHint")}
      </p>
      <p>{t("decideHint")}</p>
      {found.timeline.map((part) => (
        <Folded key={part.link} summary={t("partOf", part)} hint={t(`routes.${part.route}`)} care>
          <div className="stack stack-tight">
            <p className="sealed said" dir="auto">
              {part.text}
            </p>
            <p className="small soft">
              <Day date={part.written} />
            </p>
            {part.takenOut && <p>{t("takenOut")}</p>}
            {found.can.work && !part.takenOut && (
              <form method="post">
                <input type="hidden" name="leaseNumber" value={found.leaseNumber} />
                <input type="hidden" name="part" value={part.link} />
                <Button look="quiet" small name="intent" value="take-out" consequence={t("takeOutEffect")}>
                  {t("takeOut")}
                </Button>
              </form>
            )}
          </div>
        </Folded>
      ))}
    </Section>
  );
}
