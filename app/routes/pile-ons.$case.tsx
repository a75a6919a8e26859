import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choosePileOnWish } from "~/cases/pile-ons/choose-wish.server";
import { chooseForm, wishes } from "~/cases/pile-ons/forms";
import { findMyPileOn } from "~/cases/pile-ons/pile-on-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink, toLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { Deadline } from "~/ui/day";
import { plainField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const caseId = fromLink(args.params.case);
  const found = caseId === null ? null : await findMyPileOn(args.context.site.database.read, viewer, caseId);
  if (!found) throw new Response(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams;
  return { found, news: (["kept", "muted"] as const).find((one) => asked.has(one)) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const caseId = fromLink(args.params.case);
  const submission = parseWithZod(await args.request.formData(), { schema: chooseForm });
  if (caseId === null) throw new Response(null, { status: 404 });
  if (submission.status !== "success") return sendBack(submission);
  const { choice } = submission.value;
  const chosen = await choosePileOnWish(site, viewer, { caseId, choice }, now);
  if (chosen.ok) return redirect(`/pile-ons/${toLink(caseId)}?${choice === "mute-all" ? "muted" : "kept"}`, 303);
  if (chosen.reason === "not-found") throw new Response(null, { status: 404 });
  return refuse(chosen, submission);
}

export const handle: PageHandle = {
  place: "concerns",
  way: (_, t) => [{ label: t("notifications:title"), href: "/notifications" }, { label: t("pileOns:where") }],
};

/** For the member at whom many come: what is happening, and what they want. */
export default function PileOn() {
  const { found, news } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("pileOns");
  const { name, wish, over, reasons } = found;
  return (
    <div className="stack">
      <PageHeader title={t("title", { name })} lead={t(found.foundBy === "member" ? "calledLead" : "foundLead")} />
      {news && (
        <Notice tone="success" announce>
          {t(news)}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      {!over && (
        <form method="post" className="stack">
          <RadioGroup
            field={plainField("choice", { initialValue: wishes.find((one) => one === wish) ?? "slow" })}
            label={t("want")}
            hint={t("wantHint")}
            options={wishes.map((one) => ({ value: one, label: t(`wishes.${one}`), hint: t(`wishHints.${one}`) }))}
          />
          <Actions>
            <Button>{t("keep")}</Button>
          </Actions>
        </form>
      )}
      <Section title={t("quiet")}>
        <form method="post">
          <Button look="quiet" name="choice" value="mute-all" consequence={t("muteAllEffect")}>
            {t("muteAll")}
          </Button>
        </form>
      </Section>
      <Section title={t("where")}>
        <p>{t("gathered", { count: found.gathered })}</p>
        {over ? <p>{t("over")}</p> : <p>{t(found.slowed ? "slowNow" : "notSlowNow")}</p>}
        {!reasons && found.decideBy && (
          <p>
            {t(found.lookedAt ? "lookedAt" : "notYet")} {t("by")} <Deadline at={found.decideBy} />
          </p>
        )}
      </Section>
      {reasons && (
        <Section title={t("decided")}>
          <p className="said">{reasons}</p>
        </Section>
      )}
      <Section title={t("more")}>
        <p>{t("moreText")}</p>
        <p>
          <a href="/me/shelter">{t("shelter")}</a>
        </p>
        <p>{t("report")}</p>
        <p>
          <a href="/helplines">{t("helplines")}</a>
        </p>
      </Section>
    </div>
  );
}
