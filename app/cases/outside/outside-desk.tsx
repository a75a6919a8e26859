import { useTranslation } from "react-i18next";
import { toLink } from "../../platform/ids";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/choice-fields";
import { plainField } from "../../ui/field";
import { Folded } from "../../ui/folded";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/page-header";
import { TextArea } from "../../ui/text-field";
import type { OutsidePage } from "./find-outside.server";

/** A text that came back after a refusal, for the form of this intent. */
export type Returned = { intent: string; words: string; errors: string[] | undefined };

const wordsFor = (intent: string, returned: Returned) =>
  plainField("words", {
    id: `${intent}-words`,
    ...(returned.intent === intent ? { initialValue: returned.words, errors: returned.errors } : {}),
  });

/** What was told, folded, and where the named thing stands. */
export function ToldOutside({ found }: { found: OutsidePage }) {
  const { t } = useTranslation("outside");
  const cases = useTranslation("cases").t;
  const { told, post, subjectKind } = found;
  return (
    <>
      <Folded summary={t("desk.told")} hint={t("desk.toldHint")} care>
        <div className="stack stack-tight">
          <h3>{t("desk.place")}</h3>
          <p className="sealed said" dir="auto">
            {told.place}
          </p>
          <h3>{t("desk.words")}</h3>
          <p className="sealed said" dir="auto">
            {told.words || t("desk.noWords")}
          </p>
        </div>
      </Folded>
      <Section title={t("desk.named")}>
        {subjectKind === null && <p>{t("desk.namedNothing")}</p>}
        {subjectKind === "pseudonym" && <p>{t("desk.namedName")}</p>}
        {subjectKind === "post" && (
          <p>
            {post ? cases(`postStates.${post.state}`) : cases("gone")}{" "}
            {post?.address && <a href={post.address}>{t("desk.see")}</a>}
          </p>
        )}
        <p className="small soft">{t("desk.unknown")}</p>
      </Section>
    </>
  );
}

/** What a handler can do: hide what is to be taken down, open a case, or answer. */
export function OutsideHands({ found, returned }: { found: OutsidePage; returned: Returned }) {
  const { t } = useTranslation("outside");
  const { can, hid, state, caseId, subjectKind } = found;
  if (state !== "open")
    return (
      <Notice>
        <p>
          {t("desk.settled")}{" "}
          {caseId !== null && <a href={`/moderation/cases/${toLink(caseId)}`}>{t("desk.toCase")}</a>}
        </p>
      </Notice>
    );
  return (
    <div className="stack">
      {hid && <Notice>{t("desk.hidden")}</Notice>}
      {can.hide && (
        <form method="post">
          <Button name="intent" value="hide" consequence={t("desk.hideEffect")}>
            {t("desk.hide")}
          </Button>
        </form>
      )}
      {can.bring && (
        <Folded summary={t("desk.bring")} open={returned.intent === "bring"}>
          <form method="post" className="stack">
            <p>
              {t(found.aside ? "desk.bringAside" : "desk.bringText")} {found.takedown && t("desk.bringTakedown")}
              {subjectKind === null && <> {t("desk.bringWords")}</>}
            </p>
            <TextArea
              field={wordsFor("bring", returned)}
              label={t("desk.alsoSay")}
              hint={t("desk.answerHint")}
              optional
              rows={3}
            />
            <Button name="intent" value="bring" consequence={t("desk.bringEffect")}>
              {t("desk.bringDo")}
            </Button>
          </form>
        </Folded>
      )}
      <Folded summary={t("desk.answerTitle")} open={returned.intent === "answer"}>
        <form method="post" className="stack">
          <TextArea
            field={wordsFor("answer", returned)}
            label={t("desk.answer")}
            hint={t("desk.answerHint")}
            rows={4}
          />
          {can.show && <Checkbox field={plainField("show")} label={t("desk.show")} hint={t("desk.showHint")} />}
          {hid && <p className="small">{can.show ? t("desk.answerKeeps") : t("desk.answerShows")}</p>}
          <Button name="intent" value="answer" consequence={t("desk.answerEffect")}>
            {t("desk.answerDo")}
          </Button>
        </form>
      </Folded>
    </div>
  );
}
