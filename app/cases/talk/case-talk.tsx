import { useTranslation } from "react-i18next";
import { Actions, Button } from "../../ui/button";
import { RadioGroup, Select } from "../../ui/choice-fields";
import { Deadline } from "../../ui/day";
import { plainField } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { Section } from "../../ui/page-header";
import { TextArea } from "../../ui/text-field";
import type { Returned } from "../case-hands";
import type { CasePage } from "../case-queries.server";
import { TALK_MOST } from "./rules";
import { Thread } from "./thread";

type Props = { found: CasePage; returned: Returned };

/** What handlers and the two sides of a case said to each other, and for the holder the forms that ask. */
export function Talk({ found, returned }: Props) {
  const { t } = useTranslation("talk");
  const { talk } = found;
  // What was written comes back even where the case has slipped out of one's hands.
  const shows = (intent: string, can: boolean) => (found.can.work && can) || returned?.intent === intent;
  return (
    <Section title={t("title")} id="talk">
      <p className="small soft">{t("lead")}</p>
      {talk.threads.map(({ alias, said, waits }) => (
        <Folded
          key={alias}
          summary={t("withReporter", { alias })}
          hint={t("messages", { count: said.length })}
          care
          open={found.plainText}
        >
          <Thread said={said} answerer={t("reporter", { alias })} waits={waits} grey={!found.plainText} />
        </Folded>
      ))}
      {talk.statement.length > 0 && (
        <Folded
          summary={t("withRespondent")}
          hint={t("messages", { count: talk.statement.length })}
          care
          open={found.plainText}
        >
          <Thread
            said={talk.statement}
            answerer={t("respondent")}
            waits={talk.statementWaits}
            grey={!found.plainText}
          />
        </Folded>
      )}
      {shows("ask", talk.askable.length > 0) && <AskReporter found={found} returned={returned} />}
      {shows("ask-respondent", talk.canAskRespondent) && <AskRespondent found={found} returned={returned} />}
      {shows("spare", !found.namesNobody && !talk.respondentAsked && !talk.spared) && (
        <DontAsk found={found} returned={returned} />
      )}
    </Section>
  );
}

/** One field of a form here, with what came back for it; `errors` in place of the words for nothing written. */
function useTyped(intent: string, returned: Returned) {
  const { t } = useTranslation("talk");
  const back = returned?.intent === intent ? returned : null;
  const text = (name: string) => String(back?.typed?.[name] ?? "");
  return (name: string, errors = t("errors.missing")) =>
    plainField(name, {
      id: `${intent}-${name}`,
      initialValue: text(name),
      ...(back?.wrong?.includes(name)
        ? { errors: [text(name).length > TALK_MOST ? t("errors.long", { most: TALK_MOST }) : errors] }
        : {}),
    });
}

const Lease = ({ found }: { found: CasePage }) => <input type="hidden" name="leaseNumber" value={found.leaseNumber} />;

/** What asking does to the deadline. */
function ClockEffect({ found }: { found: CasePage }) {
  const { t } = useTranslation("talk");
  const { deadline, moves } = found.talk;
  if (!deadline) return null;
  return (
    <p className="small">
      {t(moves ? "clockMoves" : "clockStays")} <Deadline at={deadline} />
    </p>
  );
}

function AskReporter({ found, returned }: Props) {
  const { t } = useTranslation("talk");
  const field = useTyped("ask", returned);
  const options = found.talk.askable.map((alias) => ({ value: String(alias), label: t("reporter", { alias }) }));
  return (
    <Folded summary={t("ask")} open={returned?.intent === "ask"}>
      <form method="post" className="stack">
        <Lease found={found} />
        <Select field={field("alias", t("errors.whom"))} label={t("whom")} options={options} />
        <TextArea field={field("note")} label={t("question")} hint={t("questionHint")} rows={4} />
        <ClockEffect found={found} />
        <Actions>
          <Button look="quiet" name="intent" value="ask" consequence={t("askEffect")}>
            {t("askDo")}
          </Button>
        </Actions>
      </form>
    </Folded>
  );
}

function AskRespondent({ found, returned }: Props) {
  const { t } = useTranslation("talk");
  const field = useTyped("ask-respondent", returned);
  const urgent = found.severity === "urgent";
  return (
    <Folded summary={t("askStatement")} hint={t("askStatementHint")} open={returned?.intent === "ask-respondent"}>
      <form method="post" className="stack">
        <Lease found={found} />
        <RadioGroup
          field={field("risk", t("errors.risk"))}
          label={t("risk")}
          hint={t("riskHint")}
          options={[
            { value: "could", label: t("riskCould"), hint: t("riskCouldHint") },
            { value: "no", label: t("riskNo") },
          ]}
        />
        {urgent && <TextArea field={field("why")} label={t("whyAsk")} hint={t("whyAskHint")} rows={3} />}
        <TextArea field={field("note")} label={t("question")} hint={t("statementQuestionHint")} rows={4} />
        <ClockEffect found={found} />
        <Actions>
          <Button look="quiet" name="intent" value="ask-respondent" consequence={t("askStatementEffect")}>
            {t("askStatementDo")}
          </Button>
        </Actions>
      </form>
    </Folded>
  );
}

function DontAsk({ found, returned }: Props) {
  const { t } = useTranslation("talk");
  const field = useTyped("spare", returned);
  return (
    <Folded summary={t("spare")} open={returned?.intent === "spare"}>
      <form method="post" className="stack">
        <Lease found={found} />
        <p>{t("spareText")}</p>
        <TextArea field={field("note")} label={t("spareWhy")} hint={t("spareHint")} rows={3} />
        <Actions>
          <Button look="quiet" name="intent" value="spare" consequence={t("spareEffect")}>
            {t("spareDo")}
          </Button>
        </Actions>
      </form>
    </Folded>
  );
}
