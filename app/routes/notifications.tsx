import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { newsOfPosts } from "~/discussion/posts/news-of-posts.server";
import { countMatchNews } from "~/journal/match/match-queries.server";
import { markSeen } from "~/notifications/mark-seen.server";
import { listNews } from "~/notifications/notification-queries.server";
import { toLink } from "~/platform/ids";
import { requireMember } from "~/pseudonyms/door.server";
import { spaceSlugs } from "~/spaces/space-queries.server";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

const isOfCircle = (kind: string) => kind === "circle-invitation" || kind === "circle-opened";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const { site } = args.context;
  const { read } = site.database;
  const news = await listNews(read, viewer);
  const ids = news.flatMap(({ postId }) => (postId === null ? [] : [postId]));
  const [posts, slugs] = await Promise.all([
    newsOfPosts(read, viewer, ids),
    spaceSlugs(
      read,
      news.flatMap(({ kind, spaceId }) => (isOfCircle(kind) && spaceId !== null ? [spaceId] : [])),
    ),
  ]);
  const several = viewer.pseudonyms.length > 1;
  const elsewhere = (one: (typeof news)[number]) => {
    if (one.reportId !== null) return `/reports/${toLink(one.reportId)}`;
    if (one.kind === "reader-asked") return "/me/shelter";
    if (one.kind === "shelter-over") return "/me/shelter/held";
    if (one.kind === "outside-filed" || one.kind === "outside-late") return "/moderation/outside";
    if (one.kind === "shield-changed") return "/moderation/shield";
    if (one.kind === "statement-asked" && one.caseId !== null) return `/statements/${toLink(one.caseId)}`;
    if ((one.kind === "sanctioned" || one.kind === "sanction-ended") && one.caseId !== null)
      return `/decisions/${toLink(one.caseId)}`;
    if (one.kind === "pile-on" && one.caseId !== null) return `/pile-ons/${toLink(one.caseId)}`;
    if (one.caseId !== null) return `/moderation/cases/${toLink(one.caseId)}`;
    if (one.gatheringId !== null) return `/gatherings/${toLink(one.gatheringId)}`;
    if (one.kind === "circle-invitation" && one.spaceId !== null) return `/s/${slugs.get(one.spaceId)}/invitation`;
    if (one.kind === "circle-opened" && one.spaceId !== null) return `/s/${slugs.get(one.spaceId)}`;
    return "/me";
  };
  if (news.some(({ seen }) => !seen)) await markSeen(site, viewer, "all");
  return {
    waits: (await countMatchNews(read, viewer, args.context.now)) > 0,
    news: news.map((one) => {
      const about = one.postId === null ? null : (posts.get(one.postId) ?? null);
      const to = viewer.pseudonyms.find((own) => own.id === one.pseudonymId)?.name;
      return {
        key: toLink(one.id),
        kind: one.kind,
        seen: one.seen,
        created: one.created,
        about,
        href: one.postId === null ? elsewhere(one) : about?.href,
        to: several ? to : undefined,
      };
    }),
  };
}

export const handle: PageHandle = { place: "concerns" };

export default function News() {
  const { news, waits } = useLoaderData<typeof loader>();
  const { t } = useTranslation("notifications");
  const reports = useTranslation("reports").t;
  const pileOns = useTranslation("pileOns").t;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        meta={
          <>
            <a href="/reports">{reports("mine")}</a> · <a href="/pile-on">{pileOns("button")}</a>
          </>
        }
      />
      {waits && (
        <Notice>
          <a href="/me/journal/match">{t("waits")}</a>
        </Notice>
      )}
      {news.length === 0 && !waits && (
        <EmptyState title={t("emptyTitle")} action={{ href: "/", label: t("emptyGo") }}>
          {t("empty")}
        </EmptyState>
      )}
      {news.length > 0 && (
        <Rows label={t("list")}>
          {news.map(({ key, kind, seen, created, about, href, to }) => (
            <Row
              key={key}
              href={href}
              unread={!seen}
              title={href ? t(`kinds.${kind}`, { name: about?.author ?? t("somebody") }) : t("gone")}
              about={about?.title}
              meta={
                <>
                  {about && <span>{about.space}</span>}
                  {to && <span>{t("to", { name: to })}</span>}
                  <Day date={created} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </>
  );
}
