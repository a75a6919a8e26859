import { useTranslation } from "react-i18next";
import { PageHeader, Section } from "../../ui/page-header";

const WAYS = ["press", "tab", "shift"] as const;
const DOES = ["cover", "session", "storage", "elsewhere", "back", "tabs", "unsent"] as const;
const CANT = ["history", "saved", "spyware", "screenshots", "network"] as const;
const HISTORY = ["title", "address", "paths", "none"] as const;

/**
 * What Leave now does and what it can't do, said plainly. `neutralHost`: the site where it lands; `title`: what the
 * browser's history shows for every page.
 */
export function LeaveHelp({ neutralHost, title }: { neutralHost: string; title: string }) {
  const { t } = useTranslation("leave");
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.intro")} />
      <Section title={t("page.waysTitle")}>
        <ul>
          {WAYS.map((way) => (
            <li key={way}>{t(`page.ways.${way}`)}</li>
          ))}
        </ul>
        <p>
          <a href="/leave" data-leave>
            {t("page.tryIt")}
          </a>
        </p>
      </Section>
      <Section title={t("page.doesTitle")}>
        <ul>
          {DOES.map((what) => (
            <li key={what}>{t(`page.does.${what}`, { site: neutralHost })}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("page.cantTitle")}>
        <ul>
          {CANT.map((what) => (
            <li key={what}>{t(`page.cant.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("page.historyTitle")}>
        <ul>
          {HISTORY.map((what) => (
            <li key={what}>{t(`page.history.${what}`, { title })}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("page.safer")}>
        <p>{t("page.saferText")}</p>
      </Section>
      <Section title={t("page.back")}>
        <p>{t("page.backText")}</p>
      </Section>
    </>
  );
}
