import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { doDraftDeed } from "~/discussion/drafts/draft-deeds.server";
import { topicForm } from "~/discussion/forms";
import { mayStartTopic } from "~/discussion/permissions";
import { composerChoices } from "~/discussion/posts/composer-queries.server";
import { LongComposer } from "~/discussion/posts/long-composer";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { useSaid } from "~/discussion/posts/said";
import { startTopic } from "~/discussion/topics/start-topic.server";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { findSpace } from "~/spaces/space-queries.server";
import { RadioGroup } from "~/ui/choice-fields";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { TextField } from "~/ui/text-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { read } = args.context.site.database;
  const space = await findSpace(read, viewer, args.params.space ?? "");
  if (!space) throw new Response(null, { status: 404 });
  const allowed = mayStartTopic(viewer, space);
  return {
    refusal: allowed.ok ? null : allowed,
    space: { slug: space.slug, name: space.name, kind: space.kind, language: space.language },
    choices: await composerChoices(read, viewer, space, { kind: "topic", id: space.id }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const form = await args.request.formData();
  const space = await findSpace(site.database.read, viewer, args.params.space ?? "");
  if (!space) throw new Response(null, { status: 404 });
  const answered = await doDraftDeed(args, viewer, form, { kind: "topic", id: space.id });
  if (answered) return answered;
  const submission = parseWithZod(form, { schema: topicForm });
  if (submission.status !== "success") return sendBack(submission);
  const started = await startTopic(site, viewer, { ...submission.value, space: space.id }, now);
  if (!started.ok) return refuse(started, submission);
  return redirect(topicAddress(started.topicId), 303);
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "spaces",
  way: ({ space }, t) => [
    { label: t("spaces:home.title"), href: "/" },
    { label: space.name, href: `/s/${space.slug}` },
    { label: t("discussion:write.newTitle") },
  ],
  speaking: ({ choices }) => choices?.speaking,
};

export default function NewTopic() {
  const { space, choices, refusal } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("discussion");
  const { t: s } = useTranslation("spaces");
  const said = useSaid();
  const [form, fields] = useForm<z.input<typeof topicForm>>({
    lastResult: sent?.lastResult,
    defaultValue: {
      title: choices?.draft?.title,
      body: choices?.draft?.body,
      storyLabel: "ask",
      slot: choices && String(choices.usual),
      language: "",
    },
  });
  const who = t(`write.who.${space.kind}`);
  return (
    <>
      <PageHeader title={t("write.newTitle")} lead={t("write.newLead", { space: space.name, who })} />
      <LongComposer
        formId={form.id}
        fields={fields}
        notes={choices?.notes ?? []}
        choices={choices ?? undefined}
        refusal={sent?.refusal ?? refusal}
        go={t("write.start")}
        back={`/s/${space.slug}`}
      >
        <TextField field={said(fields.title)} label={t("write.title")} hint={t("write.titleHint")} dir="auto" />
        {space.language === "both" && (
          <RadioGroup
            field={fields.language}
            label={t("write.language")}
            options={[
              { value: "", label: t("write.languageEither") },
              { value: "en", label: s("languages.en") },
              { value: "es", label: s("languages.es") },
            ]}
          />
        )}
      </LongComposer>
    </>
  );
}
