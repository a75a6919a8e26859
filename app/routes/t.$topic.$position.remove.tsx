import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayRemove } from "~/discussion/permissions";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { removePost } from "~/discussion/posts/remove-post.server";
import { requirePost } from "~/discussion/posts/require-post.server";
import { Washed } from "~/discussion/text/washed";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Actions, Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const post = await requirePost(args, viewer);
  const allowed = mayRemove(viewer, post);
  if (!allowed.ok && allowed.reason === "not-allowed") throw new Response(null, { status: 404 });
  const address = `${topicAddress(post.topicId)}/${post.position}`;
  return { refusal: allowed.ok ? null : allowed, opens: post.position === 1, html: post.html, address };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const post = await requirePost(args, viewer);
  const removed = await removePost(site, viewer, { post: post.id }, now);
  if (!removed.ok) return refuse(removed);
  const topic = await findTopic(site.database.read, viewer, removed.topicId);
  const gone = !topic || topic.state === "removed";
  return redirect(gone ? `/s/${post.topic.space.slug}` : `${topicAddress(topic.id)}/${removed.position}`, 303);
}

export const handle: PageHandle = { place: "spaces" };

export default function Remove() {
  const { opens, html, address, refusal } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("discussion");
  const standsInTheWay = sent?.refusal ?? refusal;
  return (
    <>
      <PageHeader title={t("remove.title")} lead={t("remove.lead")} />
      <RefusalNotice refusal={standsInTheWay} />
      {!standsInTheWay && (
        <form method="post" className="stack">
          <Washed html={html} className="post-about-to-go" />
          <Notice tone="danger">
            <p>{t("remove.what")}</p>
            {opens && <p>{t("remove.first")}</p>}
            <p>{t("remove.but")}</p>
          </Notice>
          <Actions>
            <Button look="danger">{t("remove.go")}</Button>
            <LinkButton look="quiet" href={address}>
              {t("remove.keep")}
            </LinkButton>
          </Actions>
        </form>
      )}
    </>
  );
}
