import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { readSettings } from "~/agreements/settings-queries.server";
import { editForm } from "~/discussion/forms";
import { mayEdit } from "~/discussion/permissions";
import { editPost } from "~/discussion/posts/edit-post.server";
import { LongComposer } from "~/discussion/posts/long-composer";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { requirePost } from "~/discussion/posts/require-post.server";
import { refuse, sendBack } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { read } = args.context.site.database;
  const post = await requirePost(args, viewer);
  const allowed = mayEdit(viewer, post, post.topic);
  if (!allowed.ok && allowed.reason === "not-allowed") throw new Response(null, { status: 404 });
  const { contentNotes } = await readSettings(read);
  const { quotable: body, storyLabel } = post;
  return {
    refusal: allowed.ok ? null : allowed,
    address: `${topicAddress(post.topicId)}/${post.position}`,
    notes: contentNotes,
    post: {
      body,
      storyLabel,
      contentNotes: post.contentNotes.filter((note) => contentNotes.includes(note)),
      ownNote: post.contentNotes.find((note) => !contentNotes.includes(note)) ?? "",
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: editForm });
  if (submission.status !== "success") return sendBack(submission);
  const post = await requirePost(args, viewer);
  const sent = { ...submission.value, asked: submission.value.asked ? "on" : undefined };
  const edited = await editPost(site, viewer, { ...sent, post: post.id }, now);
  if (!edited.ok) return refuse(edited, submission);
  return redirect(`${topicAddress(edited.topicId)}/${edited.position}`, 303);
}

export const handle: PageHandle = { place: "spaces" };

export default function Edit() {
  const { post, notes, address, refusal } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("discussion");
  const [form, fields] = useForm<z.input<typeof editForm>>({ lastResult: sent?.lastResult, defaultValue: post });
  const standsInTheWay = sent?.refusal ?? refusal;
  return (
    <>
      <PageHeader title={t("write.editTitle")} lead={t("write.editLead")} />
      <LongComposer
        formId={form.id}
        fields={fields}
        notes={notes}
        refusal={standsInTheWay}
        go={t("write.keep")}
        back={address}
        askConsent={standsInTheWay?.reason === "ask-first"}
      />
    </>
  );
}
