import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { CalmNotice } from "~/discussion/topics/calm/calm-notice";
import { readCalm } from "~/discussion/topics/calm/calm-queries.server";
import { calmTopic, endCalm, findCalmer } from "~/discussion/topics/calm/calm-topic.server";
import { calmForm, REASON_MOST } from "~/discussion/topics/calm/forms";
import { circlesOfWriters, lengths, paces } from "~/discussion/topics/calm/rules";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { lengthInWords } from "~/limits/limit-notice";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Actions, Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-fields";
import { type Field, fieldWith } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextArea } from "~/ui/text-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const id = fromLink(args.params.topic);
  const topic = id === null ? null : await findTopic(read, viewer, id);
  const calmer = topic && (await findCalmer(read, viewer, topic));
  if (!topic || !calmer) throw new Response(null, { status: 404 });
  return {
    topic: { title: topic.title, address: topicAddress(topic.id) },
    space: { slug: topic.space.slug, name: topic.space.name },
    as: calmer.as,
    name: viewer.pseudonyms.find(({ id }) => id === calmer.pseudonymId)?.name ?? "",
    calm: await readCalm(read, topic, now),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const topic = fromLink(args.params.topic);
  if (topic === null) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  if (form.get("deed") === "end") {
    const ended = await endCalm(site, viewer, topic, now);
    return ended.ok ? redirect(topicAddress(topic), 303) : refuse(ended);
  }
  const submission = parseWithZod(form, { schema: calmForm });
  if (submission.status !== "success") return sendBack(submission);
  const calmed = await calmTopic(site, viewer, { ...submission.value, topic }, now);
  return calmed.ok ? redirect(topicAddress(topic), 303) : refuse(calmed, submission);
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "spaces",
  way: ({ space, topic }, t) => [
    { label: t("spaces:home.title"), href: "/" },
    { label: space.name, href: `/s/${space.slug}` },
    { label: topic.title || t("discussion:topic.untitled"), href: topic.address },
    { label: t("calm:title") },
  ],
};

export default function CalmTopic() {
  const { topic, as, name, calm } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t, i18n } = useTranslation("calm");
  const [form, fields] = useForm<z.input<typeof calmForm>>({
    lastResult: sent?.lastResult,
    defaultValue: { minutes: "5", writers: "everybody", hours: "24" },
  });
  const said = (field: Field, words: string) => (field.errors?.length ? fieldWith(field, { errors: [words] }) : field);
  const minutes = said(fields.minutes, t("errors.nothing"));
  const why = said(fields.why, t("errors.why", { most: REASON_MOST }));
  const inWords = (seconds: number) => lengthInWords(i18n.language, seconds);
  return (
    <div className="stack">
      <PageHeader title={t("title")} lead={t("lead")} />
      <RefusalNotice refusal={sent?.refusal} />
      {calm && <CalmNotice calm={calm} />}
      {calm && (
        <form method="post">
          <Button name="deed" value="end" look="quiet" consequence={t("endEffect")}>
            {t("end")}
          </Button>
        </form>
      )}
      <FormErrors
        fields={[
          { field: minutes, label: t("pace") },
          { field: why, label: t("why") },
        ]}
      />
      <form method="post" id={form.id} className="stack">
        <RadioGroup
          field={minutes}
          label={t("pace")}
          hint={t("paceHint")}
          options={paces.map((n) => ({
            value: String(n),
            label: n ? t("apart", { pause: inWords(n * 60) }) : t("ownPace"),
          }))}
        />
        <RadioGroup
          field={fields.writers}
          label={t("writers")}
          options={circlesOfWriters.map((value) => ({ value, label: t(`options.${value}`) }))}
        />
        <RadioGroup
          field={fields.hours}
          label={t("length")}
          options={lengths.map((n) => ({ value: String(n), label: inWords(n * 3_600) }))}
        />
        <TextArea field={why} label={t("why")} hint={t("whyHint")} rows={3} />
        <Actions>
          <Button name="deed" value="calm" consequence={t(`effect.${as}`, { name })}>
            {t("do")}
          </Button>
          <LinkButton look="quiet" href={topic.address}>
            {t("back")}
          </LinkButton>
        </Actions>
      </form>
    </div>
  );
}
