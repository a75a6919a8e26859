import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Actions, Button, LinkButton } from "../ui/button";
import { PageHeader, Section } from "../ui/page-header";

/**
 * What somebody sees who said that they're younger than the agreements ask: who is there for them, and what will be
 * different for them here. `children`: the community's list of helplines.
 */
export function SomebodyYounger({
  sealed,
  minimumAge,
  children,
}: {
  sealed: string;
  minimumAge: number;
  children: ReactNode;
}) {
  const { t } = useTranslation("joining");
  return (
    <>
      <PageHeader title={t("younger.title")} lead={t("younger.lead")} />
      <Section title={t("younger.different")}>
        <ul className="steps">
          <li>{t("younger.circles")}</li>
          <li>{t("younger.messages")}</li>
          <li>{t("younger.nobodySees")}</li>
          <li>{t("younger.later", { age: minimumAge })}</li>
        </ul>
      </Section>
      <form method="post" className="section">
        <input type="hidden" name="sealed" value={sealed} />
        <Actions>
          <Button name="step" value="words" consequence={t("younger.goConsequence")}>
            {t("younger.go")}
          </Button>
          <LinkButton href="/" look="quiet">
            {t("younger.notNow")}
          </LinkButton>
        </Actions>
      </form>
      <Section title={t("younger.talk")}>
        <p>{t("younger.adult")}</p>
        <p>{t("younger.lines")}</p>
      </Section>
      {children}
    </>
  );
}
