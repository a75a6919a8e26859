import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DAY } from "~/platform/time";
import { publicDoor } from "~/pseudonyms/door.server";
import { allPeriods, BACKUPS_KEPT } from "~/retention/periods";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const rows = allPeriods.map(([table, period]) => ({
    table,
    until: period.keep === "until" ? period.of : null,
  }));
  // What goes soonest is what readers came to see.
  return {
    backupDays: BACKUPS_KEPT / DAY,
    rows: [...rows.filter((row) => !row.until), ...rows.filter((row) => row.until)],
  };
}

export const handle: PageHandle = { sameForGuests: { query: [] } };

export default function PrivacyPage() {
  const { rows, backupDays } = useLoaderData<typeof loader>();
  const { t } = useTranslation("retention");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Notice>
        <p>{t("never")}</p>
        <p>{t("hours")}</p>
      </Notice>
      <p>{t("removed")}</p>
      <p>
        <a href="/what-we-could-hand-over">{t("handover")}</a>
      </p>
      <p>
        <a href="/transparency">{t("transparency")}</a>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("howLong")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("backups.name")}</th>
            <td>{t("backups.period", { days: backupDays })}</td>
          </tr>
          {rows.map(({ table, until }) => (
            <tr key={table}>
              <th scope="row">{t(`names.${table as "accounts"}`)}</th>
              <td>{until ? t(`until.${until}`) : t(`sweep.${table as "drafts"}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
