import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireProof } from "~/pseudonyms/door.server";
import { leaveForm, leftKinds } from "~/retention/leave-choices";
import { leaveForGood } from "~/retention/leave-for-good.server";
import { countWritten } from "~/retention/leaving-queries.server";
import { leaveResponse } from "~/safety/leave/leave-response.server";
import { Actions, Button, LinkButton } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choice-fields";
import { fieldWith } from "~/ui/field";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

const GOES = ["account", "names", "rest", "offices"] as const;
const STAYS = ["cases", "log", "quoted", "masks", "backups"] as const;

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("retention:leaving.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProof(args);
  return { written: await countWritten(args.context.site.database.read, viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProof(args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: leaveForm });
  if (submission.status !== "success") return sendBack(submission);
  const left = await leaveForGood(site, viewer, submission.value, now);
  if (!left.ok) return refuse(left, submission);
  return leaveResponse("/goodbye", args.request.headers.get("cookie"), true);
}

export default function LeaveForGood() {
  const { written } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("retention");
  const [form, fields] = useForm<Record<"answers" | "topics" | "gatherings" | "sure", string>>({
    lastResult: sent?.lastResult,
    defaultValue: { answers: "erase", topics: "erase", gatherings: "erase" },
  });
  const there = leftKinds.filter((kind) => written[kind] > 0);
  const sure = fieldWith(fields.sure, { errors: fields.sure.errors && [t("leaving.sureMissing")] });
  return (
    <>
      <PageHeader title={t("leaving.title")} lead={t("leaving.lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      <Section title={t("leaving.goesTitle")}>
        <ul className="steps">
          {GOES.map((what) => (
            <li key={what}>{t(`leaving.goes.${what}`, { count: written.names })}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("leaving.staysTitle")}>
        <ul className="steps">
          {STAYS.map((what) => (
            <li key={what}>{t(`leaving.stays.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("leaving.alongTitle")}>
        <p>
          {t("leaving.along")} <a href="/me/export">{t("leaving.alongGo")}</a>
        </p>
      </Section>
      <form method="post" id={form.id} className="stack section">
        <h2>{t("leaving.wordsTitle")}</h2>
        <p>{t(there.length > 0 ? "leaving.wordsLead" : "leaving.wordsNone")}</p>
        {there.map((kind) => (
          <RadioGroup
            key={kind}
            field={fields[kind]}
            label={t(`leaving.kinds.${kind}`, { count: written[kind] })}
            options={(["erase", "keep"] as const).map((fate) => ({
              value: fate,
              label: t(`leaving.fates.${fate}`),
              hint: t(`leaving.means.${kind}.${fate}`),
            }))}
          />
        ))}
        <Checkbox field={sure} label={t("leaving.sure")} hint={t("leaving.sureHint")} />
        <Actions>
          <Button look="danger" consequence={t("leaving.goConsequence")}>
            {t("leaving.go")}
          </Button>
          <LinkButton look="quiet" href="/me">
            {t("leaving.stay")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}
