import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayStartTopic } from "~/discussion/permissions";
import { isFollowing } from "~/discussion/topics/follow.server";
import { listTopics } from "~/discussion/topics/topic-queries.server";
import { TopicRows } from "~/discussion/topics/topic-rows";
import { toLink } from "~/platform/ids";
import { findViewer } from "~/pseudonyms/door.server";
import { mayKeepSpaces } from "~/spaces/permissions";
import { findSpace } from "~/spaces/space-queries.server";
import { LinkButton } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { read } = args.context.site.database;
  const space = await findSpace(read, viewer, args.params.space ?? "");
  if (!space) throw new Response(null, { status: 404 });
  const under = new URL(args.request.url).searchParams.get("under");
  if (under !== null && !/^[1-9]\d{0,8}$/.test(under)) throw new Response(null, { status: 404 });
  const [{ topics, more }, following] = await Promise.all([
    listTopics(read, viewer, space.id, under === null ? {} : { under: Number(under) }),
    isFollowing(read, viewer, { spaceId: space.id }),
  ]);
  const { slug, name, purpose, kind, indexable } = space;
  return {
    space: { slug, name, purpose, kind, indexable, link: toLink(space.id) },
    topics,
    next: more ? topics.at(-1)!.bump : null,
    first: under === null,
    following,
    member: viewer.kind === "member",
    mayStart: mayStartTopic(viewer, space).ok,
    mayKeep: mayKeepSpaces(viewer),
  };
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "spaces",
  sameForGuests: { query: ["under"] },
  indexable: ({ space }) => space.indexable,
  way: ({ space }, t) => [{ label: t("spaces:home.title"), href: "/" }, { label: space.name }],
};

export default function SpacePage() {
  const { space, topics, next, first, following, member, mayStart, mayKeep } = useLoaderData<typeof loader>();
  const { t } = useTranslation("discussion");
  const { t: s } = useTranslation("spaces");
  const here = `/s/${space.slug}`;
  return (
    <>
      <PageHeader
        title={space.name}
        lead={space.purpose}
        meta={
          <>
            <Chip tone="moss">{s(`kinds.${space.kind}`)}</Chip> <span>{s(`kindsMean.${space.kind}`)}</span>
          </>
        }
      >
        {mayStart && <LinkButton href={`${here}/new`}>{t("space.start")}</LinkButton>}
        {member && (
          <form method="post" action="/follow">
            <input type="hidden" name="space" value={space.link} />
            <button type="submit" className="button button-quiet" name="deed" value={following ? "unfollow" : "follow"}>
              {t(following ? "space.unfollow" : "space.follow")}
            </button>
          </form>
        )}
        {space.kind === "circle" && <a href={`${here}/people`}>{s("people.link")}</a>}
        {mayKeep && <a href={`${here}/change`}>{s("change.link")}</a>}
      </PageHeader>
      {topics.length > 0 ? (
        <TopicRows topics={topics} member={member} label={t("space.list")} />
      ) : (
        <EmptyState
          title={t("space.emptyTitle")}
          action={mayStart ? { href: `${here}/new`, label: t("space.start") } : undefined}
        >
          {t(mayStart ? "space.empty" : "space.emptyGuest")}
        </EmptyState>
      )}
      <Pager
        previous={first ? undefined : { href: here, label: t("space.first") }}
        next={next === null ? undefined : { href: `${here}?under=${next}`, label: t("space.more") }}
      />
    </>
  );
}
