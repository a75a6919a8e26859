import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Conduct, needsHelpOutside } from "~/agreements/conducts";
import { readSettings } from "~/agreements/settings-queries.server";
import { answerAsReporter } from "~/cases/talk/answer-handlers.server";
import { answerForm } from "~/cases/talk/forms";
import { OwnSide, typedAnswer } from "~/cases/talk/own-side";
import { findMyTalk } from "~/cases/talk/talk-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { findMyImage } from "~/reports/elsewhere/my-image.server";
import { reliefForm, reliefLeadsTo } from "~/reports/forms";
import { ReliefField } from "~/reports/relief-field";
import { findMyReport } from "~/reports/report-queries.server";
import { MyDecision, WhatISent, WhereItStands } from "~/reports/report-status";
import { useSubjectWords } from "~/reports/subject-words";
import { takeRelief } from "~/reports/take-relief.server";
import { InDanger } from "~/safety/helplines/helpline-list";
import { Button } from "~/ui/button";
import { plainField } from "~/ui/field";
import { Folded } from "~/ui/folded";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

const NEWS = ["sent", "told", "hidden", "already", "relieved", "answered"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const id = fromLink(args.params.report);
  const report = id === null ? null : await findMyReport(site.database.read, viewer, id);
  const talk = id === null ? null : await findMyTalk(site.database.read, viewer, id);
  if (!report || !talk) throw new Response(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams;
  const late = report.decideBy !== null && report.decideBy <= now;
  const helplines = needsHelpOutside(report.conduct as Conduct)
    ? (await readSettings(site.database.read)).helplines
    : [];
  const image = report.kind === "elsewhere" && (await findMyImage(site.database.read, viewer, report.id)) !== null;
  return { report, talk, late, image, helplines, news: NEWS.find((one) => asked.has(one)) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const reportId = fromLink(args.params.report);
  if (reportId === null || !(await findMyTalk(site.database.read, viewer, reportId)))
    throw new Response(null, { status: 404 });
  const id = reportId;
  const here = `/reports/${args.params.report}`;
  const form = await args.request.formData();
  const { submission, done, to } = form.get("intent") === "answer" ? await answer() : await relieve();
  if (!done) return sendBack(submission);
  if (done.ok) return redirect(to, 303);
  if (done.reason === "not-found") throw new Response(null, { status: 404 });
  return refuse(done, submission);

  async function answer() {
    const submission = parseWithZod(form, { schema: answerForm });
    if (submission.status !== "success") return { submission };
    const { words } = submission.value;
    return {
      submission,
      done: await answerAsReporter(site, viewer, { reportId: id, words }, now),
      to: `${here}?answered#talk`,
    };
  }

  async function relieve() {
    const submission = parseWithZod(form, { schema: reliefForm });
    if (submission.status !== "success") return { submission };
    const { relief } = submission.value;
    const done = await takeRelief(site, viewer, { reportId: id, relief }, now);
    return { submission, done, to: reliefLeadsTo(relief, args.params.report!, `${here}?relieved`) };
  }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "concerns",
  way: (_, t) => [{ label: t("reports:mine"), href: "/reports" }, { label: t("reports:title") }],
};

export default function MyReport() {
  const { report, talk, late, image, helplines, news } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("reports");
  const wordsOf = useSubjectWords();
  const words = {
    sent: t("sent"),
    told: t("told"),
    hidden: t("sentHidden"),
    already: t("already"),
    relieved: t("relieved"),
    answered: t("answered"),
  };
  return (
    <div className="stack">
      <PageHeader title={wordsOf(report)} />
      {news && (
        <Notice tone="success" announce>
          {words[news]}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      {helplines.length > 0 && <InDanger lines={helplines} />}
      <WhereItStands report={report} late={late} />
      {report.held.length > 0 && (
        <p>
          {t("alreadyDone")}{" "}
          {report.held.map((relief) => t(`reliefs.${relief}`, { author: report.author || t("somebody") })).join(" · ")}
        </p>
      )}
      {report.decision && <MyDecision decision={report.decision} clause={report.clause} />}
      <OwnSide talk={talk} typed={typedAnswer(sent?.lastResult)} as="reporter" />
      {report.offered.length > 0 && (
        <Folded summary={t("moreRelief")} open={news === "sent" || news === "told" || news === "hidden"}>
          <form method="post" className="stack">
            <ReliefField
              field={plainField("relief")}
              offered={report.offered}
              author={report.author || t("somebody")}
            />
            <Button look="quiet">{t("takeRelief")}</Button>
          </form>
        </Folded>
      )}
      <WhatISent report={report} image={image} />
    </div>
  );
}
