import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Conduct } from "~/agreements/conducts";
import { makeStatement } from "~/cases/talk/answer-handlers.server";
import { answerForm } from "~/cases/talk/forms";
import { OwnSide, typedAnswer } from "~/cases/talk/own-side";
import { findStatement } from "~/cases/talk/talk-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site } = args.context;
  const id = fromLink(args.params.case);
  const asked = id === null ? null : await findStatement(site.database.read, viewer, id);
  if (!asked) throw new Response(null, { status: 404 });
  return { asked, sent: new URL(args.request.url).searchParams.has("sent") };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const caseId = fromLink(args.params.case);
  const form = await args.request.formData();
  if (caseId === null) throw new Response(null, { status: 404 });
  const submission = parseWithZod(form, { schema: answerForm });
  if (submission.status !== "success") {
    if (!(await findStatement(site.database.read, viewer, caseId))) throw new Response(null, { status: 404 });
    return sendBack(submission);
  }
  const done = await makeStatement(site, viewer, { caseId, words: submission.value.words }, now);
  if (done.ok) return redirect(`/statements/${args.params.case}?sent`, 303);
  if (done.reason === "not-found") throw new Response(null, { status: 404 });
  return refuse(done, submission);
}

export const handle: PageHandle = { place: "concerns" };

export default function Statement() {
  const { asked, sent } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("talk");
  const agreements = useTranslation("agreements").t;
  const cases = useTranslation("cases").t;
  return (
    <div className="stack">
      <PageHeader title={t("statement.title")} lead={t("statement.lead", { name: asked.name })} />
      {sent && (
        <Notice tone="success" announce>
          {t("statement.sent")}
        </Notice>
      )}
      <RefusalNotice refusal={answered?.refusal} />
      <p>
        {t("statement.about", { conduct: agreements(`conducts.${asked.conduct as Conduct}`) })}{" "}
        {asked.place ? (
          <a href={asked.place.href}>{cases("seeThere", { title: asked.place.title })}</a>
        ) : (
          t(`statement.kinds.${asked.kind}`)
        )}
      </p>
      <p>{t("statement.nothingDecided")}</p>
      <OwnSide talk={asked} typed={typedAnswer(answered?.lastResult)} as="respondent" />
      {!asked.canAnswer && <p>{t("statement.over")}</p>}
      <p className="soft">{cases("notWho")}</p>
    </div>
  );
}
