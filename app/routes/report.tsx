import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Member } from "~/accounts/viewer";
import { intoCase } from "~/cases/into-case.server";
import { sealedGatheringMessage } from "~/gatherings/report-message.server";
import { fromLink, toLink } from "~/platform/ids";
import { refuse, type SentBack, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { fileReport } from "~/reports/file-report.server";
import { findItem } from "~/reports/find-item.server";
import { reliefLeadsTo, reportForm } from "~/reports/forms";
import { canReport } from "~/reports/permissions";
import { Disagreement, ReportForm } from "~/reports/report-form";
import { readReportForm } from "~/reports/report-queries.server";
import { useSubjectWords } from "~/reports/subject-words";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

/** What the address asks to report, from whichever room owns it; throws 404 for what this viewer can't see. */
async function requireItem({ request, context }: LoaderFunctionArgs, viewer: Member) {
  const { read } = context.site.database;
  const asked = new URL(request.url).searchParams;
  const message = fromLink(asked.get("message"));
  const item =
    message === null
      ? await findItem(read, viewer, asked, context.now)
      : await sealedGatheringMessage(read, viewer, message);
  if (!item) throw new Response(null, { status: 404 });
  return item;
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { read } = args.context.site.database;
  const item = await requireItem(args, viewer);
  return {
    own: !canReport(viewer, item).ok,
    subject: toLink(item.subjectId),
    ...(await readReportForm(read, viewer, item)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const form = await args.request.formData();
  const submission = parseWithZod(form, { schema: reportForm });
  // Words from somewhere else that a report is to begin with: nothing is asked yet, and nothing sent.
  if (form.has("begin")) return beginWith(String(form.get("words") ?? ""));
  if (submission.status !== "success") return sendBack(submission);
  const item = await requireItem(args, viewer);
  const filed = await fileReport(site, viewer, submission.value, item, intoCase, now);
  if (!filed.ok) return refuse(filed, submission);
  const said = filed.already ? "already" : filed.hidden ? "hidden" : "sent";
  const report = toLink(filed.reportId);
  return redirect(reliefLeadsTo(submission.value.relief, report, `/reports/${report}?${said}`), 303);
}

const beginWith = (words: string): SentBack => ({ lastResult: { initialValue: { words } }, refusal: null });

export default function Report() {
  const asked = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("reports");
  const wordsOf = useSubjectWords();
  if (asked.own) {
    return (
      <>
        <PageHeader title={t("own")} lead={t("ownText")} />
        <LinkButton href={asked.address}>{t("back")}</LinkButton>
      </>
    );
  }
  return (
    <div className="stack">
      <PageHeader title={t("title")} lead={t("formLead")} meta={`${t("about")}: ${wordsOf(asked)}`} />
      {asked.together > 0 && <p>{t("several.together", { count: asked.together })}</p>}
      {asked.kind === "pseudonym" && (
        <p>
          <a href={`/report/several?name=${asked.subject}`}>
            {asked.together ? t("several.change") : t("several.link")}
          </a>{" "}
          <a href={`/report/elsewhere?name=${asked.subject}`}>{t("elsewhere")}</a>
        </p>
      )}
      <Disagreement {...asked} />
      <ReportForm {...asked} sent={sent} />
    </div>
  );
}
