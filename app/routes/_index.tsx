import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listTopics } from "~/discussion/topics/topic-queries.server";
import { TopicRows } from "~/discussion/topics/topic-rows";
import { findViewer } from "~/pseudonyms/door.server";
import { mayKeepSpaces } from "~/spaces/permissions";
import { listSpaces } from "~/spaces/space-queries.server";
import { LinkButton } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

/** The liveliest topics of each space: enough to see what moves, few enough to see every space. */
const TOPICS_A_SPACE = 3;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await findViewer(args);
  const { read } = args.context.site.database;
  const spaces = await listSpaces(read, viewer);
  const liveliest = await Promise.all(
    spaces.map((space) => listTopics(read, viewer, space.id, { most: TOPICS_A_SPACE })),
  );
  return {
    member: viewer.kind === "member",
    mayOpen: mayKeepSpaces(viewer),
    spaces: spaces.map(({ slug, name, purpose, kind }, i) => ({ slug, name, purpose, kind, ...liveliest[i]! })),
  };
}

export const handle: PageHandle = { place: "spaces", sameForGuests: { query: [] } };

export default function Home() {
  const { member, mayOpen, spaces } = useLoaderData<typeof loader>();
  const { t } = useTranslation("spaces");
  return (
    <>
      <PageHeader
        title={t(member ? "home.title" : "home.guestTitle")}
        lead={t(member ? "home.member" : "home.guestLead")}
      >
        {mayOpen && (
          <LinkButton look="quiet" href="/spaces/new">
            {t("home.open")}
          </LinkButton>
        )}
      </PageHeader>
      {spaces.length === 0 && (
        <EmptyState title={t("home.emptyTitle")}>{t(member ? "home.empty" : "home.emptyGuest")}</EmptyState>
      )}
      {spaces.map((space) => (
        <section key={space.slug} className="space" aria-labelledby={`space-${space.slug}`}>
          <h2 id={`space-${space.slug}`}>
            <a href={`/s/${space.slug}`}>{space.name}</a> <Chip>{t(`kinds.${space.kind}`)}</Chip>
          </h2>
          <p className="soft">{space.purpose}</p>
          {space.topics.length > 0 && <TopicRows topics={space.topics} member={member} label={space.name} />}
        </section>
      ))}
    </>
  );
}
