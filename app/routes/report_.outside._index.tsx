import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OpenDoor } from "~/joining/open-door";
import { drawTicket } from "~/joining/open-door.server";
import { checkWork, drawWork, MOST_TRIES } from "~/joining/work.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export const handle: PageHandle = { scripts: ["open-door"] };

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return { work: { challenge: await drawWork(args.context.now), most: MOST_TRIES } };
}

export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { network, now } = args.context;
  const form = Object.fromEntries(await args.request.formData());
  if (form.deed !== "work") return redirect(`/report/outside/wait?ticket=${drawTicket(network, now, "outside")}`, 303);
  const checked = await checkWork(form, now, "outside");
  return checked.ok ? redirect(`/report/outside/${checked.code}`, 303) : refuse(checked);
}

export default function ReportFromOutside() {
  const { work } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("outside");
  return (
    <div className="stack">
      <PageHeader title={t("door.title")} lead={t("door.lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      <Notice tone="care" title={t("door.takedown")}>
        <p>{t("door.takedownMore")}</p>
        <LinkButton look="quiet" small href="/takedown">
          {t("door.takedownGo")}
        </LinkButton>
      </Notice>
      <p>
        {t("door.danger")} <a href="/helplines">{t("door.dangerGo")}</a>
      </p>
      <Section title={t("door.before")}>
        <p>{t("door.beforeMore")}</p>
        <p>{t("door.history")}</p>
      </Section>
      <OpenDoor work={work} to="outside" />
      <p>
        <a href="/report/outside/receipt">{t("door.receipt")}</a>
      </p>
    </div>
  );
}
