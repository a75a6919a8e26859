import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { toLink } from "~/platform/ids";
import { requireMember } from "~/pseudonyms/door.server";
import { listTurnedFrom } from "~/relations/relation-queries.server";
import { EmptyState } from "~/ui/empty-state";
import { Leaf } from "~/ui/leaf";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const turned = await listTurnedFrom(args.context.site.database.read, viewer);
  return {
    turned: turned.map(({ pseudonymId, kind, name, leaf }) => ({ link: toLink(pseudonymId), kind, name, leaf })),
  };
}

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [{ label: t("accounts:me.title"), href: "/me" }, { label: t("relations:title") }],
};

export default function Blocks() {
  const { turned } = useLoaderData<typeof loader>();
  const { t } = useTranslation("relations");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {turned.length === 0 && <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>}
      {turned.length > 0 && (
        <Rows label={t("title")}>
          {turned.map(({ link, kind, name, leaf }) => (
            <Row
              key={`${link} ${kind}`}
              href={`/p/${link}`}
              title={name}
              lead={<Leaf seed={leaf} />}
              meta={`${t(kind)}. ${t(`${kind}Means`)}`}
              aside={
                <form method="post" action="/turn-away">
                  <input type="hidden" name="name" value={link} />
                  <input type="hidden" name="undo" value="on" />
                  <button type="submit" className="button button-quiet button-small" name="deed" value={kind}>
                    {t(`un${kind}`)}
                  </button>
                </form>
              }
            />
          ))}
        </Rows>
      )}
    </>
  );
}
