import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pileOnInTopic } from "~/cases/pile-ons/pile-on-queries.server";
import { useNoteWords } from "~/discussion/note-words";
import { mayReply } from "~/discussion/permissions";
import { composerChoices } from "~/discussion/posts/composer-queries.server";
import { Post } from "~/discussion/posts/post";
import { pageOf, postsOfPage } from "~/discussion/posts/post-queries.server";
import { topicAddress } from "~/discussion/posts/prepare-text.server";
import { ShortComposer } from "~/discussion/posts/short-composer";
import { CalmNotice } from "~/discussion/topics/calm/calm-notice";
import { readCalm } from "~/discussion/topics/calm/calm-queries.server";
import { findCalmer } from "~/discussion/topics/calm/calm-topic.server";
import { isFollowing } from "~/discussion/topics/follow.server";
import { markRead } from "~/discussion/topics/mark-read.server";
import { TopicOptions } from "~/discussion/topics/topic-options";
import { findTopic } from "~/discussion/topics/topic-queries.server";
import { fromLink, toLink } from "~/platform/ids";
import { findViewer } from "~/pseudonyms/door.server";
import { Chip } from "~/ui/chip";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { site, now } = args.context;
  const { read } = site.database;
  const id = fromLink(args.params.topic);
  const topic = id === null ? null : await findTopic(read, viewer, id);
  if (!topic || topic.state === "removed") throw new Response(null, { status: 404 });
  const pages = pageOf(topic.posts);
  const page = Number(new URL(args.request.url).searchParams.get("page") ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > pages) throw new Response(null, { status: 404 });
  const allowed = mayReply(viewer, topic.space, topic, now);
  const [posts, following, choices, calm, calmer, pileOn] = await Promise.all([
    postsOfPage(read, viewer, topic.id, page),
    isFollowing(read, viewer, { topicId: topic.id }),
    allowed.ok && page === pages ? composerChoices(read, viewer, topic.space, { kind: "reply", id: topic.id }) : null,
    readCalm(read, topic, now),
    findCalmer(read, viewer, topic),
    viewer.kind === "member" && pileOnInTopic(read, topic.id),
  ]);
  if (viewer.kind === "member") await markRead(site, viewer, topic, posts.at(-1)?.position ?? 0);
  const { title, state, muted, space, contentNotes } = topic;
  const firstNew = viewer.kind === "member" && topic.read > 0 && topic.read < topic.posts ? topic.read + 1 : null;
  return {
    topic: { link: toLink(topic.id), address: topicAddress(topic.id), title, state, muted, contentNotes, following },
    space: { slug: space.slug, name: space.name, kind: space.kind, indexable: space.indexable },
    posts,
    page,
    pages,
    last: topic.posts,
    firstNew,
    member: viewer.kind === "member",
    mayReply: allowed.ok,
    choices,
    calm,
    mayCalm: calmer !== null,
    pileOn,
  };
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle: PageHandle<Data> = {
  place: "spaces",
  sameForGuests: { query: ["page"] },
  scripts: ["topic-live"],
  indexable: ({ space }) => space.indexable,
  way: ({ space, topic }, t) => [
    { label: t("spaces:home.title"), href: "/" },
    { label: space.name, href: `/s/${space.slug}` },
    { label: topic.title || t("discussion:topic.untitled") },
  ],
  speaking: ({ choices }) => choices?.speaking,
};

export default function Topic() {
  const { topic, posts, page, pages, last, firstNew, member, mayReply, choices, calm, mayCalm, pileOn } =
    useLoaderData<typeof loader>();
  const noteWords = useNoteWords();
  const { t } = useTranslation("discussion");
  const pileOns = useTranslation("pileOns").t;
  const around = { topic: topic.address, member, mayReply };
  const at = (n: number) => ({ href: n === 1 ? topic.address : `${topic.address}?page=${n}` });
  const pager = (
    <Pager
      label={t("topic.pages")}
      previous={page > 1 ? at(page - 1) : undefined}
      next={page < pages ? at(page + 1) : undefined}
      position={t("topic.page", { page, pages })}
    />
  );
  const chips = [
    topic.state === "closed" && t("topic.closed"),
    topic.muted && t("topic.muted"),
    ...topic.contentNotes.map(noteWords),
  ].filter((chip) => chip !== false);
  return (
    <>
      <PageHeader
        title={topic.title || t("topic.untitled")}
        meta={chips.length > 0 && chips.map((chip) => <Chip key={chip}>{chip}</Chip>)}
      >
        {firstNew && <a href={`${topic.address}/${firstNew}`}>{t("topic.toNew")}</a>}
        {member && <TopicOptions topic={topic} />}
        {mayCalm && <a href={`${topic.address}/calm`}>{t("topic.calm")}</a>}
      </PageHeader>
      {pileOn && <Notice>{pileOns("bystanders")}</Notice>}
      {page > 1 && pager}
      <div className="posts" data-topic={topic.link} data-position={last} data-page={page} data-pages={pages}>
        {posts.map((post) => (
          <Post key={post.position} post={post} around={around} />
        ))}
      </div>
      {member && (
        <p
          data-topic-live
          data-topic={topic.link}
          data-posts={last}
          data-one={t("topic.oneNew")}
          data-other={t("topic.manyNew")}
          role="status"
          hidden
        >
          <a href={`${topic.address}/${last + 1}`}>{t("topic.oneNew")}</a>
        </p>
      )}
      {pager}
      {topic.state === "closed" && <Notice>{t("topic.closedNotice")}</Notice>}
      {calm && <CalmNotice calm={calm} />}
      {choices && <ShortComposer action={`${topic.address}/reply`} choices={choices} />}
      {!member && (
        <p className="soft">
          {t("topic.guest")} <a href={`/sign-in?back=${encodeURIComponent(topic.address)}`}>{t("topic.signIn")}</a>
        </p>
      )}
    </>
  );
}
