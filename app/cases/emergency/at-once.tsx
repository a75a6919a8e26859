import { useTranslation } from "react-i18next";
import { toLink } from "../../platform/ids";
import { Actions, Button } from "../../ui/button";
import { Deadline } from "../../ui/day";
import { Folded } from "../../ui/folded";
import { Section } from "../../ui/page-header";
import { TextArea } from "../../ui/text-field";
import { fieldFor, type Returned } from "../case-hands";
import type { CasePage } from "../case-queries.server";

const intents = { mute: "mute-now", hide: "hide-now" } as const;

/** What was done at once in a case, and for its handlers what can be done or agreed to before anything is decided. */
export function AtOnce({ found, returned }: { found: CasePage; returned: Returned }) {
  const { t } = useTranslation("sanctions");
  const { done, offered } = found.atOnce;
  const offers = found.can.work ? offered : [];
  if (!done.length && !offers.length) return null;
  const intent = returned?.intent ?? "";
  return (
    <Section title={t("atOnce.title")} id="at-once">
      {done.map((one) => (
        <div key={one.kind} className="stack stack-tight">
          <p>
            <strong>{t(`atOnce.done.${one.kind}`)}</strong> · {t(`atOnce.states.${one.state}`)}
            {one.state !== "over" && (
              <>
                {" "}
                <Deadline at={one.until} />
              </>
            )}
          </p>
          {one.agree && (
            <form method="post">
              <input type="hidden" name="emergencyId" value={toLink(one.id)} />
              <Button name="intent" value="agree" consequence={t(`atOnce.agreeEffect.${one.kind}`)}>
                {t("atOnce.agree")}
              </Button>
            </form>
          )}
          {one.mine && one.state === "standing" && <p className="small soft">{t("atOnce.mine")}</p>}
        </div>
      ))}
      {offers.length > 0 && (
        <Folded summary={t("atOnce.offer")} hint={t("atOnce.offerHint")} open={intent.endsWith("-now")} care>
          <form method="post" className="stack">
            <input type="hidden" name="leaseNumber" value={found.leaseNumber} />
            <TextArea
              field={fieldFor(intent.endsWith("-now") ? intent : "", "at-once-note", returned)}
              label={t("atOnce.why")}
              hint={t("atOnce.whyHint")}
              rows={3}
            />
            <Actions>
              {offers.map((kind) => (
                <Button
                  key={kind}
                  look="quiet"
                  name="intent"
                  value={intents[kind]}
                  consequence={t(`atOnce.effects.${kind}`)}
                >
                  {t(`atOnce.do.${kind}`)}
                </Button>
              ))}
            </Actions>
          </form>
        </Folded>
      )}
    </Section>
  );
}
