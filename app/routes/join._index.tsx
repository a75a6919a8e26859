import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readSettings } from "~/agreements/settings-queries.server";
import { OpenDoor } from "~/joining/open-door";
import { drawTicket } from "~/joining/open-door.server";
import { joiningNow, mayComeIn } from "~/joining/permissions";
import { checkWork, drawWork, MOST_TRIES } from "~/joining/work.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { Actions, LinkButton } from "~/ui/button";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = { place: "join", scripts: ["open-door"] };

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { site, now } = args.context;
  const joining = joiningNow(site, (await readSettings(site.database.read)).joining);
  return { policy: joining, work: joining === "open" ? { challenge: await drawWork(now), most: MOST_TRIES } : null };
}

export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { site, network, now } = args.context;
  const may = mayComeIn("itself", joiningNow(site, (await readSettings(site.database.read)).joining));
  if (!may.ok) return refuse(may);
  const form = Object.fromEntries(await args.request.formData());
  if (form.deed !== "work") return redirect(`/join/wait?ticket=${drawTicket(network, now)}`, 303);
  const checked = await checkWork(form, now);
  return checked.ok ? redirect(`/join/${checked.code}`, 303) : refuse(checked);
}

export default function Joining() {
  const { policy, work } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["joining", "handbook"]);
  return (
    <>
      <PageHeader title={t("policy.title")} lead={t(`policy.${policy}`)} />
      <RefusalNotice refusal={answered?.refusal} />
      {policy === "invite" && <p>{t("policy.inviteMore")}</p>}
      {policy === "open" && <p>{t("policy.openMore")}</p>}
      <p>
        <a href="/handbook/coming-in">{t("handbook:howToJoin")}</a>
      </p>
      {work && <OpenDoor work={work} />}
      <Actions>
        <LinkButton href="/" look={work ? "quiet" : "primary"}>
          {t("policy.read")}
        </LinkButton>
        <LinkButton href="/sign-in" look="quiet">
          {t("policy.haveAccount")}
        </LinkButton>
      </Actions>
    </>
  );
}
