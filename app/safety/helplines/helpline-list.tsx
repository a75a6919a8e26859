import { useTranslation } from "react-i18next";
import type { Helpline } from "../../agreements/helplines";
import { isLanguage } from "../../i18n/i18n";
import { Chip } from "../../ui/chip";
import { Folded } from "../../ui/folded";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";

/** Countries in their readers' language, each with its lines; those for everywhere come first. */
export function byCountry(lines: Helpline[], language: string): { country: string; name: string; lines: Helpline[] }[] {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  const countries = [...new Set(lines.map((line) => line.country))].map((country) => ({
    country,
    name: country === "all" ? "" : (names.of(country) ?? country),
    lines: lines.filter((line) => line.country === country),
  }));
  return countries.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Whom one can turn to, by country, with what each says of itself and whether the police may hear of it. */
export function HelplineList({ lines }: { lines: Helpline[] }) {
  const { t, i18n } = useTranslation("safety");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return byCountry(lines, language).map(({ country, name, lines }) => (
    <section className="section" key={country}>
      <h2>{name || t("helplines.everywhere")}</h2>
      <Rows label={name || t("helplines.everywhere")}>
        {lines.map((line) => (
          <Row key={line.id} title={line.name} about={<strong>{line.reach}</strong>} meta={line[language]}>
            <p className="soft small">
              {t(`helplines.police.${line.police}`)}
              {line.young && ` ${t("helplines.forYoung")}`}
            </p>
            {!line.checked && (
              <p>
                <Chip tone="care">{t("helplines.unchecked")}</Chip>
              </p>
            )}
          </Row>
        ))}
      </Rows>
    </section>
  ));
}

/** The same list where somebody may be in danger: folded, with who can act and who can't said first. */
export function InDanger({ lines }: { lines: Helpline[] }) {
  const { t } = useTranslation("safety");
  return (
    <Notice tone="care" title={t("helplines.danger.title")}>
      <div className="stack stack-tight">
        <p>{t("helplines.danger.text")}</p>
        <Folded summary={t("helplines.title")} hint={t("helplines.danger.count", { count: lines.length })}>
          <p className="small">{t("helplines.care")}</p>
          <HelplineList lines={lines} />
        </Folded>
      </div>
    </Notice>
  );
}
