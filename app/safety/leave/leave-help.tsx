import { useTranslation } from "react-i18next";
import { PageHeader, Section } from "../../ui/page-header";

const DOES = ["session", "storage", "elsewhere", "back", "tabs", "shift"] as const;
const CANT = ["history", "spyware", "screenshots", "network"] as const;

/** What Leave now does and what it can't do, said plainly. `neutralHost`: the site where it lands. */
export function LeaveHelp({ neutralHost }: { neutralHost: string }) {
  const { t } = useTranslation("leave");
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.intro")} />
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
      <Section title={t("page.safer")}>
        <p>{t("page.saferText")}</p>
        <p>
          <a href="/leave" data-leave>
            {t("page.tryIt")}
          </a>
        </p>
      </Section>
    </>
  );
}
