import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Copies, GiveBack, HideNow, TakePackage } from "~/cases/quarantine/aside-page";
import { findAside } from "~/cases/quarantine/aside-queries.server";
import { liftForm } from "~/cases/quarantine/forms";
import { hideNow } from "~/cases/quarantine/hide-now.server";
import { liftQuarantine } from "~/cases/quarantine/lift-quarantine.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:steward.title"), href: "/steward" },
    { label: t("aside:title"), href: "/steward/quarantine" },
    { label: t("aside:one.title") },
  ],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const caseId = fromLink(args.params.case);
  const found = caseId === null ? null : await findAside(args.context.site.database.read, viewer, caseId);
  if (!found) throw new Response(null, { status: 404 });
  return { found, hidden: new URL(args.request.url).searchParams.has("hidden") };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const { site, now } = args.context;
  const caseId = fromLink(args.params.case);
  if (caseId === null) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  if (form.get("deed") === "hide") {
    const done = await hideNow(site, viewer, caseId, now);
    if (done.ok) return redirect(`/steward/quarantine/${args.params.case}?hidden`, 303);
    if (done.reason === "not-found") throw new Response(null, { status: 404 });
    return refuse(done);
  }
  const submission = parseWithZod(form, { schema: liftForm });
  if (submission.status !== "success") return sendBack(submission);
  const done = await liftQuarantine(site, viewer, { ...submission.value, caseId }, now);
  if (done.ok) return redirect("/steward/quarantine?lifted", 303);
  if (done.reason === "not-found") throw new Response(null, { status: 404 });
  if (done.reason === "invalid")
    return sendBack({ reply: () => submission.reply({ fieldErrors: { opened: ["missing"] } }) });
  return refuse(done, submission);
}

export default function OneSetAside() {
  const { found, hidden } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("aside");
  return (
    <>
      <PageHeader title={t("one.title")} lead={t("one.lead")}>
        <a href={`/moderation/cases/${found.link}`}>{t("one.back")}</a>
      </PageHeader>
      <RefusalNotice refusal={sent?.refusal} />
      {hidden && !sent && (
        <Notice tone="success" announce>
          {t("one.hidden")}
        </Notice>
      )}
      {found.visible && found.active && <HideNow />}
      <Copies copies={found.copies} answers={found.answers} />
      <TakePackage link={found.link} hasKey={found.hasKey} />
      <Section title={t("holds.title")}>
        <Rows>
          <Row href={`/steward/holds?case=${found.link}`} title={t("holds.place")} about={t("law.keep")} />
        </Rows>
      </Section>
      {found.active && <GiveBack mustBring={found.mustBring} sent={sent} />}
    </>
  );
}
