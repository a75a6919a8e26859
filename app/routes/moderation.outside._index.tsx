import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listOutside } from "~/cases/outside/find-outside.server";
import { toLink } from "~/platform/ids";
import { requireOffice } from "~/pseudonyms/door.server";
import { Chip } from "~/ui/chip";
import { Deadline } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

const NEWS = ["answered", "brought"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const queue = await listOutside(site.database.read, viewer, now);
  const asked = new URL(args.request.url).searchParams;
  return {
    news: NEWS.find((one) => asked.has(one)) ?? null,
    queue: queue.map(({ id, ...one }) => ({ ...one, href: `/moderation/outside/${toLink(id)}` })),
  };
}

export const handle: PageHandle = {
  way: (_, t) => [{ label: t("cases:queue"), href: "/moderation" }, { label: t("outside:queue.title") }],
};

export default function FromOutside() {
  const { queue, news } = useLoaderData<typeof loader>();
  const { t } = useTranslation("outside");
  const cases = useTranslation("cases").t;
  const agreements = useTranslation("agreements").t;
  return (
    <>
      <PageHeader title={t("queue.title")} lead={t("queue.lead")} />
      {news && (
        <Notice tone="success" announce>
          {news === "answered" ? t("desk.doneAnswered") : t("desk.doneBrought")}
        </Notice>
      )}
      {queue.length === 0 && (
        <EmptyState title={t("queue.empty")} action={{ href: "/moderation", label: t("queue.toCases") }}>
          <p>{t("queue.emptyText")}</p>
        </EmptyState>
      )}
      {queue.length > 0 && (
        <Rows label={t("queue.title")}>
          {queue.map((one) => (
            <Row
              key={one.href}
              href={one.href}
              title={agreements(`conducts.${one.conduct}`)}
              about={t(`queue.about.${one.subjectKind ?? "nothing"}`)}
              meta={
                <>
                  {one.takedown && <Chip tone="care">{t("queue.takedown")}</Chip>}
                  {one.timesPassed > 0 && (
                    <Chip tone="care">{t(one.withYou ? "queue.withYou" : "queue.passedOn")}</Chip>
                  )}
                  {one.late && <Chip tone="danger">{cases("late")}</Chip>}
                  {one.hid && <Chip>{t("queue.hid")}</Chip>}
                  {one.decideBy && (
                    <span>
                      {cases("by")} <Deadline at={one.decideBy} />
                    </span>
                  )}
                </>
              }
            />
          ))}
        </Rows>
      )}
    </>
  );
}
