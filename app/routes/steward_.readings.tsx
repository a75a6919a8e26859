import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listReadings } from "~/cases/reading-queries.server";
import { requireOffice } from "~/pseudonyms/door.server";
import { LinkButton } from "~/ui/button";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

/** Beyond this nothing is kept anyway. */
const LAST_PAGE = 1_000;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOffice(args, "steward");
  const asked = Number(new URL(args.request.url).searchParams.get("page") ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1;
  return { page, ...(await listReadings(args.context.site.database.read, viewer, page)) };
}

export const handle: PageHandle = {
  place: "me",
  way: (_, t) => [
    { label: t("accounts:me.title"), href: "/me" },
    { label: t("accounts:steward.title"), href: "/steward" },
    { label: t("talk:readings.title") },
  ],
};

export default function Readings() {
  const { page, readings, more } = useLoaderData<typeof loader>();
  const { t } = useTranslation("talk");
  return (
    <>
      <PageHeader title={t("readings.title")} lead={t("readings.lead")} />
      {readings.length === 0 && (
        <EmptyState title={t("readings.empty")} action={{ href: "/steward", label: t("readings.back") }}>
          <p>{t("readings.emptyText")}</p>
        </EmptyState>
      )}
      {readings.length > 0 && (
        <Rows label={t("readings.title")}>
          {readings.map(({ mark, by, day }) => (
            <Row
              key={`${mark} ${by} ${day.toISOString()}`}
              title={t("readings.one", { by: by || t("readings.left"), mark })}
              meta={<Day date={day} />}
            />
          ))}
        </Rows>
      )}
      {more && (
        <LinkButton look="quiet" href={`/steward/readings?page=${page + 1}`}>
          {t("readings.older")}
        </LinkButton>
      )}
    </>
  );
}
