import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { needsHelpOutside } from "~/agreements/conducts";
import { readSettings } from "~/agreements/settings-queries.server";
import { REASONS_MOST } from "~/cases/forms";
import { findOutside } from "~/cases/outside/find-outside.server";
import { answerForm, bringForm, hideForm } from "~/cases/outside/forms";
import { OutsideHands, ToldOutside } from "~/cases/outside/outside-desk";
import { answerOutside, bringIntoCase, hideNamed } from "~/cases/outside/settle-outside.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { isForStewards } from "~/reports/outside/rules";
import { InDanger } from "~/safety/helplines/helpline-list";
import { Chip } from "~/ui/chip";
import { Day, Deadline } from "~/ui/day";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const id = fromLink(args.params.outside);
  const found = id === null ? null : await findOutside(site.database.read, viewer, id, now);
  if (!found) throw new Response(null, { status: 404 });
  const { helplines } = await readSettings(site.database.read);
  return {
    found,
    hidden: new URL(args.request.url).searchParams.has("hidden"),
    stewards: isForStewards(found.conduct),
    helplines: needsHelpOutside(found.conduct) ? helplines : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const id = fromLink(args.params.outside);
  if (id === null) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  const { submission, done, to } = await act(form.get("intent"));
  if (!done) return sendBack(submission);
  if (done.ok) return redirect(to, 303);
  if (done.reason === "not-found") throw new Response(null, { status: 404 });
  return refuse(done, submission);

  async function act(intent: unknown) {
    if (intent === "hide") {
      const submission = parseWithZod(form, { schema: hideForm });
      const done = await hideNamed(site, viewer, id!, now);
      return { submission, done, to: `/moderation/outside/${args.params.outside}?hidden` };
    }
    if (intent === "answer") {
      const submission = parseWithZod(form, { schema: answerForm });
      if (submission.status !== "success") return { submission, to: "" };
      const done = await answerOutside(site, viewer, { ...submission.value, id: id! }, now);
      return { submission, done, to: "/moderation/outside?answered" };
    }
    if (intent === "bring") {
      const submission = parseWithZod(form, { schema: bringForm });
      if (submission.status !== "success") return { submission, to: "" };
      const done = await bringIntoCase(site, viewer, { ...submission.value, id: id! }, now);
      return { submission, done, to: "/moderation/outside?brought" };
    }
    throw data(null, { status: 400 });
  }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  way: ({ found }, t) => [
    { label: t("cases:queue"), href: "/moderation" },
    { label: t("outside:queue.title"), href: "/moderation/outside" },
    { label: t(`agreements:conducts.${found.conduct}`) },
  ],
};

export default function OneFromOutside() {
  const { found, hidden, stewards, helplines } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("outside");
  const cases = useTranslation("cases").t;
  const agreements = useTranslation("agreements").t;
  const tried = (sent?.lastResult?.initialValue ?? {}) as Record<string, unknown>;
  const wrong = Boolean(sent && !sent.refusal);
  const long = String(tried.words ?? "").trim().length > 0;
  return (
    <div className="stack">
      <PageHeader
        title={agreements(`conducts.${found.conduct}`)}
        meta={
          <>
            {found.takedown && <Chip tone="care">{t("queue.takedown")}</Chip>}
            {found.timesPassed > 0 && <Chip tone="care">{t(found.withYou ? "queue.withYou" : "queue.passedOn")}</Chip>}
            {found.late && <Chip tone="danger">{cases("late")}</Chip>}
            <span>
              {t("follow.filed")} <Day date={found.filed} />
            </span>
            {found.decideBy && (
              <span>
                {cases("by")} <Deadline at={found.decideBy} />
              </span>
            )}
          </>
        }
      />
      {hidden && (
        <Notice tone="success" announce>
          {t("desk.doneHid")}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      {helplines.length > 0 && <InDanger lines={helplines} />}
      {stewards && <Notice tone="care">{t("desk.stewards")}</Notice>}
      <ToldOutside found={found} />
      <OutsideHands
        found={found}
        returned={{
          intent: String(tried.intent ?? ""),
          words: String(tried.words ?? ""),
          errors: wrong ? [long ? cases("errors.long", { most: REASONS_MOST }) : t("desk.missing")] : undefined,
        }}
      />
    </div>
  );
}
