import { useTranslation } from "react-i18next";
import { toLink } from "../../platform/ids";
import { Actions, Button } from "../../ui/button";
import { Folded } from "../../ui/folded";
import { Notice } from "../../ui/notice";
import { TextArea } from "../../ui/text-field";
import { fieldFor, type Returned } from "../case-hands";
import type { CasePage } from "../case-queries.server";

/** For a case's handlers: ending early what was decided, or answering somebody's wish to. Nothing where nothing binds. */
export function Lifting({ found, returned }: { found: CasePage; returned: Returned }) {
  const { t } = useTranslation("sanctions");
  const { lifting } = found;
  if (!lifting) return null;
  if (lifting.wish) {
    const { wish } = lifting;
    return (
      <>
        <Notice>{wish.mine ? t("lift.waitingOwn") : t("lift.waiting")}</Notice>
        <p className="said">{wish.words}</p>
        {wish.second && (
          <form method="post" className="stack">
            <input type="hidden" name="liftId" value={toLink(wish.id)} />
            <Actions>
              <Button name="intent" value="agree-lift" consequence={t("lift.effect")}>
                {t("lift.agree")}
              </Button>
              <Button look="quiet" name="intent" value="refuse-lift" consequence={t("lift.refuseEffect")}>
                {t("lift.refuse")}
              </Button>
            </Actions>
          </form>
        )}
      </>
    );
  }
  if (!lifting.can) return null;
  return (
    <Folded summary={t("lift.offer")} open={returned?.intent === "lift"}>
      <form method="post" className="stack">
        <TextArea
          field={fieldFor("lift", "lift-note", returned)}
          label={t("lift.why")}
          hint={t("lift.whyHint")}
          rows={3}
        />
        <Actions>
          <Button
            look="quiet"
            name="intent"
            value="lift"
            consequence={lifting.alone ? t("lift.effect") : t("lift.effectSecond")}
          >
            {t("lift.do")}
          </Button>
        </Actions>
      </form>
    </Folded>
  );
}
