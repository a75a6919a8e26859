import { useTranslation } from "react-i18next";
import { toLink } from "../platform/ids";
import { ClauseText } from "../reports/report-status";
import { Actions, Button } from "../ui/button";
import { Select } from "../ui/choice-fields";
import { Confirm } from "../ui/dialog";
import { plainField } from "../ui/field";
import { Folded } from "../ui/folded";
import { Notice } from "../ui/notice";
import { Section } from "../ui/page-header";
import { TextArea } from "../ui/text-field";
import type { CasePage } from "./case-queries.server";

/** A text that came back after a refusal, for the form of this intent; `typed` is all of that form, `wrong` its fields that aren't right. */
export type Returned = {
  intent: string;
  text: string;
  errors?: string[];
  typed?: Record<string, unknown>;
  wrong?: string[];
} | null;

/** The note field of a form, with what came back to it. */
export const fieldFor = (intent: string, id: string, returned: Returned) =>
  plainField("note", {
    id,
    ...(returned?.intent === intent ? { initialValue: returned.text, errors: returned.errors } : {}),
  });

/** In whose hands the case is, and the press that takes it. */
export function InWhoseHands({ found }: { found: CasePage }) {
  const { t } = useTranslation("cases");
  const until = found.leaseUntil?.toISOString().slice(11, 16);
  if (found.mine)
    return (
      <>
        <Notice tone={until ? "calm" : "care"}>{until ? t("held", { time: until }) : t("ranOut")}</Notice>
        <form method="post">
          <Button look="quiet" small name="intent" value="claim" consequence={t("stillEffect")}>
            {t("still")}
          </Button>
        </form>
      </>
    );
  return (
    <>
      {found.holder && <Notice>{t("elses", { name: found.holder })}</Notice>}
      {found.can.claim && (
        <form method="post">
          <Button name="intent" value="claim" consequence={t("claimEffect")}>
            {t("claim")}
          </Button>
        </form>
      )}
    </>
  );
}

/** For whoever holds the case: a note, handing over, giving back. */
export function WorkTogether({ found, returned }: { found: CasePage; returned: Returned }) {
  const { t } = useTranslation("cases");
  const lease = <input type="hidden" name="leaseNumber" value={found.leaseNumber} />;
  return (
    <div className="stack stack-tight">
      <Folded summary={t("note")} open={returned?.intent === "note"}>
        <form method="post" className="stack">
          {lease}
          <TextArea field={fieldFor("note", "note", returned)} label={t("note")} hint={t("noteHint")} rows={3} />
          <Button look="quiet" name="intent" value="note">
            {t("addNote")}
          </Button>
        </form>
      </Folded>
      <Folded summary={t("handOver")} open={returned?.intent === "hand-over" || returned?.intent === "release"}>
        <form method="post" className="stack">
          {lease}
          <TextArea
            field={fieldFor(returned?.intent ?? "", "hand-over-note", returned)}
            label={t("handOverNote")}
            hint={t("noteHint")}
            rows={3}
          />
          {found.others.length > 0 && (
            <Select field={plainField("to")} label={t("handOverTo")} options={found.others} />
          )}
          <Actions>
            {found.others.length > 0 && (
              <Button look="quiet" name="intent" value="hand-over" consequence={t("handOverEffect")}>
                {t("handOverDo")}
              </Button>
            )}
            <Button look="quiet" name="intent" value="release" consequence={t("releaseEffect")}>
              {t("release")}
            </Button>
          </Actions>
        </form>
      </Folded>
    </div>
  );
}

/** For everybody who sees the case: the way out of it. */
export function Tie() {
  const { t } = useTranslation("cases");
  return (
    <Confirm ask={t("tie")}>
      <p>{t("tieText")}</p>
      <form method="post">
        <Button look="danger" small name="intent" value="tie" consequence={t("tieEffect")}>
          {t("tieDo")}
        </Button>
      </form>
    </Confirm>
  );
}

/** A decision that waits for a second person, and what that person can press. */
export function SecondLook({ found, returned }: { found: CasePage; returned: Returned }) {
  const { t } = useTranslation("cases");
  const waiting = found.decisions.find((decision) => decision.state === "waiting-for-second");
  if (!waiting) return null;
  const clause = found.agreements.clauses.find((one) => one.key === waiting.agreement) ?? null;
  return (
    <Section title={t("waiting")} id="decide">
      <p>{found.can.second ? t("waitingText", { by: waiting.by || t("someone") }) : t("waitingOwn")}</p>
      <DecisionText decision={waiting} open={found.can.second} />
      <ClauseText clause={clause} title={t("agreement")} />
      {found.can.second && (
        <form method="post" className="stack">
          <input type="hidden" name="decisionId" value={toLink(waiting.id)} />
          <TextArea
            field={fieldFor(returned?.intent ?? "", "second-note", returned)}
            label={t("secondNote")}
            hint={t("noteHint")}
            rows={3}
            optional
          />
          <Actions>
            <Button name="intent" value="confirm" consequence={t("confirmEffect")}>
              {t("confirm")}
            </Button>
            <Button look="quiet" name="intent" value="withdraw" consequence={t("withdrawEffect")}>
              {t("withdraw")}
            </Button>
          </Actions>
        </form>
      )}
    </Section>
  );
}

/** What was decided, with the reasons to both sides folded, or `open` for whoever has to agree to them. */
export function DecisionText({ decision, open }: { decision: CasePage["decisions"][number]; open?: boolean }) {
  const { t } = useTranslation("cases");
  return (
    <div className="stack stack-tight">
      <p>
        <strong>{t(`outcomes.${decision.outcome}`)}</strong>
        {decision.days !== null && <> {t("forDays", { count: decision.days })}</>}
        {decision.removesPost === 1 && <> · {t("removesPost")}</>}
      </p>
      <Folded summary={t("toReporter")} open={open}>
        <p className="said">{decision.toReporter}</p>
      </Folded>
      {decision.toRespondent && (
        <Folded summary={t("toRespondent")} open={open}>
          <p className="said">{decision.toRespondent}</p>
        </Folded>
      )}
    </div>
  );
}
