import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { lengthInWords } from "~/limits/limit-notice";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { lengths, REASON_MOST, shieldForm } from "~/safety/shield/forms";
import { agreeToShield, endShield, holdShield } from "~/safety/shield/hold-shield.server";
import { ShieldPlot } from "~/safety/shield/shield-plot";
import { readCounts, readShield } from "~/safety/shield/shield-queries.server";
import { ShieldStands } from "~/safety/shield/shield-stands";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { type Field, fieldWith } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";
import { TextArea } from "~/ui/text-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator");
  const { site, now } = args.context;
  const { read } = site.database;
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    done: DONE.find((one) => one === done) ?? null,
    shield: await readShield(read, viewer),
    counts: await readCounts(read, now),
  };
}

/** What a form here can have done. */
const DONE = ["held", "ended", "agreed"] as const;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOffice(args, "moderator");
  const { site, now } = args.context;
  const form = await args.request.formData();
  const intent = form.get("intent");
  if (intent === "end" || intent === "agree") {
    const settled = await (intent === "end" ? endShield : agreeToShield)(site, viewer, now);
    return settled.ok
      ? redirect(`/moderation/shield?done=${intent === "end" ? "ended" : "agreed"}`, 303)
      : refuse(settled);
  }
  const submission = parseWithZod(form, { schema: shieldForm });
  if (submission.status !== "success") return sendBack(submission);
  const held = await holdShield(site, viewer, submission.value, now);
  return held.ok ? redirect("/moderation/shield?done=held", 303) : refuse(held, submission);
}

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("shield:title") }],
};

export default function ShieldPage() {
  const { shield, counts, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t, i18n } = useTranslation("shield");
  const [form, fields] = useForm<z.input<typeof shieldForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { step: "1", hours: "6" },
  });
  const said = (field: Field, words: string) => (field.errors?.length ? fieldWith(field, { errors: [words] }) : field);
  const step = said(fields.step, t("stepWrong"));
  const hours = said(fields.hours, t("hoursWrong"));
  const reason = said(fields.reason, t("reasonWrong", { most: REASON_MOST }));
  return (
    <div className="stack">
      <PageHeader title={t("title")} lead={t("lead")} />
      {done && !sent && (
        <Notice tone="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <RefusalNotice refusal={sent?.refusal} />
      <ShieldStands shield={shield} />
      <Section title={t("counts")}>
        <p className="soft">{t("countsLead")}</p>
        {counts.map((one) => (
          <ShieldPlot key={one.kind} {...one} />
        ))}
      </Section>
      <Section title={t("begin")}>
        <p className="soft">{t("beginLead")}</p>
        <FormErrors
          fields={[
            { field: step, label: t("step") },
            { field: hours, label: t("hours") },
            { field: reason, label: t("reason") },
          ]}
        />
        <form method="post" id={form.id} className="stack">
          <RadioGroup
            field={step}
            label={t("step")}
            options={(["1", "2", "3"] as const).map((value) => ({ value, label: t(`steps.${value}`) }))}
          />
          <RadioGroup
            field={hours}
            label={t("hours")}
            options={lengths.map((n) => ({ value: String(n), label: lengthInWords(i18n.language, n * 3_600) }))}
          />
          <TextArea field={reason} label={t("reason")} hint={t("reasonHint")} rows={3} />
          <Button name="intent" value="hold" consequence={t("doEffect")}>
            {t("do")}
          </Button>
        </form>
      </Section>
    </div>
  );
}
