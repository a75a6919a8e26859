import { useTranslation } from "react-i18next";
import { Day } from "../ui/day";
import { Row, Rows } from "../ui/rows";
import type { Act } from "./acts";
import type { LogOffice } from "./log-question";

type Entry = {
  position: number;
  day: Date;
  act: Act;
  office: LogOffice;
  clause: string | null;
  agreementVersion: number | null;
  details: Record<string, string | number>;
  redacted: boolean;
};

/** Acts of power in plain words, one a row. */
export function LogEntries({ entries }: { entries: Entry[] }) {
  const { t, i18n } = useTranslation("publicLog");
  /** A detail in words; what isn't one of the software's own words (a name that somebody chose) stays as it is. */
  const said = (name: string, value: string | number) => {
    const word = (key: string, otherwise: string) => (i18n.exists(key) ? i18n.t(key as "publicLog:title") : otherwise);
    const chosen = name === "name" || name === "before" || name === "now";
    const shown = chosen ? String(value) : word(`publicLog:values.${value}`, String(value));
    return `${word(`publicLog:details.${name}`, name)}: ${shown}`;
  };
  return (
    <Rows label={t("title")}>
      {entries.map((entry) => (
        <Row
          key={entry.position}
          title={t(`acts.${entry.act}`)}
          about={
            entry.redacted
              ? t("redacted")
              : Object.entries(entry.details)
                  .map(([name, value]) => said(name, value))
                  .join(" · ")
          }
          meta={
            <>
              <Day date={entry.day} /> <span>{t(`by.${entry.office}`)}</span>
              {entry.clause && <span>{t("under", { clause: entry.clause, version: entry.agreementVersion })}</span>}
            </>
          }
          aside={<span className="soft small">{entry.position}</span>}
        />
      ))}
    </Rows>
  );
}
