import { useTranslation } from "react-i18next";
import { Actions, LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import type { LeadsTo } from "./leads-to";
import type { Wait } from "./wait-in-line.server";

/** The page of somebody's place in the line. */
export function Waiting({ to, wait: { seconds, here, still } }: { to: LeadsTo; wait: Wait }) {
  const { t } = useTranslation("joining");
  return (
    <>
      <PageHeader title={t("waiting.title")} lead={t(`waitingTo.${to}.lead`)} />
      <Notice title={seconds > 60 ? t("waiting.twoMinutes") : t("waiting.oneMinute")}>
        {still ? t("waiting.stillMore") : t("waiting.moves")}
      </Notice>
      <p>{t(`waitingTo.${to}.why`)}</p>
      <Actions>
        <LinkButton href={still ? `${here}&still` : here}>{t("waiting.look")}</LinkButton>
        <LinkButton href={still ? here : `${here}&still`} look="quiet">
          {still ? t("waiting.move") : t("waiting.still")}
        </LinkButton>
      </Actions>
    </>
  );
}
