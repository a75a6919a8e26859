import { data, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readSettings } from "~/agreements/settings-queries.server";
import { NoWayIn } from "~/joining/choose-name";
import { readTicket } from "~/joining/open-door.server";
import { mayComeIn } from "~/joining/permissions";
import type { Refused } from "~/platform/outcome";
import { initOf } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { Actions, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = { place: "join" };

/** The page moves on by itself once, when the wait is over, unless the reader chose that it stands still. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return refresh ? { Refresh: refresh } : new Headers();
};

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { site, network, now } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const ticket = asked.get("ticket") ?? "";
  const may = mayComeIn("itself", (await readSettings(site.database.read)).joining);
  const read = may.ok ? readTicket(ticket, network, now) : may;
  if (!read.ok) return data({ refusal: read as Refused | null, wait: null }, initOf(read));
  if (read.code !== undefined) throw redirect(`/join/${read.code}`, 303);
  const still = asked.has("still");
  const wait = { seconds: read.seconds, here: `/join/wait?ticket=${ticket}`, still };
  return data({ refusal: null, wait }, still ? undefined : { headers: { Refresh: String(read.seconds) } });
}

export default function Waiting() {
  const { refusal, wait } = useLoaderData<typeof loader>();
  const { t } = useTranslation("joining");
  if (!wait) return <NoWayIn refusal={refusal} />;
  const { seconds, here, still } = wait;
  return (
    <>
      <PageHeader title={t("waiting.title")} lead={t("waiting.lead")} />
      <Notice title={seconds > 60 ? t("waiting.twoMinutes") : t("waiting.oneMinute")}>
        {still ? t("waiting.stillMore") : t("waiting.moves")}
      </Notice>
      <p>{t("waiting.why")}</p>
      <Actions>
        <LinkButton href={still ? `${here}&still` : here}>{t("waiting.look")}</LinkButton>
        <LinkButton href={still ? here : `${here}&still`} look="quiet">
          {still ? t("waiting.move") : t("waiting.still")}
        </LinkButton>
      </Actions>
    </>
  );
}
