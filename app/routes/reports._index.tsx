import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Conduct } from "~/agreements/conducts";
import { toLink } from "~/platform/ids";
import { requireMember } from "~/pseudonyms/door.server";
import { listMyReports } from "~/reports/report-queries.server";
import { useSubjectWords } from "~/reports/subject-words";
import { Chip } from "~/ui/chip";
import { Day, Deadline } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader } from "~/ui/page-header";
import { Row, Rows } from "~/ui/rows";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args);
  const mine = await listMyReports(args.context.site.database.read, viewer, args.context.now);
  return { mine: mine.map((one) => ({ ...one, href: `/reports/${toLink(one.id)}` })) };
}

export const handle: PageHandle = { place: "concerns" };

export default function MyReports() {
  const { mine } = useLoaderData<typeof loader>();
  const { t } = useTranslation("reports");
  const agreements = useTranslation("agreements").t;
  const wordsOf = useSubjectWords();
  return (
    <>
      <PageHeader title={t("mine")} lead={t("mineLead")} />
      <p>
        <a href="/report/elsewhere">{t("elsewhere")}</a>
      </p>
      {mine.length === 0 && (
        <EmptyState title={t("none")} action={{ href: "/", label: t("toSpaces") }}>
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      {mine.length > 0 && (
        <Rows label={t("mine")}>
          {mine.map((one) => (
            <Row
              key={one.href}
              href={one.href}
              title={wordsOf(one)}
              about={agreements(`conducts.${one.conduct as Conduct}`)}
              meta={
                <>
                  {one.asked && <Chip tone="care">{t("asked")}</Chip>}
                  <Chip tone={one.status === "decided" ? "moss" : undefined}>{t(`status.${one.status}`)}</Chip>
                  {one.asked && (
                    <span>
                      {t("askedBy")} <Deadline at={one.asked} />
                    </span>
                  )}
                  {one.decideBy ? (
                    <span>
                      {t("by")} <Deadline at={one.decideBy} />
                    </span>
                  ) : (
                    <span>
                      {t("filed")} <Day date={one.filed} />
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
