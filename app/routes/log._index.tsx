import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { agreementsInForce, clauseNamed } from "~/agreements/agreements-queries.server";
import { isLanguage } from "~/i18n/i18n";
import { sha256 } from "~/platform/keys.server";
import { publicDoor } from "~/pseudonyms/door.server";
import { detailsText } from "~/public-log/chain";
import { LogEntries } from "~/public-log/log-entries";
import { logPage, wholeLog } from "~/public-log/log-queries.server";
import { offices, readLogQuestion } from "~/public-log/log-question";
import { verifyLog } from "~/public-log/verify";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Tabs } from "~/ui/tabs";

export async function loader(args: LoaderFunctionArgs) {
  publicDoor(args);
  const { read } = args.context.site.database;
  const question = readLogQuestion(new URL(args.request.url).searchParams);
  const [page, agreements] = await Promise.all([logPage(read, question), agreementsInForce(read, args.context.now)]);
  const verdict = question.check ? verifyLog(await wholeLog(read), { hash: sha256, detailsText }) : null;
  const titles = agreements.clauses.map(({ key }) => [key, clauseNamed(agreements, key)!] as const);
  return {
    ...page,
    office: question.office ?? null,
    first: question.before === undefined,
    verdict,
    titles: Object.fromEntries(titles.map(([key, clause]) => [key, { en: clause.en.title, es: clause.es.title }])),
  };
}

export default function PublicLogPage() {
  const { entries, goesOn, office, first, verdict, titles } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("publicLog");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const of = (chosen: string | null) => (chosen ? `/log?office=${chosen}` : "/log");
  const older = `${of(office)}${office ? "&" : "?"}before=${entries.at(-1)?.position}`;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")}>
        <LinkButton href="/log?check=1">{t("recheck")}</LinkButton>
        <a href="/log.json">{t("download")}</a>
      </PageHeader>
      {verdict?.ok && (
        <Notice tone="success" announce title={t("checked", { count: verdict.entries })}>
          <p>
            {t("head")}: <code className="break">{verdict.head}</code>
          </p>
          <p>{t("keepHead")}</p>
          <p>{t("cannot")}</p>
        </Notice>
      )}
      {verdict && !verdict.ok && <Notice tone="danger" announce title={t("broken", { position: verdict.position })} />}
      <Tabs
        label={t("title")}
        tabs={[
          { href: of(null), label: t("all"), current: office === null },
          ...offices.map((one) => ({ href: of(one), label: t(`offices.${one}`), current: office === one })),
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyMore")}</EmptyState>
      ) : (
        <LogEntries
          entries={entries.map((entry) => ({
            ...entry,
            day: new Date(entry.day),
            clause: entry.agreement ? (titles[entry.agreement]?.[language] ?? entry.agreement) : null,
          }))}
        />
      )}
      <p className="soft small">{t("check")}</p>
      <Pager
        next={goesOn ? { href: older, label: t("older") } : undefined}
        previous={first ? undefined : { href: of(office), label: t("newest") }}
      />
    </>
  );
}
