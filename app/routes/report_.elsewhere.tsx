import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { agreementsInForce } from "~/agreements/agreements-queries.server";
import { intoCase } from "~/cases/into-case.server";
import { fromLink, toLink } from "~/platform/ids";
import { randomToken } from "~/platform/keys.server";
import type { SentBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { findName } from "~/pseudonyms/find-name.server";
import { ElsewhereForm } from "~/reports/elsewhere/elsewhere-form";
import { fileElsewhere } from "~/reports/elsewhere/file-elsewhere.server";
import { elsewhereForm } from "~/reports/elsewhere/forms";
import { reportable } from "~/reports/permissions";
import { readImageForm } from "~/safety/images/read-image-form.server";
import { takeImageForm } from "~/safety/images/take-image-form.server";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export const handle: PageHandle = {
  place: "concerns",
  way: (_, t) => [{ label: t("reports:mine"), href: "/reports" }, { label: t("elsewhere:title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args);
  const { read } = args.context.site.database;
  const id = fromLink(new URL(args.request.url).searchParams.get("name"));
  const named = id === null ? null : await findName(read, id);
  const agreements = await agreementsInForce(read, args.context.now);
  return { once: randomToken(16), who: named?.name ?? "", conducts: reportable(agreements) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const sent = await readImageForm(args);
  // Words from the journal that a report is to begin with: nothing is asked yet, and nothing sent.
  if (sent.form.has("begin")) return beginWith(sent.form);
  const taken = takeImageForm(sent, elsewhereForm);
  if (!taken.ok) return taken.answer;
  const filed = await fileElsewhere(site, viewer, taken.input, intoCase, now);
  if (filed.ok) return redirect(`/reports/${toLink(filed.reportId)}?${filed.already ? "already" : "told"}`, 303);
  return "field" in filed ? taken.wrong(filed.field, filed.error) : taken.again(filed);
}

function beginWith(form: FormData): SentBack {
  const text = (name: string) => String(form.get(name) ?? "");
  const initialValue = { words: text("words"), place: text("place"), day: text("day") };
  return { lastResult: { initialValue }, refusal: null };
}

export default function ReportElsewhere() {
  const { once, who, conducts } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("elsewhere");
  return (
    <div className="stack">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Notice>
        <p>{t("can")}</p>
      </Notice>
      <p>
        <a href="/me/journal">{t("journal")}</a>
      </p>
      <ElsewhereForm once={once} who={who} conducts={conducts} sent={sent} />
    </div>
  );
}
