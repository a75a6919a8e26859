import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { doDraftDeed } from "~/discussion/drafts/draft-deeds.server";
import { postForm } from "~/discussion/forms";
import { mayQuote, mayReply } from "~/discussion/permissions";
import { composerChoices } from "~/discussion/posts/composer-queries.server";
import { LongComposer } from "~/discussion/posts/long-composer";
import { findPost } from "~/discussion/posts/post-queries.server";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { quoteOf } from "~/discussion/posts/quote-of";
import { writePost } from "~/discussion/posts/write-post.server";
import { Washed } from "~/discussion/text/washed";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { fromLink } from "~/platform/ids";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Folded } from "~/ui/folded";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const id = fromLink(args.params.topic);
  const topic = id === null ? null : await findTopic(read, viewer, id);
  if (!topic || topic.state === "removed") throw new Response(null, { status: 404 });
  const allowed = mayReply(viewer, topic.space, topic, now);
  const choices = await composerChoices(read, viewer, topic.space, { kind: "reply", id: topic.id });
  const search = new URL(args.request.url).searchParams;
  const to = /^[1-9]\d{0,5}$/.test(search.get("to") ?? "") ? Number(search.get("to")) : null;
  const found = to ? await findPost(read, viewer, { topicId: topic.id, position: to }) : null;
  const answered = found?.view.startsWith("shown") ? found : null;
  const quotes = answered !== null && search.get("quote") === "on" && mayQuote(viewer, answered, true).ok;
  return {
    refusal: allowed.ok ? null : allowed,
    topic: { title: topic.title, address: topicAddress(topic.id) },
    space: { slug: topic.space.slug, name: topic.space.name, kind: topic.space.kind },
    answered: answered && { position: answered.position, name: answered.author?.name ?? "", html: answered.html },
    askConsent: answered !== null && quotes && !mayQuote(viewer, answered, false).ok,
    body: answered && quotes ? quoteOf(answered.author?.name ?? null, answered.position, answered.quotable) : "",
    choices,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const form = await args.request.formData();
  const topic = fromLink(args.params.topic);
  if (topic === null) throw new Response(null, { status: 404 });
  const answered = await doDraftDeed(args, viewer, form, { kind: "reply", id: topic });
  if (answered) return answered;
  const submission = parseWithZod(form, { schema: postForm });
  if (submission.status !== "success") return sendBack(submission);
  const sent = { ...submission.value, asked: submission.value.asked ? "on" : undefined };
  const written = await writePost(site, viewer, { ...sent, topic }, now);
  if (!written.ok) return refuse(written, submission);
  return redirect(`${topicAddress(topic)}/${written.position}`, 303);
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "spaces",
  way: ({ space, topic }, t) => [
    { label: t("spaces:home.title"), href: "/" },
    { label: space.name, href: `/s/${space.slug}` },
    { label: topic.title || t("discussion:topic.untitled"), href: topic.address },
    { label: t("discussion:write.replyTitle") },
  ],
  speaking: ({ choices }) => choices?.speaking,
};

export default function Reply() {
  const { topic, space, answered, askConsent, body, choices, refusal } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("discussion");
  const [form, fields] = useForm<z.input<typeof postForm>>({
    lastResult: sent?.lastResult,
    defaultValue: {
      body: [choices?.draft?.body, body].filter(Boolean).join("\n\n"),
      storyLabel: "ask",
      slot: choices && String(choices.usual),
      to: answered && String(answered.position),
    },
  });
  const who = t(`write.who.${space.kind}`);
  const standsInTheWay = sent?.refusal ?? refusal;
  return (
    <>
      <PageHeader
        title={t("write.replyTitle")}
        lead={t("write.replyLead", { topic: topic.title || t("topic.untitled"), who })}
      />
      {answered && (
        <Folded summary={t("write.answering", { position: answered.position, name: answered.name })}>
          <Washed html={answered.html} />
        </Folded>
      )}
      <LongComposer
        formId={form.id}
        fields={fields}
        notes={choices?.notes ?? []}
        choices={choices ?? undefined}
        refusal={standsInTheWay}
        go={t("write.post")}
        back={topic.address}
        askConsent={askConsent || standsInTheWay?.reason === "ask-first"}
      >
        {fields.to.initialValue !== undefined && (
          <input type="hidden" name="to" value={String(fields.to.initialValue)} />
        )}
      </LongComposer>
    </>
  );
}
