import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countHolds } from "~/cases/holds/hold-queries.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { Entry } from "~/retention/transparency/entry";
import { countingSince, readEntries } from "~/retention/transparency/transparency-queries.server";
import { Day } from "~/ui/day";
import { EmptyState } from "~/ui/empty-state";
import type { PageHandle } from "~/ui/page-handle";
import { PageHeader, Section } from "~/ui/page-header";

export const handle: PageHandle = { sameForGuests: { query: [] } };

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { read } = args.context.site.database;
  const [entries, since, held] = await Promise.all([
    readEntries(read),
    countingSince(read),
    countHolds(read, args.context.now),
  ]);
  return { entries, since, held };
}

export default function Transparency() {
  const { entries, since, held } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["transparency", "aside"]);
  const day = since && <Day date={new Date(since)} />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {entries.length === 0 ? (
        <EmptyState title={t("empty")}>
          <p>{t("emptyMore")}</p>
          {day && (
            <p>
              {t("emptySince")} {day}.
            </p>
          )}
        </EmptyState>
      ) : (
        <>
          {day && (
            <p className="soft">
              {t("counting")} {day}.
            </p>
          )}
          {entries.map((entry) => (
            <Entry key={entry.number} entry={entry} />
          ))}
        </>
      )}
      {held > 0 && <p>{t("aside:count", { count: held })}</p>}
      <Section title={t("meaningTitle")}>
        <Meaning />
        <p>
          <a href="/what-we-could-hand-over">{t("handover")}</a>
        </p>
        <p>
          <a href="/log?office=steward">{t("log")}</a>
        </p>
      </Section>
    </>
  );
}

function Meaning() {
  const { t } = useTranslation("transparency");
  return (["entries", "nothing", "noProof"] as const).map((part) => <p key={part}>{t(`meaning.${part}`)}</p>);
}
