import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SwitchQuestion } from "~/discussion/posts/composer-fields";
import { hostableSpaces } from "~/gatherings/gatherings-queries.server";
import { type PlanFields, planForm, startOf, TURNS, ZONES } from "~/gatherings/plan-form";
import { planGathering } from "~/gatherings/plan-gathering.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { toLink } from "~/platform/ids";
import { refused } from "~/platform/outcome";
import { refuse, sendBack } from "~/platform/refuse.server";
import { DAY, plus } from "~/platform/time";
import { requireMember } from "~/pseudonyms/door.server";
import { rememberedSlot } from "~/pseudonyms/voice-guard.server";
import { Actions, Button } from "~/ui/button";
import { Checkbox, Select } from "~/ui/choice-fields";
import type { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextArea, TextField } from "~/ui/text-field";

export const handle: PageHandle = {
  place: "gatherings",
  way: (_, t) => [{ label: t("gatherings:title"), href: "/gatherings" }, { label: t("gatherings:way.new") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const spaces = await hostableSpaces(site.database.read, viewer);
  if (spaces.length === 0) throw new Response(null, { status: 404 });
  return {
    spaces: spaces.map(({ id, name }) => ({ value: toLink(id), label: name })),
    names: viewer.pseudonyms
      .filter((own) => spaces.some((space) => space.names.some((name) => name.id === own.id)))
      .map(({ slot, name }) => ({ value: String(slot), label: name })),
    own: viewer.pseudonyms.map(({ slot, name }) => ({ slot, name })),
    slot: String(viewer.slot),
    tomorrow: plus(now, DAY).toISOString().slice(0, 10),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { request, context } = args;
  const submission = parseWithZod(await request.formData(), { schema: planForm });
  if (submission.status !== "success") return sendBack(submission);
  const { space, as, sureSlot, length, turn, sideChannel, keep, coHosts, ...plan } = submission.value;
  const starts = startOf(plan);
  if (!starts) return refuse(refused("invalid"), submission);
  const planned = await planGathering(
    context.site,
    viewer,
    {
      spaceId: space,
      pseudonymId: viewer.pseudonyms.find((own) => own.slot === as)?.id ?? -1,
      sureSlot,
      title: plan.title,
      purpose: plan.purpose,
      groundRules: plan.groundRules,
      starts,
      lengthMinutes: length,
      turnSeconds: turn * 60,
      sideChannel: sideChannel === "on",
      keepMessages: keep === "on",
      coHosts: (coHosts ?? "").split(","),
    },
    context.now,
  );
  if (!planned.ok) {
    const { data: sentBack, init } = refuse(planned, submission);
    const usual = await rememberedSlot(context.site.database.read, viewer.accountId, space);
    return data({ ...sentBack, usual }, init ?? undefined);
  }
  return redirect(`/gatherings/${toLink(planned.gatheringId)}`, 303);
}

export default function NewGathering() {
  const { spaces, names, own, slot, tomorrow } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("gatherings");
  const [form, fields] = useForm<PlanFields>({
    lastResult: answered?.lastResult,
    defaultValue: {
      as: names.some((name) => name.value === slot) ? slot : names[0]?.value,
      day: tomorrow,
      time: "18:00",
      zone: "0",
      length: "90",
      turn: "3",
      sideChannel: "on",
      groundRules: t("form.groundRulesStart"),
    },
  });
  /** A field with its errors in words. */
  const said = (field: Field): Field => ({
    ...field,
    id: field.id,
    name: field.name,
    key: field.key,
    initialValue: field.initialValue,
    errorId: field.errorId,
    descriptionId: field.descriptionId,
    errors: field.errors?.map((key) => t(`form.${errorKey(key)}`)),
  });
  const listed = (["title", "purpose", "groundRules", "day", "time", "length", "turn", "coHosts"] as const).map(
    (name) => ({ field: said(fields[name]), label: t(`form.${name}`) }),
  );
  return (
    <>
      <PageHeader title={t("plan")} lead={t("form.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      <form method="post" id={form.id} className="stack" noValidate>
        <FormErrors fields={listed} />
        <TextField field={said(fields.title)} label={t("form.title")} />
        <TextArea field={said(fields.purpose)} label={t("form.purpose")} hint={t("form.purposeHint")} rows={3} />
        <Select field={said(fields.space)} label={t("form.space")} hint={t("form.spaceHint")} options={spaces} />
        <Select field={said(fields.as)} label={t("form.as")} hint={t("form.asHint")} options={names} />
        {answered && "usual" in answered && typeof answered.usual === "number" && (
          <SwitchQuestion
            refusal={answered.refusal}
            choices={{ speakers: own, usual: answered.usual }}
            chosen={fields.as.initialValue}
          />
        )}
        <TextField field={said(fields.day)} label={t("form.day")} type="date" short />
        <TextField field={said(fields.time)} label={t("form.time")} type="time" short />
        <Select
          field={said(fields.zone)}
          label={t("form.zone")}
          options={ZONES.map((zone) => ({ value: String(zone), label: zoneName(zone) }))}
        />
        <TextField field={said(fields.length)} label={t("form.length")} type="number" min={10} max={480} short />
        <Select
          field={said(fields.turn)}
          label={t("form.turn")}
          options={TURNS.map((count) => ({ value: String(count), label: t("minutes", { count }) }))}
        />
        <TextArea field={said(fields.groundRules)} label={t("form.groundRules")} hint={t("form.groundRulesHint")} />
        <TextField field={said(fields.coHosts)} label={t("form.coHosts")} hint={t("form.coHostsHint")} optional />
        <Checkbox field={said(fields.sideChannel)} label={t("form.sideChannel")} hint={t("form.sideChannelHint")} />
        <Checkbox field={said(fields.keep)} label={t("form.keep")} hint={t("form.keepHint")} />
        <Actions>
          <Button consequence={t("form.consequence")}>{t("form.submit")}</Button>
        </Actions>
      </form>
    </>
  );
}

const zoneName = (zone: number) => (zone === 0 ? "UTC" : `UTC${zone > 0 ? "+" : "−"}${Math.abs(zone)}`);

const ERRORS = ["required", "tooLong", "wrongNumber", "wrongTime"] as const;
const errorKey = (key: string) => ERRORS.find((known) => known === key) ?? "required";
