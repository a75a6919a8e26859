import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { plainField } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { Section } from "../../ui/page-header";
import { TextArea } from "../../ui/text-field";
import { TALK_MOST } from "./rules";
import type { OwnTalk } from "./talk-queries.server";
import { Thread } from "./thread";

/** What came back of an answer that was refused; `wrong` where the text itself isn't right. */
export type TypedAnswer = { words: string; wrong: boolean } | null;

type SentBack = { initialValue?: Record<string, unknown> | null; error?: unknown } | null | undefined;

/** The answer among what a refused form gave back, or null for any other form. */
export function typedAnswer(lastResult: SentBack): TypedAnswer {
  const typed = lastResult?.initialValue;
  if (typed?.intent !== "answer") return null;
  return { words: String(typed.words ?? ""), wrong: Boolean(lastResult?.error) };
}

type Props = { talk: OwnTalk; typed: TypedAnswer; as: "reporter" | "respondent" };

/** What one side of a case was asked and said, and the form to answer with. `as`: which side, for the words. */
export function OwnSide({ talk, typed, as }: Props) {
  const { t } = useTranslation("talk");
  const { said, waits, canAnswer } = talk;
  if (!said.length && !canAnswer && !typed) return null;
  const form = <AnswerForm talk={talk} typed={typed} as={as} />;
  return (
    <Section title={t(`own.${as}.title`)} id="talk">
      {said.length > 0 && <Thread said={said} answerer={t("you")} waits={waits} />}
      {(waits || typed) && form}
      {!waits && !typed && canAnswer && <Folded summary={t(`own.${as}.add`)}>{form}</Folded>}
    </Section>
  );
}

function AnswerForm({ talk, typed, as }: Props) {
  const { t } = useTranslation("talk");
  const long = (typed?.words.length ?? 0) > TALK_MOST;
  const errors = typed?.wrong ? [long ? t("errors.long", { most: TALK_MOST }) : t("errors.missing")] : [];
  return (
    <form method="post" action="#talk" className="stack">
      <TextArea
        field={plainField("words", { initialValue: typed?.words ?? "", errors })}
        label={t(talk.waits ? `own.${as}.answer` : `own.${as}.add`)}
        hint={t(`own.${as}.hint`)}
        rows={5}
      />
      <Button name="intent" value="answer" look={talk.waits ? "primary" : "quiet"} consequence={t(`own.${as}.effect`)}>
        {t("send")}
      </Button>
    </form>
  );
}
