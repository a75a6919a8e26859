import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { languageOf } from "~/accounts/reader-language.server";
import { outcomes } from "~/cases/outcomes";
import { sides, templateForm, templateKey } from "~/cases/templates/forms";
import { templateVersions } from "~/cases/templates/template-queries.server";
import { useSaidOfTemplate, Versions } from "~/cases/templates/versions";
import { writeTemplate } from "~/cases/templates/write-template.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { Actions, Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { plainField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { TextArea } from "~/ui/text-field";

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("sanctions:templates.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const asked = new URL(args.request.url).searchParams;
  const chosen = templateKey.safeParse(Object.fromEntries(asked));
  const key = chosen.success
    ? chosen.data
    : { outcome: "no-breach" as const, side: "reporter" as const, language: languageOf(args.request, viewer) };
  return {
    key,
    versions: await templateVersions(args.context.site.database.read, key),
    saved: asked.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: templateForm });
  if (submission.status !== "success") return sendBack(submission);
  const { outcome, side, language } = submission.value;
  const written = await writeTemplate(site, viewer, submission.value, now);
  if (!written.ok) return refuse(written, submission);
  return redirect(`/moderation/templates?${new URLSearchParams({ outcome, side, language })}&saved`, 303);
}

export default function Templates() {
  const { key, versions, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("sanctions");
  const cases = useTranslation("cases").t;
  const said = useSaidOfTemplate();
  const [now] = versions;
  const [form, fields] = useForm<z.input<typeof templateForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { words: now!.words },
  });
  return (
    <div className="stack">
      <PageHeader title={t("templates.title")} lead={t("templates.lead")} />
      {saved && (
        <Notice tone="success" announce>
          {t("templates.saved")}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      <Section title={t("templates.which")}>
        <form method="get" className="stack">
          <Select
            field={plainField("outcome", { initialValue: key.outcome })}
            label={t("templates.outcome")}
            options={outcomes.map((value) => ({ value, label: cases(`outcomes.${value}`) }))}
          />
          <Select
            field={plainField("side", { initialValue: key.side })}
            label={t("templates.side")}
            options={sides.map((value) => ({ value, label: t(`templates.sides.${value}`) }))}
          />
          <Select
            field={plainField("language", { initialValue: key.language })}
            label={t("templates.language")}
            options={(["en", "es"] as const).map((value) => ({ value, label: cases(`languages.${value}`) }))}
          />
          <Actions>
            <Button look="quiet">{t("templates.show")}</Button>
          </Actions>
        </form>
      </Section>
      <Section title={`${cases(`outcomes.${key.outcome}`)} · ${t(`templates.sides.${key.side}`)}`}>
        <form method="post" id={form.id} className="stack">
          <input type="hidden" name="outcome" value={key.outcome} />
          <input type="hidden" name="side" value={key.side} />
          <input type="hidden" name="language" value={key.language} />
          <input type="hidden" name="version" value={now!.version} />
          <TextArea
            field={said(fields.words)}
            label={t("templates.words")}
            hint={t("templates.wordsHint", { clause: "{{clause}}", days: "{{days}}" })}
            lang={key.language}
          />
          <Actions>
            <Button consequence={t("templates.saveEffect")}>
              {t("templates.save", { version: now!.version + 1 })}
            </Button>
          </Actions>
        </form>
      </Section>
      <Versions versions={versions} language={key.language} />
    </div>
  );
}
