import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listDrafts } from "~/discussion/drafts/draft-queries.server";
import { dropDraft } from "~/discussion/drafts/drop-draft.server";
import { RefusalNotice } from "~/limits/refusal-notice";
import { fromLink } from "~/platform/ids";
import { refused } from "~/platform/outcome";
import { refuse } from "~/platform/refuse.server";
import { requireMember } from "~/pseudonyms/door.server";
import { Button } from "~/ui/button";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { Folded } from "~/ui/folded";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("discussion:draft.title") }],
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const dropped = new URL(args.request.url).searchParams.has("dropped");
  return { dropped, drafts: await listDrafts(args.context.site.database.read, viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args);
  const { site, now } = args.context;
  const draft = fromLink(String((await args.request.formData()).get("drop") ?? ""));
  if (draft === null) return refuse(refused("not-found"));
  const dropped = await dropDraft(site, viewer, { draft }, now);
  return dropped.ok ? redirect("/me/drafts?dropped", 303) : refuse(dropped);
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["drafts"][number];

export default function Drafts() {
  const { drafts, dropped } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("discussion");
  return (
    <>
      <PageHeader title={t("draft.title")} lead={t("draft.lead")} />
      <RefusalNotice refusal={answered?.refusal} />
      {dropped && (
        <Notice tone="success" announce>
          {t("draft.dropped")}
        </Notice>
      )}
      {drafts.length === 0 ? (
        <EmptyState title={t("draft.emptyTitle")}>{t("draft.empty")}</EmptyState>
      ) : (
        <>
          <Rows label={t("draft.title")}>
            {drafts.map((draft) => (
              <DraftRow key={draft.link} draft={draft} />
            ))}
          </Rows>
          <p className="soft">{t("draft.howLong")}</p>
        </>
      )}
    </>
  );
}

const FIRST_WORDS = 120;

function DraftRow({ draft }: { draft: Listed }) {
  const { t } = useTranslation("discussion");
  const { link, kind, where, address, title, body, kept, until } = draft;
  const place = kind === "topic" ? "draft.topicIn" : "draft.replyIn";
  const words = [title, body].filter(Boolean).join("\n\n");
  const first = words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()}…` : words;
  return (
    <Row
      href={address ?? undefined}
      title={address ? t(place, { where: where ?? t("draft.untitled") }) : t("draft.gone")}
      about={<span dir="auto">{first}</span>}
      meta={
        <>
          <span>
            {t("draft.keptOn")} <Day date={kept} />
          </span>
          <span>
            {t("draft.keptUntil")} <Day date={until} />
          </span>
          {!address && <span>{t("draft.goneHint")}</span>}
        </>
      }
    >
      {words.length > FIRST_WORDS && (
        <Folded summary={t("draft.read")}>
          <p className="said" dir="auto">
            {words}
          </p>
        </Folded>
      )}
      <form method="post">
        <input type="hidden" name="drop" value={link} />
        <Button look="quiet" small consequence={t("draft.dropMeans")}>
          {t("draft.dropIt")}
        </Button>
      </form>
    </Row>
  );
}
