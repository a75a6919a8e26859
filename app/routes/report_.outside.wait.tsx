import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { waitInLine } from "~/joining/wait-in-line.server";
import { Waiting } from "~/joining/waiting";
import { RefusalNotice } from "~/limits/refusal-notice";
import { publicDoor } from "~/pseudonyms/door.server";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

/** The page moves on by itself once, when the wait is over, unless the reader chose that it stands still. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return refresh ? { Refresh: refresh } : new Headers();
};

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const onward = (code: string) => `/report/outside/${code}`;
  return waitInLine(args, { to: "outside", path: "/report/outside/wait", onward });
}

export default function WaitingOutside() {
  const { refusal, wait } = useLoaderData<typeof loader>();
  const { t } = useTranslation("outside");
  if (wait) return <Waiting to="outside" wait={wait} />;
  return (
    <>
      <PageHeader title={t("door.title")} />
      <RefusalNotice refusal={refusal} />
      <LinkButton href="/report/outside">{t("door.again")}</LinkButton>
    </>
  );
}
