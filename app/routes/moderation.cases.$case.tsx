import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { preferencesOf } from "~/accounts/preferences";
import { type Conduct, needsHelpOutside } from "~/agreements/conducts";
import { readSettings } from "~/agreements/settings-queries.server";
import { actOnCase } from "~/cases/act-on-case.server";
import { DecisionText, InWhoseHands, SecondLook, Tie, WorkTogether } from "~/cases/case-hands";
import { Background, Matter, Reports } from "~/cases/case-matter";
import { findCase } from "~/cases/case-queries.server";
import { ChooseOutcome, WriteReasons } from "~/cases/decide-steps";
import { draftDecision } from "~/cases/draft-decision.server";
import { AtOnce } from "~/cases/emergency/at-once";
import { isCaseIntent } from "~/cases/forms";
import { Lifting } from "~/cases/lifting/lifting";
import { Timeline } from "~/cases/pile-ons/timeline";
import { Talk } from "~/cases/talk/case-talk";
import { languageOfHeader } from "~/i18n/words.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { InDanger } from "~/safety/helplines/helpline-list";
import { Chip } from "~/ui/chip";
import { Deadline } from "~/ui/day";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const id = fromLink(args.params.case);
  const found = id === null ? null : await findCase(site, viewer, id, now);
  if (!found) throw new Response(null, { status: 404 });
  const { request } = args;
  const asked = new URL(request.url).searchParams;
  const chosen = preferencesOf(viewer, request.headers.get("cookie")).language;
  const language = chosen ?? languageOfHeader(request.headers.get("accept-language"));
  const { helplines } = await readSettings(site.database.read);
  return {
    found,
    helplines: needsHelpOutside(found.conduct as Conduct) ? helplines : [],
    news: (["decided", "waiting", "asked"] as const).find((one) => asked.has(one)) ?? null,
    ...(await draftDecision(site.database.read, asked, found.agreements, language)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const caseId = fromLink(args.params.case);
  const form = await args.request.formData();
  const intent = form.get("intent");
  if (caseId === null) throw new Response(null, { status: 404 });
  if (!isCaseIntent(intent)) throw data(null, { status: 400 });
  const acted = await actOnCase(site, viewer, { caseId, intent, form }, now);
  if (!acted.done) return sendBack(acted.submission);
  if (acted.done.ok) return redirect(acted.to, 303);
  if (acted.done.reason === "not-found") throw new Response(null, { status: 404 });
  return refuse(acted.done, acted.submission);
}

const NEWS = { decided: "doneDecided", waiting: "doneWaiting", asked: "doneAsked" } as const;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  way: ({ found }, t) => [
    { label: t("cases:queue"), href: "/moderation" },
    { label: t(`agreements:conducts.${found.conduct}` as never) },
  ],
};

export default function CaseOnePage() {
  const { found, helplines, news, draft, lastResult } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  const agreements = useTranslation("agreements").t;
  const tried = sent?.lastResult?.initialValue as Record<string, unknown> | undefined;
  const intent = typeof tried?.intent === "string" ? tried.intent : "";
  const errors = sent && !sent.refusal ? [t("errors.missing")] : undefined;
  const wrong = Object.keys(sent?.lastResult?.error ?? {});
  const returned =
    tried && intent !== "decide" ? { intent, text: String(tried.note ?? ""), errors, typed: tried, wrong } : null;
  const inForce = found.decisions.find((decision) => decision.state === "in-force");
  // What was written comes back even where the case can't be decided by this reader any more.
  const writes = draft !== null && (found.can.work || intent === "decide");
  return (
    <div className="stack">
      <PageHeader
        title={agreements(`conducts.${found.conduct as Conduct}`)}
        lead={found.author ? t("about", { author: found.author }) : undefined}
        meta={
          <>
            {found.severity === "urgent" && <Chip tone="care">{t("urgent")}</Chip>}
            {found.late && <Chip tone="danger">{t("late")}</Chip>}
            <Chip>{t(`states.${found.state}`)}</Chip>
            {found.decideBy && (
              <span>
                {t("by")} <Deadline at={found.decideBy} />
              </span>
            )}
          </>
        }
      />
      {news && (
        <Notice tone="success" announce>
          {t(NEWS[news])}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      {helplines.length > 0 && <InDanger lines={helplines} />}
      <InWhoseHands found={found} />
      <Timeline found={found} />
      <Matter found={found} />
      <Reports found={found} />
      <Background found={found} />
      <Talk found={found} returned={returned} />
      <AtOnce found={found} returned={returned} />
      {(found.can.work || ["note", "hand-over", "release"].includes(intent)) && (
        <WorkTogether found={found} returned={returned} />
      )}
      {writes && draft && (
        <WriteReasons found={found} draft={draft} lastResult={intent === "decide" ? sent?.lastResult : null} />
      )}
      {found.can.work && !draft && <ChooseOutcome found={found} lastResult={lastResult} />}
      <SecondLook found={found} returned={returned} />
      {inForce && (
        <Section title={t("states.decided")}>
          <DecisionText decision={inForce} />
          <Lifting found={found} returned={returned} />
        </Section>
      )}
      {!inForce && <Tie />}
    </div>
  );
}
