import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inGroups } from "~/accounts/recovery-code.server";
import { intoOutsideQueue } from "~/cases/outside/tell-outside.server";
import { openPass } from "~/joining/open-door.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { type Refused, refused } from "~/platform/outcome";
import { initOf, refuse, sendBack } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { fileOutside } from "~/reports/outside/file-outside.server";
import { outsideForm } from "~/reports/outside/forms";
import { BetterNot, OutsideForm } from "~/reports/outside/outside-form";
import { ReceiptCode } from "~/reports/outside/receipt";
import { outsideConducts } from "~/reports/outside/rules";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const pass = openPass(args.params.way ?? "", "outside");
  if (pass && pass.until > args.context.now.getTime()) return data({ refusal: null as Refused | null });
  const refusal = refused("page-too-old");
  return data({ refusal: refusal as Refused | null }, initOf(refusal));
}

export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { site, network, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: outsideForm });
  if (submission.status !== "success") return sendBack(submission);
  const asked = { way: args.params.way ?? "", network, told: submission.value };
  const filed = await fileOutside(site, asked, intoOutsideQueue, now);
  if (!filed.ok) return refuse(filed, submission);
  return { lastResult: null, refusal: null, code: inGroups(filed.code), by: filed.by };
}

export default function TellFromOutside() {
  const { refusal } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("outside");
  if (sent && "code" in sent) return <ReceiptCode code={sent.code} decideBy={sent.by} />;
  if (refusal && !sent)
    return (
      <>
        <PageHeader title={t("door.title")} />
        <RefusalNotice refusal={refusal} />
        <LinkButton href="/report/outside">{t("door.again")}</LinkButton>
      </>
    );
  return (
    <div className="stack">
      <PageHeader title={t("form.title")} lead={t("form.lead")} />
      <BetterNot />
      <OutsideForm form="form" conducts={outsideConducts} sent={sent} />
    </div>
  );
}
