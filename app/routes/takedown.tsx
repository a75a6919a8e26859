import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inGroups } from "~/accounts/recovery-code.server";
import { intoOutsideQueue } from "~/cases/outside/tell-outside.server";
import { randomToken } from "~/platform/keys.server";
import { refuse, sendBack } from "~/platform/refuse.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { fileTakedown } from "~/reports/outside/file-outside.server";
import { takedownForm } from "~/reports/outside/forms";
import { OutsideForm } from "~/reports/outside/outside-form";
import { ReceiptCode } from "~/reports/outside/receipt";
import { takedowns } from "~/reports/outside/rules";
import { Notice } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  return { once: randomToken(16) };
}

export async function action(args: ActionFunctionArgs) {
  publicDoor(args);
  const { site, network, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: takedownForm });
  if (submission.status !== "success") return sendBack(submission);
  const { once, ...told } = submission.value;
  const filed = await fileTakedown(site, { once, network, told }, intoOutsideQueue, now);
  if (!filed.ok) return refuse(filed, submission);
  return { lastResult: null, refusal: null, code: inGroups(filed.code), by: filed.by };
}

export default function Takedown() {
  const { once } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("outside");
  if (sent && "code" in sent) return <ReceiptCode code={sent.code} decideBy={sent.by} />;
  const steps = t("takedown.steps", { returnObjects: true });
  return (
    <div className="stack">
      <PageHeader title={t("takedown.title")} lead={t("takedown.lead")} />
      <Section title={t("takedown.how")}>
        <ol className="steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Notice tone="care">{t("takedown.never")}</Notice>
      <OutsideForm form="takedown" conducts={takedowns} sent={sent} once={once} />
      <p>
        <a href="/report/outside">{t("takedown.other")}</a>
      </p>
    </div>
  );
}
