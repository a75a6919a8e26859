import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { holds } from "~/accounts/viewer";
import type { Conduct } from "~/agreements/conducts";
import { listOutside } from "~/cases/outside/find-outside.server";
import { pageOf } from "~/cases/queue-page.server";
import { listQueue } from "~/cases/queue-queries.server";
import { ownDuty } from "~/cases/room/room-queries.server";
import { toLink } from "~/platform/ids";
import { requireOffice } from "~/pseudonyms/door.server";
import { Actions, LinkButton } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Deadline } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "moderator", "steward");
  const { site, now } = args.context;
  const queue = await listQueue(site.database.read, viewer, now);
  const outside = await listOutside(site.database.read, viewer, now);
  const asked = new URL(args.request.url).searchParams;
  const { shown, left, next, first } = pageOf(viewer, queue, asked.get("after"));
  return {
    outside: outside.length,
    moderates: holds(viewer, "moderator"),
    room: (await ownDuty(site.database.read, viewer, now)).length > 0,
    tie: asked.has("tie"),
    left,
    next,
    first,
    queue: shown.map(({ id, bump: _, ...one }) => ({ ...one, href: `/moderation/cases/${toLink(id)}` })),
  };
}

export default function Queue() {
  const { queue, left, next, first, outside, moderates, room, tie } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cases");
  const agreements = useTranslation("agreements").t;
  const sanctions = useTranslation("sanctions").t;
  const shifts = useTranslation("shifts").t;
  const shield = useTranslation("shield").t;
  const others = useTranslation("outside").t;
  return (
    <>
      <PageHeader
        title={t("queue")}
        lead={t("queueLead")}
        meta={
          <>
            <a href="/moderation/me">{shifts("me")}</a>
            <a href="/moderation/outside">
              {outside ? others("queue.count", { count: outside }) : others("queue.link")}
            </a>
            {room && <a href="/moderation/room">{shifts("room.title")}</a>}
            <a href="/moderation/handover">{shifts("handover.title")}</a>
            {moderates && <a href="/moderation/shield">{shield("title")}</a>}
            <a href="/moderation/rota">{shifts("rota.title")}</a>
            <a href="/handbook/deciding">{shifts("handbook")}</a>
            <a href="/moderation/templates">{sanctions("templates.title")}</a>
          </>
        }
      />
      {tie && (
        <Notice tone="success" announce>
          {t("doneTie")}
        </Notice>
      )}
      {queue.length === 0 && !first && <p>{t("noneBehind")}</p>}
      {queue.length === 0 && first && (
        <EmptyState title={t("empty")} action={{ href: "/log", label: t("toLog") }}>
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      {queue.length > 0 && (
        <Rows label={t("queue")}>
          {queue.map((one) => (
            <Row
              key={one.href}
              href={one.href}
              title={agreements(`conducts.${one.conduct as Conduct}`)}
              about={`${t(`kinds.${one.subjectKind}`)} · ${t("voices", { count: one.voices })}`}
              meta={
                <>
                  {one.severity === "urgent" && <Chip tone="care">{t("urgent")}</Chip>}
                  {one.late && <Chip tone="danger">{t("late")}</Chip>}
                  <Chip tone={one.mine ? "moss" : undefined}>
                    {one.mine ? t("mine") : one.holder ? t("heldBy", { name: one.holder }) : t(`states.${one.state}`)}
                  </Chip>
                  {one.asked.map(
                    (side) =>
                      !(side === "reporter" && one.state === "waiting-for-reporter" && !one.holder) && (
                        <Chip key={side}>{t(`asked.${side}`)}</Chip>
                      ),
                  )}
                  {one.decideBy && (
                    <span>
                      {t("by")} <Deadline at={one.decideBy} />
                    </span>
                  )}
                </>
              }
            />
          ))}
        </Rows>
      )}
      {(next || !first) && (
        <Actions>
          {!first && (
            <LinkButton look="quiet" href="/moderation">
              {t("firstCases")}
            </LinkButton>
          )}
          {next && (
            <LinkButton look="quiet" href={`/moderation?after=${next}`} consequence={t("moreCases", { count: left })}>
              {t("nextCases")}
            </LinkButton>
          )}
        </Actions>
      )}
    </>
  );
}
