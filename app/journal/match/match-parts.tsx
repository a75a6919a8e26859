import { useTranslation } from "react-i18next";
import { WhichName } from "../../pseudonyms/which-name";
import { Actions, Button } from "../../ui/button";
import { plainField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/page-header";
import { Row, Rows } from "../../ui/rows";
import { TextArea } from "../../ui/text-field";

type Said = { link: string; alias: number; own: boolean; words: string };

/** What the five wrote to each other, and the form to write. `typed` and `error`: what came back of a message. */
export function Written({
  said,
  alias,
  typed,
  error,
}: {
  said: Said[];
  alias: number;
  typed: string;
  error: "missing" | "too-long" | null;
}) {
  const { t } = useTranslation("match");
  return (
    <Section title={t("page.said")} id="said">
      {said.length === 0 ? (
        <p className="soft">{t("page.nothing")}</p>
      ) : (
        <Rows label={t("page.said")}>
          {said.map((one) => (
            <Row
              key={one.link}
              title={`${t("page.voice", { alias: one.alias })}${one.own ? ` (${t("page.you")})` : ""}`}
            >
              <p className="said" dir="auto">
                {one.words}
              </p>
            </Row>
          ))}
        </Rows>
      )}
      <form method="post" action="#said" className="stack">
        <TextArea
          field={plainField("words", {
            initialValue: typed,
            errors: error ? [t(`errors.${error}`)] : [],
            required: true,
          })}
          label={t("page.write")}
          hint={t("page.writeAs", { alias })}
          rows={5}
          dir="auto"
        />
        <Actions>
          <Button name="deed" value="write">
            {t("page.send")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}

type Name = { slot: number; name: string; leaf: number };

/** Whether a circle should open, and under which name one would be in it. */
export function CircleQuestion({
  names,
  answer,
  slot,
  unchosen,
}: {
  names: Name[];
  answer: "yes" | "no" | null;
  slot: number | null;
  unchosen: boolean;
}) {
  const { t } = useTranslation("match");
  return (
    <Section title={t("page.circle")} id="circle">
      <p>{t("page.circleText")}</p>
      {answer && <Notice>{t(answer === "yes" ? "page.yourYes" : "page.yourNo")}</Notice>}
      <form method="post" className="stack">
        {unchosen && <Notice tone="care">{t("errors.slot")}</Notice>}
        <WhichName names={names} label={t("page.as")} hint={t("page.asHint")} chosen={slot} />
        {names.length === 1 && <p className="soft">{t("page.asHint")}</p>}
        <p>
          <a href="/me/names">{t("page.newName")}</a>
        </p>
        <Actions>
          <Button look="quiet" name="deed" value="yes" consequence={t("page.yesConsequence")}>
            {t("page.yes")}
          </Button>
          <Button look="quiet" name="deed" value="no" consequence={t("page.noConsequence")} formNoValidate>
            {t("page.no")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
